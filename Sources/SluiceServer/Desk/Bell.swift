internal import Glibc

/// What one thread waits for and any thread rings.
final class Bell: Sendable {
  private let reading: Int32
  private let writing: Int32

  /// A bell; `nil` if the system has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    reading = ends[0]
    writing = ends[1]
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// A bell that was rung already and not heard needs no more ringing.
  func ring() {
    var byte: UInt8 = 0
    write(writing, &byte, 1)
  }

  /// Waits until it was rung since the last time, or for so many milliseconds; no longer if `other` is readable.
  func wait(milliseconds: Int32 = -1, or other: Int32? = nil) {
    var watched = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
    if let other { watched.append(pollfd(fd: other, events: Int16(POLLIN), revents: 0)) }
    poll(&watched, nfds_t(watched.count), milliseconds)
    withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
      while read(reading, buffer.baseAddress, buffer.count) == buffer.count {}
    }
  }
}
