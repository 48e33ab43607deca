import Glibc

/// How long the disk takes to make four kibibytes durable, in nanoseconds: what no program can beat.
struct DiskTime {
  let median: Double
  /// All but one in a hundred are faster.
  let slowest: Double

  /// Writes to a new file beside the one named.
  init(beside path: String, rounds: Int = 300) throws(BenchError) {
    let file = path + ".sync-\(getpid())"
    let descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system("open") }
    defer {
      close(descriptor)
      unlink(file)
    }
    let block = [UInt8](repeating: 0x53, count: 4_096)
    var samples = Samples()
    for round in 0..<rounds {
      let start = Clock.now
      pwrite(descriptor, block, block.count, off_t(round % 16 * block.count))
      guard fdatasync(descriptor) == 0 else { throw .system("fdatasync") }
      samples.add(Clock.now - start)
    }
    median = samples.median
    slowest = samples.quantile(0.99)
  }
}
