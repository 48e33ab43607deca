/// Another user: a process that moves tickets when it is told to, and says when they were moved.
struct MovingCompanion {
  static let verb = "move-on-demand"

  let path: String

  init(_ words: ArraySlice<String>) throws(BenchError) {
    guard let path = try Options(words).path else { throw BenchError("\(Self.verb) needs --db.") }
    self.path = path
  }

  static func words(_ database: Database) -> [String] {
    [verb, "--db", database.path]
  }

  /// Moves a ticket for each line, and says by the monotonic clock when the change was durable.
  func run() throws(BenchError) {
    let reader = try BoardReader(path)
    let seed = UInt64(truncatingIfNeeded: Clock.now)
    var moves = try Moves(reader, count: 20, seed: seed)
    put("ready\n")
    while readLine() != nil {
      try reader.apply(moves.take().change)
      put("\(Clock.now)\n")
    }
  }
}
