/// One of several processes that move tickets of one file as fast as they can.
struct WritingCompanion {
  static let verb = "write-beside"

  let path: String
  let share: Int
  let shares: Int
  let milliseconds: Int

  init(_ words: ArraySlice<String>) throws(BenchError) {
    let options = try Options(words, others: ["--share", "--shares", "--milliseconds"])
    guard let path = options.path else { throw BenchError("\(Self.verb) needs --db.") }
    self.path = path
    share = try options.number("--share") - 1
    shares = try options.number("--shares")
    milliseconds = try options.number("--milliseconds")
  }

  /// The arguments of the process with a number from 0 on.
  static func words(_ share: Int, of shares: Int, _ milliseconds: Int, _ database: Database)
    -> [String]
  {
    [
      verb, "--db", database.path, "--share", "\(share + 1)", "--shares", "\(shares)",
      "--milliseconds", "\(milliseconds)",
    ]
  }

  /// Says `ready`, waits for a line, and then says how many moves it made and which took longest.
  ///
  /// Between rounds it goes on as long as there are lines.
  func run() throws(BenchError) {
    let reader = try BoardReader(path)
    let seed = UInt64(truncatingIfNeeded: Clock.now)
    var moves = try Moves(reader, count: 500, seed: seed, share: share, of: shares)
    put("ready\n")
    while readLine() != nil {
      let start = Clock.now
      let end = start + Int64(milliseconds) * 1_000_000
      var (count, longest, now) = (0, Int64(0), start)
      while now < end {
        try reader.apply(moves.take().change)
        let done = Clock.now
        longest = max(longest, done - now)
        now = done
        count += 1
      }
      put("\(count) \(longest)\n")
    }
  }
}
