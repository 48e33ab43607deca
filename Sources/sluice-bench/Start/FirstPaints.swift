/// How long it takes until the board stands on the screen, and what that costs.
struct FirstPaints {
  private var wall = Samples()
  private var processor = Samples()
  private var memory = Samples()
  private var bytes = Samples()

  /// Opens the board once on a terminal of 120×40.
  mutating func add(_ board: String, _ database: Database, isCounted: Bool) throws(BenchError) {
    let session = try TerminalSession(database.boardCommand(board))
    let burst = try session.readUntilQuiet()
    let processor = Clock.processor(of: session.process) ?? 0
    let memory = ProcessStatus(process: session.process).peakResident
    try session.leave()
    guard burst.bytes > 1_000 else {
      throw BenchError("The board of “\(database.path)” did not appear.")
    }
    guard isCounted else { return }
    wall.add(burst.last - session.start)
    self.processor.add(processor)
    self.memory.add(Double(memory))
    bytes.add(Double(burst.bytes))
  }

  /// The lines of the report; all but the smallest database are held against the smallest.
  func figures(
    of database: Database, _ git: (String, Double), first: FirstPaints?, _ smallest: Database?
  ) -> [Figure] {
    let name = "first paint, \(database.sizeText) tickets"
    let isLarger = database.tickets > smallest?.tickets ?? 0
    let other = isLarger ? first : nil
    let otherName = "\(smallest?.sizeText ?? "") tickets"
    return [
      Figure(
        name: name, unit: .milliseconds, value: wall.median / 1e6, baseline: git,
        target: .ratioAtMost(3.5)),
      Figure(
        name: name + ", CPU", unit: .milliseconds, value: processor.median / 1e6,
        baseline: other.map { (otherName, $0.processor.median / 1e6) },
        target: isLarger ? .ratioAtMost(1.25) : .none),
      Figure(
        name: name + ", memory", unit: .megabytes, value: memory.median / 1_024,
        baseline: other.map { (otherName, $0.memory.median / 1_024) },
        target: isLarger ? .both(ratio: 1.25, value: 16) : .valueAtMost(16)),
      Figure(name: name + ", output", unit: .bytes, value: bytes.median),
    ]
  }
}
