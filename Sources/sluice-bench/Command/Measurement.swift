import CBaseline
import SluiceCore
import SluiceStore

/// Takes the figures of some topics and prints them.
struct Measurement {
  private let topics: [Command.Topic]
  private let options: Options

  init(_ topics: [Command.Topic], _ options: Options) {
    self.topics = topics
    self.options = options
  }

  func run() throws(BenchError) {
    let databases = try options.databases()
    guard let largest = databases.last else { throw BenchError("There is nothing to measure on.") }
    let journalMode = try asking { () throws(EngineError) in
      try Store.open(path: largest.path, seed: nil).journalMode
    }
    let machine = Machine(disk: try DiskTime(beside: largest.path), journalMode: journalMode)
    var sections: [Section] = []
    for topic in topics {
      sections += try measure(topic, databases, largest, journalMode)
    }
    let report = Report(machine: machine, sections: sections)
    put(options.isJSON ? report.json : report.text)
  }

  private func measure(
    _ topic: Command.Topic, _ databases: [Database], _ largest: Database, _ mode: JournalMode
  ) throws(BenchError) -> [Section] {
    let rounds = options.rounds
    switch topic {
    case .start: return [try StartFigures(databases: databases, rounds: rounds).measure()]
    case .draw:
      return [
        try DrawFigures(database: largest).measure(),
        try KeyFigures(databases: databases, rounds: rounds).measure(),
      ]
    case .read:
      return [try ReadFigures(database: largest, rounds: rounds, journalMode: mode).measure()]
    case .write:
      return [try WriteFigures(database: largest, rounds: rounds, journalMode: mode).measure()]
    case .see: return [try SeeFigures(database: largest, rounds: rounds).measure()]
    }
  }
}
