/// Links and pictures.
extension InlineParser {
  mutating func takeImageStart() -> Bool {
    guard byte(place + 1) == .openBracket else { return false }
    return takeBracket(isImage: true)
  }

  mutating func takeBracket(isImage: Bool) -> Bool {
    let sign = isImage ? "![" : "["
    let end = place + sign.utf8.count
    take(.open(nil, text: sign), upTo: end)
    brackets.append(
      Bracket(piece: pieces.count - 1, start: end, isImage: isImage, lastRun: lastRun))
    return true
  }

  /// Makes a span of what stands between the brackets if an address or a known label is behind them.
  mutating func takeBracketEnd() -> Bool {
    guard let bracket = brackets.popLast() else { return false }
    let isDead = !bracket.isImage && brackets.count < deadBrackets
    deadBrackets = min(deadBrackets, brackets.count)
    guard !isDead, let (target, end) = target(of: bracket) else { return false }
    pieces[bracket.piece] = .open(bracket.isImage ? .image(target) : .link(target), text: "")
    closeRuns(after: bracket.lastRun)
    if !bracket.isImage { deadBrackets = brackets.count }
    return take(.close, upTo: end)
  }

  /// Where what is before the closing bracket at the place leads, and where that ends.
  private mutating func target(of bracket: Bracket) -> (Inline.Target, end: Int)? {
    let next = byte(place + 1)
    if next == .openParenthesis {
      var reader = TargetReader(bytes[...], at: place + 2)
      defer { steps += reader.steps }
      reader.skipBlanks()
      if let target = reader.target(), reader.takes(.closeParenthesis) {
        return (target, reader.place)
      }
    }
    guard !labels.isEmpty else { return nil }
    if next == .openBracket, byte(place + 2) != .closeBracket {
      let start = place + 2
      guard
        let length = bytes[start...].prefix(Definition.longestLabel + 1)
          .firstIndex(of: .closeBracket).map({ $0 - start })
      else { return nil }
      let name = bytes[start..<(start + length)]
      steps += length
      guard !name.contains(.openBracket), labels.contains(Definition.key(name)) else {
        return nil
      }
      return (.label(text(start..<(start + length))), start + length + 1)
    }
    let name = bytes[bracket.start..<place]
    guard name.count <= Definition.longestLabel else { return nil }
    steps += name.count
    guard !name.contains(.openBracket), labels.contains(Definition.key(name)) else { return nil }
    return (.label(nil), next == .openBracket ? place + 3 : place + 1)
  }
}

/// Reads an address with or without a title.
struct TargetReader {
  /// How many parentheses an address may hold within one another; source: CommonMark 0.30, 6.3.
  private static let mostParentheses = 32

  private let bytes: ArraySlice<UInt8>
  private(set) var place: Int
  /// How many bytes were looked at.
  private(set) var steps = 0

  init(_ bytes: ArraySlice<UInt8>, at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  var isAtEnd: Bool { place >= bytes.endIndex }

  private var current: UInt8? { isAtEnd ? nil : bytes[place] }

  mutating func skipBlanks() {
    while let byte = current, byte.isBlank { advance() }
  }

  mutating func takes(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    advance()
    return true
  }

  private mutating func advance() {
    place += 1
    steps += 1
  }

  /// The address, and the blanks and the title behind it; `nil` if there is no address.
  mutating func target() -> Inline.Target? {
    guard let address = current == .less ? addressInMarks() : bareAddress() else { return nil }
    let end = place
    skipBlanks()
    guard place > end, let title = title() else { return .address(address, title: nil) }
    skipBlanks()
    return .address(address, title: title)
  }

  private mutating func addressInMarks() -> String? {
    advance()
    let start = place
    while let byte = current, byte != .greater {
      guard byte != .less, byte != .newline else { return nil }
      advance()
    }
    let text = Self.unescaped(bytes[start..<place])
    return takes(.greater) ? text : nil
  }

  private mutating func bareAddress() -> String? {
    let start = place
    var depth = 0
    while let byte = current, byte > 0x20, byte != 0x7F {
      if byte == .openParenthesis {
        depth += 1
        guard depth <= Self.mostParentheses else { return nil }
      } else if byte == .closeParenthesis {
        if depth == 0 { break }
        depth -= 1
      } else if byte == .backslash {
        advance()
        if isAtEnd || !bytes[place].isSign { continue }
      }
      advance()
    }
    guard depth == 0 else { return nil }
    return Self.unescaped(bytes[start..<place])
  }

  private mutating func title() -> String? {
    guard let sign = current else { return nil }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    guard quotes.contains(sign) || sign == .openParenthesis else { return nil }
    let end = sign == .openParenthesis ? .closeParenthesis : sign
    let former = place
    advance()
    let start = place
    while let byte = current, byte != end {
      guard byte != .openParenthesis || sign != .openParenthesis else { break }
      advance()
      if byte == .backslash, !isAtEnd { advance() }
    }
    let text = Self.unescaped(bytes[start..<place])
    guard takes(end) else {
      place = former
      return nil
    }
    return text
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped, byte.isSign { text.removeLast() }
      text.append(byte)
      isEscaped = byte == .backslash && !isEscaped
    }
    return String(decoding: text, as: UTF8.self)
  }
}
