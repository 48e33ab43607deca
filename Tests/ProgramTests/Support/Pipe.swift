import Glibc

/// A pipe that children do not inherit unless they are given an end.
final class Pipe {
  private(set) var reading: Int32
  private(set) var writing: Int32
  private(set) var bytes: [UInt8] = []
  private(set) var isAtEnd = false

  init() throws(SystemFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemFailure("pipe") }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    closeReading()
    closeWriting()
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Takes what is there now, waiting for something at most that long.
  func read(waiting milliseconds: Int32) {
    var polled = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    guard !isAtEnd, poll(&polled, 1, milliseconds) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(reading, &chunk, chunk.count)
    if count > 0 { bytes += chunk.prefix(count) } else { isAtEnd = true }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
