internal import Glibc

/// Time that only goes forward, in nanoseconds.
enum MonotonicClock {
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  static func sleep(_ nanoseconds: Int64) {
    var interval = timespec(tv_sec: 0, tv_nsec: Int(nanoseconds))
    nanosleep(&interval, nil)
  }
}
