/// Reads one string of a JSON text: from its opening quote to behind its closing one.
struct JSONStringScanner {
  struct Fault: Error {
    let message: String
    let offset: Int
  }

  let source: SourceText
  /// The byte that comes next.
  private(set) var index: Int
  private var bytes: [UInt8] = []

  init(source: SourceText, index: Int) {
    self.source = source
    self.index = index
  }

  /// The text, escapes resolved.
  mutating func scan() throws(Fault) -> String {
    let start = index
    index += 1
    while index < source.bytes.count {
      let byte = source.bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw Fault(message: "A text is not valid UTF-8.", offset: start)
        }
        return text
      case UInt8(ascii: "\\"): try scanEscape()
      case 0..<0x20:
        throw Fault(
          message: "A text holds a line break or another control character; write it as an escape.",
          offset: index)
      default: copyPlain()
      }
    }
    throw Fault(message: "The text ends within quotes that begin here.", offset: start)
  }

  private mutating func copyPlain() {
    let start = index
    while index < source.bytes.count, source.bytes[index] >= 0x20,
      source.bytes[index] != UInt8(ascii: "\""), source.bytes[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
    bytes += source.bytes[start..<index]
  }

  private mutating func scanEscape() throws(Fault) {
    let start = index
    index += 1
    let escaped = index < source.bytes.count ? source.bytes[index] : 0
    index += 1
    switch escaped {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(escaped)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"): try scanCode(from: start)
    default: throw Fault(message: "A backslash begins no known escape.", offset: start)
    }
  }

  /// Reads the digits after `\u`, and a second escape where the first is half of a pair.
  private mutating func scanCode(from start: Int) throws(Fault) {
    guard let first = scanDigits() else {
      throw Fault(message: "\\u needs four hexadecimal digits.", offset: start)
    }
    var units = [first]
    if UTF16.isLeadSurrogate(first), source.bytes[index...].starts(with: [0x5C, 0x75]) {
      index += 2
      if let second = scanDigits() { units.append(second) }
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw Fault(message: "A \\u escape is one half of a pair without the other.", offset: start)
    }
    bytes += text.utf8
  }

  private mutating func scanDigits() -> UInt16? {
    guard index + 4 <= source.bytes.count else { return nil }
    let digits = String(decoding: source.bytes[index..<index + 4], as: UTF8.self)
    guard digits.utf8.count == 4, digits.first != "+", let unit = UInt16(digits, radix: 16) else {
      return nil
    }
    index += 4
    return unit
  }
}
