import Glibc

/// A moment by which something must have happened.
///
/// Stories wait for what they expect, never for time to pass; only a story that fails gets here.
struct Deadline {
  private let end: Int64

  init(seconds: Double = 15) {
    end = Deadline.now + Int64(seconds * 1_000_000)
  }

  var isOver: Bool { Deadline.now >= end }

  /// What is left, for `poll`.
  var milliseconds: Int32 { Int32(max(0, end - Deadline.now) / 1_000) }

  /// Microseconds of the steady clock.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }
}
