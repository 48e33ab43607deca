/// Characters by their names and numbers, as HTML has them.
extension InlineParser {
  /// The longest that is known, with its sign.
  private static let longest = 12

  mutating func takeEntity() -> Bool {
    let name = bytes[(place + 1)...].prefix(Self.longest).prefix { $0 != .semicolon }
    steps += name.count
    guard byte(name.endIndex) == .semicolon,
      let text = Self.character(text(name.startIndex..<name.endIndex))
    else { return false }
    return take(.leaf(.text(text)), upTo: name.endIndex + 1)
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, number > 0 else { return nil }
    return Unicode.Scalar(number).map { String(Character($0)) }
  }

  /// Those that people write in tickets.
  private static let names: [String: String] = [
    "amp": "&", "apos": "'", "bull": "•", "cent": "¢", "copy": "©", "deg": "°", "euro": "€",
    "gt": ">", "hellip": "…", "laquo": "«", "larr": "←", "ldquo": "“", "lsquo": "‘", "lt": "<",
    "mdash": "—", "middot": "·", "minus": "−", "nbsp": "\u{A0}", "ndash": "–", "para": "¶",
    "plusmn": "±", "pound": "£", "quot": "\"", "raquo": "»", "rarr": "→", "rdquo": "”",
    "reg": "®", "rsquo": "’", "sect": "§", "times": "×", "trade": "™", "yen": "¥",
  ]
}
