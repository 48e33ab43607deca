import Drawing
import SluiceCore

/// The names of keys in settings.
extension Key {
  /// Reads a name: a character stands for itself, others are `enter`, `C-d`, `M-x`, `S-left`, `F1`.
  init(reading name: Substring) throws(KeyFault) {
    if let character = name.first, name.count == 1 {
      self = .character(character)
    } else if let key = Self.named(name) ?? Self.named(Substring(name.lowercased())) {
      self = key
    } else if let rest = name.rest(after: "C-", "ctrl-") {
      self = try Self.control(rest, in: name)
    } else if let rest = name.rest(after: "M-", "A-", "alt-") {
      self = try Self.alt(rest, in: name)
    } else if let rest = name.rest(after: "F"), let number = Int(rest), (1...63).contains(number) {
      self = .function(number)
    } else if let rest = name.rest(after: "S-", "shift-"), rest.count == 1 {
      throw KeyFault("“\(name)” is written “\(rest.uppercased())”.")
    } else {
      throw Self.unknown(name)
    }
  }

  /// A printable ASCII character or a letter with control, such as `g` and `C-d`; `nil` for any other name.
  init?(letterOrControl name: String.UTF8View) {
    guard let last = name.last, (0x21..<0x7F).contains(last) else { return nil }
    let character = Character(Unicode.Scalar(last))
    switch name.count {
    case 1: self = .character(character)
    case 3 where name.starts(with: [UInt8(ascii: "C"), UInt8(ascii: "-")]):
      // These terminals send for other keys.
      guard character.isLowercase, !["h", "i", "j", "m"].contains(character) else { return nil }
      self = .control(character)
    default: return nil
    }
  }

  private static func control(_ rest: Substring, in name: Substring) throws(KeyFault) -> Key {
    switch rest.lowercased() {
    case "i": throw KeyFault("Terminals send “\(name)” for tab; write “tab”.")
    case "m", "j": throw KeyFault("Terminals send “\(name)” for enter; write “enter”.")
    case "h": throw KeyFault("Terminals send “\(name)” for backspace; write “backspace”.")
    case "[": throw KeyFault("Terminals send “\(name)” for esc; write “esc”.")
    case "space", "@": return .control("@")
    case let letter where letter.count == 1:
      guard let character = letter.first, controllable.contains(character) else { break }
      return .control(character)
    default: break
    }
    throw KeyFault("Terminals have no “\(name)”; C- goes with the letters, space and \\ ] ^ _.")
  }

  private static func alt(_ rest: Substring, in name: Substring) throws(KeyFault) -> Key {
    guard let character = rest.first, rest.count == 1 else {
      throw KeyFault("Terminals have no “\(name)”; M- goes with a character.")
    }
    return .alt(character)
  }

  private static func unknown(_ name: Substring) -> KeyFault {
    let hint = nearest(to: String(name), among: names.map(\.0)).map { " Did you mean “\($0)”?" }
    return KeyFault(
      "There is no key “\(name)”.\(hint ?? " Several keys are written with blanks between them.")")
  }

  private static func named(_ name: Substring) -> Key? {
    names.first { $0.0 == name }?.1 ?? synonyms.first { $0.0 == name }?.1
  }

  private static let controllable = "abcdefghijklmnopqrstuvwxyz\\]^_"

  /// The name that is read as this key.
  var settingsName: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control("@"): "C-space"
    case .control(let character): "C-\(character)"
    case .alt(let character): "M-\(character)"
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.1 == self }?.0 ?? name
    }
  }

  private static let names: [(String, Key)] = [
    ("space", .character(" ")), ("enter", .enter), ("esc", .escape), ("tab", .tab),
    ("S-tab", .backTab), ("backspace", .backspace), ("del", .delete), ("ins", .insert),
    ("up", .up), ("down", .down), ("left", .left), ("right", .right),
    ("S-up", .shiftUp), ("S-down", .shiftDown), ("S-left", .shiftLeft), ("S-right", .shiftRight),
    ("home", .home), ("end", .end), ("page-up", .pageUp), ("page-down", .pageDown),
  ]

  private static let synonyms: [(String, Key)] = [
    ("return", .enter), ("escape", .escape), ("delete", .delete), ("insert", .insert),
    ("s-tab", .backTab), ("s-up", .shiftUp), ("s-down", .shiftDown), ("s-left", .shiftLeft),
    ("s-right", .shiftRight), ("pageup", .pageUp), ("pagedown", .pageDown), ("pgup", .pageUp),
    ("pgdn", .pageDown),
  ]
}

/// The names of keys on the screen.
extension Key {
  /// As footer, help and documentation write it: `^D`, `←`, `PgDn`.
  var shown: String {
    switch self {
    case .control(let character): "^\(character.uppercased())"
    case .alt(let character): "alt-\(character)"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .shiftUp: "shift-↑"
    case .shiftDown: "shift-↓"
    case .shiftLeft: "shift-←"
    case .shiftRight: "shift-→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .backTab: "shift-tab"
    default: settingsName
    }
  }
}

extension Substring {
  /// What follows the first of these beginnings that it has, upper and lower case alike.
  fileprivate func rest(after beginnings: String...) -> Substring? {
    for beginning in beginnings where count > beginning.count {
      if prefix(beginning.count).lowercased() == beginning.lowercased() {
        return dropFirst(beginning.count)
      }
    }
    return nil
  }
}
