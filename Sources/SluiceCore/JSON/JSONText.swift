/// Writes texts as JSON strings, the usual bytes copied as they are.
public enum JSONText {
  /// Appends a text in quotes.
  ///
  /// Whatever could act on a terminal or hide there is escaped as `\uXXXX`.
  public static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      bytes.append(UInt8(ascii: "\""))
      var (start, index) = (0, 0)
      while index < utf8.count {
        if isPlain(utf8[index]) {
          index += 1
          continue
        }
        let (scalar, length) = scalar(in: utf8, at: index)
        if let escape = escape(of: scalar) {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
          bytes += escape.utf8
          start = index + length
        }
        index += length
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Whether a text is written as it is, but for the quotes.
  public static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text where !isPlain(byte) { return false }
    return true
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The scalar that begins at a place; the bytes are those of a string, and so well-formed.
  private static func scalar(
    in utf8: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (Unicode.Scalar, length: Int) {
    let first = utf8[place]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in utf8[place + 1..<place + length] { value = value << 6 | UInt32(next) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  private static func escape(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      guard scalar.actsOrHides else { return nil }
      return (UTF16.encode(scalar).map(Array.init) ?? []).map(escape).joined()
    }
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension Unicode.Scalar {
  fileprivate var actsOrHides: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    if isOften { return false }
    if properties.isDefaultIgnorableCodePoint { return true }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: true
    default: false
    }
  }

  /// Whether it is of what texts are mostly made of, and known to be shown without a look at tables:
  /// accented letters, dashes and quotation marks, kana, and the first block of ideographs.
  private var isOften: Bool {
    switch value {
    case 0xA1...0xAC, 0xAE...0x17F, 0x2010...0x2027, 0x3041...0x3096, 0x4E00...0x9FFC: true
    default: false
    }
  }
}
