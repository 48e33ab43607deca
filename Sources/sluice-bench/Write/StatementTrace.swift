import CBaseline

/// Watches what statements the store runs for a move, and holds those of C against them.
struct StatementTrace {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Statements that only one side runs; empty if both run the same.
  func difference() throws(BenchError) -> [String] {
    baseline_trace_start()
    defer {
      baseline_trace_stop()
      baseline_trace_clear()
    }
    let reader = try BoardReader(path)
    var moves = try Moves(reader, count: 1, seed: UInt64(truncatingIfNeeded: Clock.now))
    // There and back again: the second time everything that is read only once has been read.
    for _ in 0..<2 {
      baseline_trace_clear()
      try reader.apply(moves.take().change)
    }
    let ours = Set(Self.texts(baseline_trace_statement))
    let theirs = Set(Self.texts(baseline_transition_statement))
    return ours.subtracting(theirs).map { "only the store: \($0)" }.sorted()
      + theirs.subtracting(ours).map { "only C: \($0)" }.sorted()
  }

  /// The statements without what differs in layout alone.
  static func texts(_ text: (Int32) -> UnsafePointer<CChar>?) -> [String] {
    var texts: [String] = []
    var index: Int32 = 0
    while let statement = text(index) {
      let words = String(cString: statement).split { $0 == " " || $0 == "\n" }
      texts.append(words.joined(separator: " "))
      index += 1
    }
    return texts
  }
}
