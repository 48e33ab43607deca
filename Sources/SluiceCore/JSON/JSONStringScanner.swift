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
  /// The byte that ends the text, as it began it.
  private let quote: UInt8
  private let isJSON5: Bool

  init(source: SourceText, index: Int, isJSON5: Bool = false) {
    self.source = source
    self.index = index
    self.isJSON5 = isJSON5
    quote = source.bytes[index]
  }

  /// The text, escapes resolved.
  mutating func scan() throws(Fault) -> String {
    let start = index
    index += 1
    while index < source.bytes.count {
      let byte = source.bytes[index]
      switch byte {
      case quote:
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
      source.bytes[index] != quote, source.bytes[index] != UInt8(ascii: "\\")
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
    default: try scanEscapeOfJSON5(escaped, from: start)
    }
  }

  /// What JSON5 adds: a quote of the other kind, a line that goes on, and a byte in two digits.
  private mutating func scanEscapeOfJSON5(_ escaped: UInt8, from start: Int) throws(Fault) {
    switch escaped {
    case UInt8(ascii: "'") where isJSON5: bytes.append(escaped)
    case UInt8(ascii: "v") where isJSON5: bytes.append(0x0B)
    case 0x0A where isJSON5: break
    case 0x0D where isJSON5:
      if index < source.bytes.count, source.bytes[index] == 0x0A { index += 1 }
    case UInt8(ascii: "x") where isJSON5:
      guard let unit = scanDigits(2) else {
        throw Fault(message: "\\x needs two hexadecimal digits.", offset: start)
      }
      bytes += String(Unicode.Scalar(UInt8(unit))).utf8
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

  private mutating func scanDigits(_ count: Int = 4) -> UInt16? {
    guard index + count <= source.bytes.count else { return nil }
    let digits = String(decoding: source.bytes[index..<index + count], as: UTF8.self)
    guard digits.utf8.count == count, digits.first != "+", let unit = UInt16(digits, radix: 16)
    else {
      return nil
    }
    index += count
    return unit
  }
}
