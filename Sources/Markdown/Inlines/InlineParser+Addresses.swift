/// Addresses that are links without being written as such, and HTML tags.
extension InlineParser {
  /// How long a tag may be; what is longer is text.
  private static let longestTag = 1_000

  /// Takes `<https://…>`, `<name@example.org>` or a tag.
  mutating func takeTag() -> Bool {
    let inside = bytes[(place + 1)...].prefix(Self.longestTag)
      .prefix { $0 != .greater && $0 != .less && $0 != .newline }
    steps += inside.count
    guard byte(inside.endIndex) == .greater, let first = inside.first else { return false }
    let words = text(inside.startIndex..<inside.endIndex)
    let end = inside.endIndex + 1
    if !inside.contains(where: \.isBlank), Self.isAddress(inside) {
      return take(.leaf(.link([.text(words)], .itself)), upTo: end)
    }
    let name = inside.drop { $0 == .slash }.prefix { $0.isLetter || $0.isDigit }
    guard name.first?.isLetter == true || first == .bang else { return false }
    let isBreak = ["br", "br/", "br /"].contains(words.lowercased())
    return take(isBreak ? .lineBreak : .leaf(.html("<\(words)>")), upTo: end)
  }

  private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    let scheme = bytes.prefix(33).prefix { $0.isLetter || $0.isDigit || $0 == .plus || $0 == .dot }
    if scheme.first?.isLetter == true, scheme.count >= 2, scheme.count <= 32,
      scheme.endIndex < bytes.endIndex, bytes[scheme.endIndex] == .colon
    {
      return true
    }
    return bytes.first != .at && bytes.last != .at && bytes.contains(.at)
      && bytes.allSatisfy { $0.isLetter || $0.isDigit || ".+-_@%".utf8.contains($0) }
  }

  /// Takes an address that begins a word.
  mutating func takeAddress() -> Bool {
    if let before = byte(place - 1), before.isLetter || before.isDigit || before >= 0x80 {
      return false
    }
    let beginnings = ["http://", "https://", "www."]
    let word = bytes[place...].prefix(8).map { $0.isLetter ? $0 | 0x20 : $0 }
    steps += word.count
    guard let beginning = beginnings.first(where: { word.starts(with: $0.utf8) }) else {
      return false
    }
    let end = Self.end(ofAddress: bytes[place...])
    steps += end - place
    guard end > place + beginning.utf8.count else { return false }
    return take(.leaf(.link([.text(text(place..<end))], .itself)), upTo: end)
  }

  /// Signs at the end belong to the sentence around it, and so does a parenthesis that was opened before.
  ///
  /// Source: GitHub Flavored Markdown 0.29, 6.9.
  private static func end(ofAddress bytes: ArraySlice<UInt8>) -> Int {
    let signs = "<>\"`|[]"
    let address = bytes.prefix { $0 > 0x20 && $0 != 0x7F && !signs.utf8.contains($0) }
    var open = address.count { $0 == .openParenthesis }
    open -= address.count { $0 == .closeParenthesis }
    var end = address.endIndex
    while end > address.startIndex {
      let byte = address[end - 1]
      if byte == .closeParenthesis, open < 0 {
        open += 1
      } else if !"?!.,:*_~';".utf8.contains(byte) {
        break
      }
      end -= 1
    }
    return end
  }
}
