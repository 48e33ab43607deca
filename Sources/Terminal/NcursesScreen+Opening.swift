import CNcurses
public import Drawing
import Glibc

extension NcursesScreen {
  /// The modes the terminal is found in.
  static func modesOfTerminal() throws(TerminalError) -> TerminalModes {
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal("standard output") }
    guard let modes = TerminalModes(of: STDIN_FILENO) else {
      throw .notATerminal("standard input")
    }
    return modes
  }

  /// Throws what opening a screen would throw for the kind of terminal, and writes nothing to it.
  public static func checkTerminal() throws(TerminalError) {
    _ = try modesOfTerminal()
    let name = Environment.value("TERM")
    var status: Int32 = 0
    guard !name.isEmpty, setupterm(nil, STDOUT_FILENO, &status) == OK else {
      throw .unknownTerminal(name)
    }
    guard Terminfo.string("cup") != nil else { throw .cannotAddressCursor(name) }
  }

  /// Starts ncurses and returns the pad keys are read through.
  ///
  /// ncurses switches to its screen and keypad here and writes nothing afterwards.
  static func openPad() throws(TerminalError) -> UnsafeMutablePointer<WINDOW> {
    let name = Environment.value("TERM")
    guard !name.isEmpty, let output = fdopen(STDOUT_FILENO, "w"),
      let input = fdopen(STDIN_FILENO, "r"), newterm(nil, output, input) != nil
    else { throw .unknownTerminal(name) }
    // A terminal that cannot be used must not be sent anything more.
    guard Terminfo.string("cup") != nil else { throw .cannotAddressCursor(name) }
    guard let pad = newpad(1, 1) else { throw .failed("newpad", errno: errno) }
    raw()
    noecho()
    nonl()
    nodelay(pad, true)
    set_escdelay(25)
    keypad(pad, true)
    KeyCodes.define()
    return pad
  }

  /// The size of the terminal, from the kernel, the environment or terminfo, in this order.
  static func measure() -> Size {
    terminalSize
      ?? Size(
        columns: Int(Environment.value("COLUMNS")) ?? Terminfo.number("cols") ?? 80,
        rows: Int(Environment.value("LINES")) ?? Terminfo.number("lines") ?? 24)
  }

  /// The size of the terminal on standard output, whether or not a screen is open; `nil` if it has none.
  public static var terminalSize: Size? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return nil }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }
}
