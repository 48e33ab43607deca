import CNcurses
import Drawing

/// What the numbers above a byte mean that curses answers for keys.
enum KeyCodes {
  /// The code of the mark before a paste; above all that curses has.
  static let pasteStart: Int32 = 0x4001

  /// Teaches curses what terminfo leaves out: the form of the arrows that terminals send outside
  /// application mode, and the mark before a paste.
  static func define() {
    let arrows = [
      ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT),
      ("H", KEY_HOME), ("F", KEY_END),
    ]
    for (letter, code) in arrows {
      define_key("\u{1B}[\(letter)", code)
      define_key("\u{1B}O\(letter)", code)
    }
    define_key("\u{1B}[200~", pasteStart)
  }

  /// The key of a code, or `nil` for one that is of no use here.
  static func key(_ code: Int32) -> Key? {
    if let key = arrow(code) { return key }
    switch code {
    case KEY_ENTER: return .enter
    case KEY_BTAB: return .backTab
    case KEY_BACKSPACE: return .backspace
    case KEY_DC: return .delete
    case KEY_IC: return .insert
    case KEY_HOME: return .home
    case KEY_END: return .end
    case KEY_PPAGE: return .pageUp
    case KEY_NPAGE: return .pageDown
    case (KEY_F0 + 1)...(KEY_F0 + 63): return .function(Int(code - KEY_F0))
    default: return code > KEY_MAX ? modified(code) : nil
    }
  }

  /// A key with modifiers that has a name like `kUP5` in terminfo; it counts as the key itself.
  private static func modified(_ code: Int32) -> Key? {
    let names: [(String, Key)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kDC", .delete), ("kIC", .insert),
    ]
    let name = keyname(code).map { String(cString: $0) } ?? ""
    return names.first { name.hasPrefix($0.0) }?.1
  }

  private static func arrow(_ code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_SR: .shiftUp
    case KEY_SF: .shiftDown
    case KEY_SLEFT: .shiftLeft
    case KEY_SRIGHT: .shiftRight
    default: nil
    }
  }
}
