extension Key: CustomStringConvertible {
  /// The name key tables use: `g`, `<Space>`, `<C-d>`, `<Enter>`, `<F1>`.
  public var name: String {
    switch self {
    case .character(" "): "<Space>"
    case .character("<"): "<lt>"
    case .character(let character): String(character)
    case .control(let character): "<C-\(character)>"
    case .alt(let character): "<A-\(character)>"
    case .function(let number): "<F\(number)>"
    default: Key.names.first { $0.key == self }.map { "<\($0.name)>" } ?? ""
    }
  }

  /// The name.
  public var description: String { name }

  /// The key of a name, upper and lower case alike inside the angle brackets; `nil` for a name
  /// there is none for.
  public init?(name: String) {
    guard name.first == "<", name.last == ">", name.count > 2 else {
      guard let character = name.first, name.count == 1 else { return nil }
      self = .character(character)
      return
    }
    self.init(bracketed: name.dropFirst().dropLast())
  }

  /// The keys of a sequence of names, such as `gg` or `<Esc>:q<Enter>`; `nil` if a name in
  /// brackets is unknown.
  public static func sequence(_ names: String) -> [Key]? {
    var keys: [Key] = []
    var rest = names[...]
    while let first = rest.first {
      let isBracketed = first == "<" && rest.dropFirst().first != nil
      let end = isBracketed ? rest.firstIndex(of: ">") : nil
      let name = end.map { rest[...$0] } ?? rest.prefix(1)
      guard let key = Key(name: String(name)) else { return nil }
      keys.append(key)
      rest = rest[name.endIndex...]
    }
    return keys
  }

  private init?(bracketed name: Substring) {
    if let named = Key.names.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = named.key
    } else if name.lowercased() == "space" {
      self = .character(" ")
    } else if name.lowercased() == "lt" {
      self = .character("<")
    } else if let character = name.last, name.count == 3, name.lowercased().hasPrefix("c-") {
      self = .control(Character(character.lowercased()))
    } else if let character = name.last, name.count == 3, name.lowercased().hasPrefix("a-") {
      self = .alt(character)
    } else if name.first == "F" || name.first == "f", let number = Int(name.dropFirst()),
      (1...63).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert),
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("S-Up", .shiftUp), ("S-Down", .shiftDown), ("S-Left", .shiftLeft), ("S-Right", .shiftRight),
    ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown),
  ]
}
