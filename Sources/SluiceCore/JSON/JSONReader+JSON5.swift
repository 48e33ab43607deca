/// What people may write besides: comments, keys without quotes, commas at the end, and more kinds of numbers.
extension JSONReader {
  /// Reads JSON5 (<https://spec.json5.org>) into nodes that know their places.
  ///
  /// It understands what Foundation's decoder with `allowsJSON5` does, which tests hold it to, but refuses a
  /// key that stands twice. The decoder itself would make every start of the program a third dearer.
  public static func readJSON5(_ source: SourceText) throws(JSONFault) -> JSONNode {
    var reader = JSONReader(source, isJSON5: true)
    return try reader.whole()
  }

  /// Whether a text of JSON5 says nothing: it has blanks and comments at most.
  public static func isBlankJSON5(_ source: SourceText) -> Bool {
    var reader = JSONReader(source, isJSON5: true)
    do {
      try reader.skipBlanksAndComments()
      return reader.byte == nil
    } catch {
      return false
    }
  }

  mutating func skipBlanksAndComments() throws(JSONFault) {
    while let byte {
      switch byte {
      case 0x20, 0x09...0x0D: index += 1
      case UInt8(ascii: "/"): guard try skipComment() else { return }
      default:
        guard let blank = Self.wideBlanks.first(where: isNext) else { return }
        index += blank.count
      }
    }
  }

  /// No-break space, line and paragraph separator, and the mark that some editors begin a file with.
  private static let wideBlanks: [[UInt8]] = [
    [0xC2, 0xA0], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9], [0xEF, 0xBB, 0xBF],
  ]

  private func isNext(_ bytes: [UInt8]) -> Bool {
    source.bytes[index...].starts(with: bytes)
  }

  /// Goes behind a comment, if one begins here.
  private mutating func skipComment() throws(JSONFault) -> Bool {
    if isNext(Array("//".utf8)) {
      while let byte, byte != 0x0A, byte != 0x0D { index += 1 }
      return true
    }
    guard isNext(Array("/*".utf8)) else { return false }
    var end = index + 2
    while end + 1 < source.bytes.count {
      if source.bytes[end] == UInt8(ascii: "*"), source.bytes[end + 1] == UInt8(ascii: "/") {
        index = end + 2
        return true
      }
      end += 1
    }
    throw fault("This comment does not end.")
  }

  /// A key without quotes.
  mutating func plainKey() throws(JSONFault) -> String {
    let start = index
    while let byte, byte.isPartOfKey, index > start || !byte.isDigit { index += 1 }
    guard index > start else { throw expected("a key") }
    let text = String(validating: source.bytes[start..<index], as: UTF8.self)
    guard let text else { throw fault("A key is not valid UTF-8.", at: start) }
    return text
  }

  mutating func numberOfJSON5() throws(JSONFault) -> Double {
    let start = index
    while let byte, byte.isPartOfNumber { index += 1 }
    let text = String(decoding: source.bytes[start..<index], as: UTF8.self)
    guard let number = Self.number(of: text) else {
      throw fault("“\(text)” is not a number.", at: start)
    }
    return number
  }

  private static func number(of text: String) -> Double? {
    let sign: Double = text.hasPrefix("-") ? -1 : 1
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    if digits == "Infinity" { return sign * .infinity }
    if digits == "NaN" { return .nan }
    if digits.lowercased().hasPrefix("0x") {
      return UInt64(digits.dropFirst(2), radix: 16).map { sign * Double($0) }
    }
    let hasNeedlessZero = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
    guard let first = digits.first, first.isNumber || first == ".", !hasNeedlessZero else {
      return nil
    }
    // Swift reads neither “.5” nor “5.”.
    var plain = first == "." ? "0" + digits : String(digits)
    if let point = plain.firstIndex(of: ".") {
      let next = plain.index(after: point)
      guard digits != ".", next == plain.endIndex || plain[next] != "." else { return nil }
      if next == plain.endIndex || !plain[next].isNumber { plain.insert("0", at: next) }
    }
    guard let number = Double(plain), number.isFinite else { return nil }
    return sign * number
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isPartOfKey: Bool {
    isDigit || isLetter || self == UInt8(ascii: "_") || self == UInt8(ascii: "$") || self >= 0x80
  }

  fileprivate var isPartOfNumber: Bool {
    isDigit || isLetter || self == UInt8(ascii: ".") || self == UInt8(ascii: "+")
      || self == UInt8(ascii: "-")
  }
}
