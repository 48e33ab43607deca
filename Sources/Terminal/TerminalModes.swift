import Glibc

/// The line discipline of a terminal: what `stty` shows.
struct TerminalModes {
  var raw: termios

  /// The present modes of a descriptor, or `nil` if it is no terminal (`tcgetattr`).
  init?(of descriptor: Int32) {
    raw = termios()
    guard tcgetattr(descriptor, &raw) == 0 else { return nil }
  }

  /// Sets these modes once what was written has gone out (`tcsetattr`).
  func apply(to descriptor: Int32) {
    var modes = raw
    while tcsetattr(descriptor, TCSADRAIN, &modes) != 0, errno == EINTR {}
  }
}
