/// The board at work on a terminal, pressed key by key.
struct KeySession {
  private let session: TerminalSession
  private let database: Database

  init(_ board: String, _ database: Database) throws(BenchError) {
    self.database = database
    session = try TerminalSession(database.boardCommand(board))
    _ = try session.readUntilQuiet()
  }

  /// What keys of one kind cost.
  private struct Presses {
    var bytes = Samples()
    var processor = Samples()

    mutating func add(_ cost: (burst: TerminalSession.Burst, processor: Int64)) {
      bytes.add(Double(cost.burst.bytes))
      processor.add(cost.processor)
    }

    func figures(_ name: String, bytes most: Double, _ milliseconds: Double?) -> [Figure] {
      [
        Figure(
          name: name + ", output", unit: .bytes, value: bytes.median, target: .valueAtMost(most)),
        Figure(
          name: name + ", CPU", unit: .milliseconds, value: processor.median / 1e6,
          target: milliseconds.map { .valueAtMost($0) } ?? .none),
      ]
    }
  }

  /// The lines of the report; what does not depend on the size stands only in a whole one.
  func figures(rounds: Int, isWhole: Bool) throws(BenchError) -> [Figure] {
    let size = database.sizeText
    // The first move also takes down what was said of the ticket before.
    _ = try press("j")
    let within = try pressWithinPage(rounds)
    let scrolling = try scroll(rounds)
    var figures =
      within.figures("key within the page, \(size)", bytes: 350, 0.3)
      + scrolling.figures("key that scrolls, \(size)", bytes: 700, 0.3)
    guard isWhole else {
      try session.leave()
      return figures
    }
    figures += try restFigures()
    figures += try burstFigures()
    figures += try heldFigures()
    figures += try idleFigures()
    try session.leave()
    return figures
  }

  private func press(
    _ keys: String
  ) throws(BenchError) -> (burst: TerminalSession.Burst, processor: Int64) {
    let before = Clock.processor(of: session.process) ?? 0
    session.type(keys)
    let burst = try session.readUntilQuiet()
    return (burst, (Clock.processor(of: session.process) ?? 0) - before)
  }

  /// A page of a board of 40 rows holds seven cards.
  private func pressWithinPage(_ rounds: Int) throws(BenchError) -> Presses {
    var presses = Presses()
    for _ in 0..<max(1, rounds / 10) {
      for key in ["j", "j", "j", "j", "k", "k", "k", "k"] { presses.add(try press(key)) }
    }
    return presses
  }

  private func scroll(_ rounds: Int) throws(BenchError) -> Presses {
    var presses = Presses()
    for _ in 0..<7 { _ = try press("j") }
    for _ in 0..<min(30, max(10, rounds)) { presses.add(try press("j")) }
    return presses
  }

  private func restFigures() throws(BenchError) -> [Figure] {
    var rests = Presses()
    for _ in 0..<10 {
      _ = try press("k")
      let before = Clock.processor(of: session.process) ?? 0
      let burst = session.read(nanoseconds: 250_000_000)
      rests.add((burst, (Clock.processor(of: session.process) ?? 0) - before))
    }
    return [
      Figure(name: "panes after the rest, output", unit: .bytes, value: rests.bytes.median),
      Figure(
        name: "panes after the rest, CPU", unit: .milliseconds,
        value: rests.processor.median / 1e6),
    ]
  }

  /// Keys that are there together: one frame, and so about the bytes of one key.
  private func burstFigures() throws(BenchError) -> [Figure] {
    var reads = Samples()
    var bytes = Samples()
    for key in ["k", "j", "k", "j", "k"] {
      let cost = try press(String(repeating: key, count: 20))
      reads.add(Double(cost.burst.reads))
      bytes.add(Double(cost.burst.bytes))
      _ = session.read(nanoseconds: 250_000_000)
    }
    return [
      Figure(
        name: "20 keys at once, writes", unit: .count, value: reads.median, target: .valueAtMost(1)),
      Figure(name: "20 keys at once, output", unit: .bytes, value: bytes.median),
    ]
  }

  /// A key held down, as keyboards repeat it: through two hundred cards and back again.
  private func heldFigures() throws(BenchError) -> [Figure] {
    var lags = Samples()
    let begin = Clock.now
    for turn in 0..<400 {
      let due = begin + Int64(turn) * 1_000_000_000 / Int64(Self.repeats)
      _ = session.read(nanoseconds: max(0, due - Clock.now))
      let start = Clock.now
      session.type(turn < 200 ? "j" : "k")
      guard let seen = session.readFirst(within: 1_000_000_000) else {
        throw BenchError("A key that was held changed nothing.")
      }
      lags.add(seen - start)
    }
    return [
      Figure(
        name: "key held at \(Self.repeats)/s, seen", unit: .milliseconds, value: lags.median / 1e6),
      Figure(
        name: "key held at \(Self.repeats)/s, seen, p99", unit: .milliseconds,
        value: lags.quantile(0.99) / 1e6, target: .valueAtMost(1_000 / 60)),
    ]
  }

  private static let repeats = 30

  private func idleFigures() throws(BenchError) -> [Figure] {
    _ = session.read(nanoseconds: 300_000_000)
    let status = ProcessStatus(process: session.process)
    let seconds: Int64 = 8
    let sleeps = status.sleeps
    let before = Clock.processor(of: session.process) ?? 0
    let burst = session.read(nanoseconds: seconds * 1_000_000_000)
    let work = (Clock.processor(of: session.process) ?? 0) - before
    let wakes = Double(status.sleeps - sleeps) / Double(seconds)
    return [
      Figure(
        name: "idle for \(seconds) s, output", unit: .bytes, value: Double(burst.bytes),
        target: .valueAtMost(0)),
      Figure(
        name: "idle, wake-ups", unit: .perSecond, value: wakes, target: .valueAtMost(1)),
      Figure(
        name: "idle, CPU in a second", unit: .milliseconds, value: Double(work) / 8e6),
    ]
  }
}
