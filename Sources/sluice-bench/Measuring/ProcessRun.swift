import Glibc

/// One run of a program from its start to its end.
struct ProcessRun {
  /// From just before the start until the end was noticed, in nanoseconds.
  let wall: Int64
  /// Processor time, in nanoseconds; the kernel counts microseconds.
  let processor: Int64

  /// Runs a program that says nothing to anyone and must succeed.
  init(of words: [String]) throws(BenchError) {
    let start = Clock.now
    let process = try Spawning.start(words, .nothing)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw .system("wait4") }
    }
    wall = Clock.now - start
    processor = Self.nanoseconds(usage.ru_utime) + Self.nanoseconds(usage.ru_stime)
    guard status == 0 else {
      throw BenchError("“\(words.joined(separator: " "))” failed with status \(status).")
    }
  }

  private static func nanoseconds(_ time: timeval) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_usec) * 1_000
  }
}
