import Glibc

/// What time it is, in nanoseconds.
enum Clock {
  /// The monotonic clock, the same for all processes of the machine.
  static var now: Int64 { read(CLOCK_MONOTONIC) }

  /// How much processor time this process has used.
  static var ownProcessor: Int64 { read(CLOCK_PROCESS_CPUTIME_ID) }

  /// How much processor time all threads of a process have used; `nil` once it is gone.
  static func processor(of process: pid_t) -> Int64? {
    var clock = clockid_t()
    guard clock_getcpuclockid(process, &clock) == 0 else { return nil }
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return nil }
    return nanoseconds(time)
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
