/// Takes the figures of some topics and prints them.
struct Measurement {
  private let topics: [Command.Topic]
  private let options: Options

  init(_ topics: [Command.Topic], _ options: Options) {
    self.topics = topics
    self.options = options
  }

  func run() throws(BenchError) {
    var sections = topics.contains(.decide) ? [try decide()] : []
    let stored = topics.filter { $0 != .decide }
    guard !stored.isEmpty else { return print(Report(machine: Machine(), sections: sections)) }
    let ground = try Ground(options)
    let machine = try ground.machine
    for topic in stored { sections += try measure(topic, on: ground) }
    print(Report(machine: machine, sections: sections))
  }

  private func print(_ report: Report) {
    put(options.isJSON ? report.json : report.text)
  }

  /// Needs no database, so that none is made for it.
  private func decide() throws(BenchError) -> Section {
    try DecideFigures(rounds: options.rounds).measure()
  }

  private func measure(
    _ topic: Command.Topic, on ground: Ground
  ) throws(BenchError) -> [Section] {
    let rounds = options.rounds
    let (databases, largest) = (ground.databases, ground.largest)
    let mode = ground.journalMode
    switch topic {
    case .decide: return [try decide()]
    case .start: return [try StartFigures(databases: databases, rounds: rounds).measure()]
    case .draw:
      return [
        try DrawFigures(database: largest).measure(),
        try KeyFigures(databases: databases, rounds: rounds).measure(),
      ]
    case .read:
      return [try ReadFigures(database: largest, rounds: rounds, journalMode: mode).measure()]
    case .filter: return [try FilterFigures(database: largest, rounds: rounds).measure()]
    case .write:
      return [try WriteFigures(database: largest, rounds: rounds, journalMode: mode).measure()]
    case .change: return [try ChangeFigures(databases: databases, journalMode: mode).measure()]
    case .triage: return [try TriageFigures(database: largest, rounds: rounds).measure()]
    case .see: return [try SeeFigures(database: largest, rounds: rounds).measure()]
    case .serve:
      // Each server gets a copy of its own.
      let served = databases.last { $0.tickets <= 100_000 } ?? largest
      return try ServeFigures(database: served, rounds: rounds, journalMode: mode).measure()
    }
  }
}
