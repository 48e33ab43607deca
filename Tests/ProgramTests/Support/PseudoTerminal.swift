import Glibc

/// Both ends of a pseudo-terminal.
final class PseudoTerminal {
  /// Where the other end, the terminal of the child, is found.
  let name: String
  private(set) var master: Int32 = -1
  private var slave: Int32 = -1

  init(columns: Int, rows: Int) throws(SystemFailure) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var buffer = [CChar](repeating: 0, count: 256)
    guard openpty(&master, &slave, &buffer, nil, &size) == 0 else {
      throw SystemFailure("openpty")
    }
    name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    hangUp()
  }

  /// Closes this side, as a terminal window that is closed does.
  func hangUp() {
    for end in [slave, master] where end >= 0 { close(end) }
    (master, slave) = (-1, -1)
  }

  /// What `stty` would show, all of it.
  var settings: [UInt8] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return withUnsafeBytes(of: &modes) { Array($0) }
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(master, bytes, bytes.count)
  }

  /// What the child has written, waiting for something at most that long.
  func read(waiting milliseconds: Int32) -> [UInt8] {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard master >= 0, poll(&polled, 1, milliseconds) > 0 else { return [] }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(master, &chunk, chunk.count)
    return Array(chunk.prefix(max(0, count)))
  }
}
