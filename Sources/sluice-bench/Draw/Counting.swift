import Glibc

/// Counts what a program executes, where a tool for that is installed; else takes its time.
enum Counting {
  /// What one more time costs.
  struct Cost {
    var amount: Double
    var bytes: Double
  }

  /// Whether instructions are counted.
  static let countsInstructions = Tools.has("valgrind")

  /// What is counted.
  static var unit: Figure.Unit { countsInstructions ? .instructions : .milliseconds }

  /// The difference of a long and a short run, for each time.
  static func cost(_ words: (Int) -> [String]) throws(BenchError) -> Cost {
    let (few, many) = countsInstructions ? (20, 120) : (200, 2_200)
    let short = try least(words(few))
    let long = try least(words(many))
    let times = Double(many - few)
    return Cost(
      amount: (long.amount - short.amount) / times, bytes: (long.bytes - short.bytes) / times)
  }

  /// The cheapest of three runs: what happens besides, such as the rest of the cursor on a slow machine,
  /// only adds.
  private static func least(_ words: [String]) throws(BenchError) -> Cost {
    var least = try run(words)
    for _ in 0..<2 {
      let next = try run(words)
      if next.amount < least.amount { least = next }
    }
    return least
  }

  private static func run(_ words: [String]) throws(BenchError) -> Cost {
    // Callgrind takes a copy by “rep movsb” for as many instructions as bytes; for the machine it is one.
    // So neither side copies by it.
    setenv("GLIBC_TUNABLES", "glibc.cpu.x86_rep_movsb_threshold=1073741824", 1)
    defer { unsetenv("GLIBC_TUNABLES") }
    let start = childrenProcessor()
    let tool = [
      "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-fd=1",
    ]
    let text = try output(of: (countsInstructions ? tool : []) + words)
    let lines = text.split(separator: "\n")
    let amount =
      countsInstructions
      ? lines.last { $0.contains("Collected :") }?.split(separator: " ").last.flatMap { Double($0) }
      : Double(childrenProcessor() - start) / 1e6
    guard let amount, let bytes = lines.compactMap({ Double($0) }).first else {
      throw BenchError("“\(words.joined(separator: " "))” could not be counted:\n\(text)")
    }
    return Cost(amount: amount, bytes: bytes)
  }

  /// What a program writes to its output.
  private static func output(of words: [String]) throws(BenchError) -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process: pid_t
    do {
      defer { close(ends[1]) }
      process = try Spawning.start(words, .pipes(input: STDIN_FILENO, output: ends[1]))
    }
    let text = readText("/dev/fd/\(ends[0])")
    close(ends[0])
    waitpid(process, nil, 0)
    return text
  }

  private static func childrenProcessor() -> Int64 {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let micros = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Int64(seconds) * 1_000_000_000 + Int64(micros) * 1_000
  }
}
