internal import Glibc

/// Something to wait for with `poll`: readable from `raise` until `clear`.
final class Descriptor: Sendable {
  /// What becomes readable; -1 if the system gave none.
  let number: Int32
  private let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    number = ends[0]
    writing = ends[1]
  }

  deinit {
    for end in [number, writing] where end >= 0 { close(end) }
  }

  func raise() {
    var byte: UInt8 = 1
    // A full pipe is readable already.
    _ = write(writing, &byte, 1)
  }

  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(number, &bytes, bytes.count) == bytes.count {}
  }

  /// Waits until it is raised, at most so many milliseconds.
  func wait(atMost milliseconds: Int32) {
    var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    _ = poll(&entry, 1, milliseconds)
  }
}
