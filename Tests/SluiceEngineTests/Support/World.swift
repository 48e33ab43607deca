import SluiceCore
import SluiceEngine
import Testing

// Testing has types of these names too.
typealias Comment = SluiceCore.Comment
typealias Event = SluiceCore.Event
typealias Expectation = SluiceCore.Expectation

/// An engine with a clock, and short words for what tests do.
struct World {
  let folder: TemporaryFolder
  let clock = TestClock()
  let engine: any Engine
  var actor = Actor(name: "ann")

  init(_ kind: EngineKind) throws {
    folder = try TemporaryFolder()
    engine = try kind.make(folder, clock)
  }

  /// An engine that is there already.
  init(folder: TemporaryFolder, engine: any Engine) {
    self.folder = folder
    self.engine = engine
  }

  @discardableResult
  func apply(_ change: Change) throws(EngineError) -> Receipt {
    clock.advance()
    return try engine.apply(change, by: actor)
  }

  /// Makes a workflow and a project that follows it.
  @discardableResult
  func project(_ key: String, _ draft: WorkflowDraft? = nil) throws -> ProjectReference {
    if let draft { try apply(.createWorkflow(draft)) }
    try apply(
      .createProject(
        ProjectDraft(key: key, name: "Project \(key)", workflow: draft.map { .name($0.name) })))
    return .key(try #require(ProjectKey(key)))
  }

  @discardableResult
  func ticket(_ project: ProjectReference, _ draft: TicketDraft) throws -> Ticket {
    try #require(try apply(.createTicket(project, draft)).ticket)
  }

  @discardableResult
  func change(
    _ key: String, _ change: TicketChange, expecting: Expectation = .anything
  ) throws -> Receipt {
    try apply(.changeTicket(try reference(key), change, expecting: expecting))
  }

  /// What the engine throws at a change that it should refuse.
  func refusal(_ key: String, _ change: TicketChange) throws -> EngineError {
    try refusal(.changeTicket(try reference(key), change))
  }

  func refusal(_ change: Change) throws -> EngineError {
    try #require(throws: EngineError.self) { try apply(change) }
  }

  func detail(_ key: String) throws -> TicketDetail {
    try engine.ticket(try reference(key))
  }

  func history(_ key: String) throws -> [Event] {
    try engine.history(of: try reference(key), PageRequest()).items
  }

  func reference(_ key: String) throws -> TicketReference {
    .key(try #require(TicketKey(key)))
  }

  /// The board as text: `Status count: keys`, empty statuses left out.
  func board(_ project: ProjectReference, _ filter: String = "") throws -> [String] {
    let board = try engine.board(
      BoardQuery(project: project, filter: BoardFilter(parsing: filter, me: actor.name)))
    return board.columns.filter { !$0.window.cards.isEmpty }.map { column in
      let keys = column.window.cards.map { "\($0.key)" }.joined(separator: " ")
      return "\(board.workflow.statusName(column.status)) \(column.count.text): \(keys)"
    }
  }
}

extension Receipt {
  var ticket: Ticket? {
    guard case .ticket(let ticket) = subject else { return nil }
    return ticket
  }
}

extension Count {
  var text: String {
    switch self {
    case .exactly(let count): "\(count)"
    case .atLeast(let count): "\(count)+"
    }
  }
}

extension Event {
  /// `actor type subject: from → to (warning)`, without what is not there.
  var line: String {
    var line = "\(actor) \(body.kind.rawValue)"
    if let subject = body.subject { line += " \(subject)" }
    if body.from != nil || body.to != nil { line += ": \(body.from ?? "–") → \(body.to ?? "–")" }
    if let warning = body.warning { line += " (\(warning))" }
    return line
  }
}
