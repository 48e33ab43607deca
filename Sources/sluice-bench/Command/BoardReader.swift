import SluiceCore
import SluiceEngine

/// Reads a filled database through the engine, as the board does.
struct BoardReader {
  let engine: LocalEngine
  let project: ProjectReference
  let projectKey: ProjectKey

  init(_ path: String) throws(BenchError) {
    let engine = try asking { () throws(EngineError) in
      try LocalEngine(path: path, createIfMissing: false)
    }
    guard let key = ProjectKey(FillPlan.mainKey) else { throw BenchError("no such key") }
    self.engine = engine
    projectKey = key
    project = .key(key)
  }

  /// How many tickets the project with most of them holds.
  var ticketCount: Int {
    get throws(BenchError) {
      try asking { () throws(EngineError) in try engine.project(project).ticketCounter }
    }
  }

  /// Carries out a change as one of the people there.
  func apply(_ change: Change) throws(BenchError) {
    _ = try asking { () throws(EngineError) in
      try engine.apply(change, by: Actor(name: "ana"))
    }
  }

  func ticket(_ number: Int) throws(BenchError) -> Ticket {
    try asking { () throws(EngineError) in
      try engine.ticket(.key(TicketKey(project: projectKey, number: number))).state.ticket
    }
  }

  func column(_ query: ColumnQuery) throws(BenchError) -> CardWindow {
    try asking { () throws(EngineError) in try engine.column(query) }
  }

  func board(_ filter: BoardFilter = .everything, limit: Int) throws(BenchError) -> Board {
    try asking { () throws(EngineError) in
      try engine.board(BoardQuery(project: project, filter: filter, limit: limit))
    }
  }
}
