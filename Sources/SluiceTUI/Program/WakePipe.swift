import Glibc

/// A pipe by which one thread wakes another that waits for a descriptor.
struct WakePipe: Sendable {
  let reading: Int32
  private let writing: Int32

  /// `nil` if the system gives no more descriptors.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  /// Makes the reading end readable; a full pipe is readable already.
  func wake() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Makes the reading end unreadable again.
  func drain() {
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) > 0 {}
  }

  /// Blocks until someone wakes this end.
  func wait() {
    var poll = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    _ = Glibc.poll(&poll, 1, -1)
    drain()
  }

  func close() {
    Glibc.close(reading)
    Glibc.close(writing)
  }
}
