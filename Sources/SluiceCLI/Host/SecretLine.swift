import Glibc
import Synchronization

/// Reads a line from the keyboard that does not appear on the screen.
enum SecretLine {
  /// The line without its end; `nil` where there is none.
  static func read() throws(Failure) -> String? {
    var former = termios()
    guard tcgetattr(0, &former) == 0 else { return Swift.readLine() }
    let watch = InterruptWatch.interrupting()
    var silent = former
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(0, TCSAFLUSH, &silent)
    defer {
      tcsetattr(0, TCSAFLUSH, &former)
      watch.end()
      // The end of the line was not shown either.
      Glibc.write(2, "\n", 1)
    }
    return try line(watch)
  }

  private static func line(_ watch: InterruptWatch) throws(Failure) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(0, &byte, 1)
      if watch.isInterrupted() { throw .stopped }
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }
}

extension Failure {
  /// Stopped from the keyboard before anything was done.
  fileprivate static let stopped = Failure(
    exit: .interrupted, code: "INTERRUPTED", message: "Stopped; nothing was changed.")
}
