internal import Glibc

/// The time that deadlines are held against.
enum Clock {
  /// Milliseconds since some moment, never going back.
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
