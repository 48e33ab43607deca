import Glibc

/// Leaves the terminal as a program left it until the user has read what stands there.
enum TerminalPause {
  /// Writes a line below, and waits until Enter is pressed; not where the terminal is gone or the program is
  /// to end.
  static func untilRead(saying line: String) {
    var found = termios()
    guard tcgetattr(STDIN_FILENO, &found) == 0 else { return }
    var modes = found
    // A program that failed may have left any modes behind.
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    withUnsafeMutableBytes(of: &modes.c_cc) { keys in
      keys[Int(VMIN)] = 1
      keys[Int(VTIME)] = 0
    }
    // Keys that were meant for the program go.
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &found) }
    let text = Array("\r\n\(line)\r\n".utf8)
    guard write(STDOUT_FILENO, text, text.count) == text.count else { return }
    while let key = nextKey() {
      guard !leaving.contains(key) else { return }
    }
  }

  /// Enter as either byte, and what interrupts or ends other programs.
  private static let leaving = [UInt8(ascii: "\r"), UInt8(ascii: "\n"), 0x03, 0x04]

  /// The next byte; `nil` if none will come, or a signal asks the program to end.
  private static func nextKey() -> UInt8? {
    var others = sigset_t()
    sigfillset(&others)
    for signal in [SIGTERM, SIGHUP] { sigdelset(&others, signal) }
    var former = sigset_t()
    // Another signal, such as that of a new size, is no reason to go on.
    pthread_sigmask(SIG_SETMASK, &others, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    var terminal = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&terminal, 1, -1) > 0 else { return nil }
    var byte: UInt8 = 0
    return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
  }
}
