import Drawing
import Glibc

/// What the terminal at hand can do, from its terminfo entry, the locale and the environment.
struct TerminalCapabilities {
  let depth: ColorDepth
  let charset: Charset
  let controls: ControlStrings
  /// Switches to the screen, the keypad and pastes with marks around them.
  let enter: [UInt8]
  /// Undoes that and all attributes.
  let leave: [UInt8]
  /// Marks pastes, where the terminal can.
  let markPastes: [UInt8]

  /// Reads the entry that `newterm` loaded; `nil` if it cannot address the cursor.
  init?(depth: ColorDepth?, charset: Charset?) {
    guard let cup = Terminfo.string("cup"), let clear = Terminfo.string("clear") else { return nil }
    self.depth = depth ?? TerminalCapabilities.depth
    self.charset = charset ?? TerminalCapabilities.charset
    controls = ControlStrings(terminfoAddress: cup, clear: clear, depth: self.depth)
    let marksPastes = TerminalCapabilities.marksPastes
    markPastes = marksPastes ? Array("\u{1B}[?2004h".utf8) : []
    enter = Terminfo.join("smcup", "smkx") + markPastes
    leave =
      controls.reset + (marksPastes ? Array("\u{1B}[?2004l".utf8) : [])
      + Terminfo.join("rmkx", "cnorm") + TerminalCapabilities.leaveScreen(address: cup)
  }

  /// A terminal without a second screen is left on its last line.
  private static func leaveScreen(address: [UInt8]) -> [UInt8] {
    if let leave = Terminfo.string("rmcup") { return leave }
    // Beyond the last row ANSI terminals stop at it, and the size may change until then.
    let isANSI = ControlStrings.isANSI(address: address)
    let lastRow = isANSI ? 998 : (Terminfo.number("lines") ?? 24) - 1
    return Terminfo.expand(address, lastRow, 0) + Array("\r\n".utf8)
  }

  /// Terminals with the mouse of xterm have its other private modes too, or ignore them.
  private static var marksPastes: Bool {
    Terminfo.string("BE") != nil || Terminfo.string("kmous") != nil
  }

  /// `NO_COLOR` (no-color.org) stands above `COLORTERM`, which stands above terminfo.
  private static var depth: ColorDepth {
    let colors = Terminfo.number("colors") ?? 0
    if !Environment.value("NO_COLOR").isEmpty || colors < 8 { return .mono }
    if ["truecolor", "24bit"].contains(Environment.value("COLORTERM")) || Terminfo.flag("RGB") {
      return .trueColor
    }
    return colors >= 256 ? .indexed256 : .ansi16
  }

  private static var charset: Charset {
    let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    return codeset == "UTF-8" ? .unicode : .ascii
  }
}

extension Terminfo {
  /// The capabilities there are, one after the other.
  static func join(_ names: String...) -> [UInt8] {
    names.flatMap { string($0) ?? [] }
  }
}
