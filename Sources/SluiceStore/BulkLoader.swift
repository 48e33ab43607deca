internal import SQLite
public import SluiceCore

/// Writes many tickets with their histories into projects that have none yet.
///
/// The file is then like one that changes have made: same tables, counters and indexes. It is only made
/// another way: rows in one transaction, indexes and search at its end. Nothing is checked against rules.
public final class BulkLoader {
  /// A ticket with what happened to it.
  public struct Item: Sendable {
    /// The ticket; its key names a project of the file, and a number and ordinal not used yet.
    public var ticket: Ticket
    /// What has been confirmed of its gates.
    public var progress: GateProgress
    /// The remarks, oldest first.
    public var comments: [Comment]
    /// The events, oldest first, with who and when.
    public var events: [(signature: Store.Signature, event: Event.Draft)]

    /// A ticket with its parts.
    public init(
      ticket: Ticket, progress: GateProgress = GateProgress(), comments: [Comment] = [],
      events: [(signature: Store.Signature, event: Event.Draft)] = []
    ) {
      self.ticket = ticket
      self.progress = progress
      self.comments = comments
      self.events = events
    }
  }

  private let store: Store
  private var targets: [ProjectKey: Target] = [:]

  /// A project that is being filled.
  private struct Target {
    let row: ProjectRow
    let key: WorkflowKey
    let workflow: Workflow
    var highest = 0
    var counts: [Status.ID: Int] = [:]
  }

  private init(_ store: Store) {
    self.store = store
  }

  /// Opens a file and adds the tickets that `body` hands over, all of them or, if it throws, none.
  ///
  /// Takes time proportional to the tickets, and memory for a cache of 400 MB. Others cannot write meanwhile.
  public static func load(
    path: String, _ body: (BulkLoader) throws(EngineError) -> Void
  ) throws(EngineError) {
    let store = try Store.open(path: path, seed: nil)
    let loader = BulkLoader(store)
    try store.translating { () throws(SQLiteError) in
      // What is written here refers to rows that were written just before.
      try store.database.execute("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000")
    }
    try store.writing { () throws(EngineError) in
      try loader.execute(Schema.indexNames.map { "DROP INDEX \($0)" }.joined(separator: ";"))
      try body(loader)
      try loader.finish()
    }
    try store.run("INSERT INTO search (search) VALUES ('optimize')")
  }

  /// Adds a ticket; quickest in the order of keys.
  public func add(_ item: Item) throws(EngineError) {
    let ticket = item.ticket
    var target = try takeTarget(ticket.key.project)
    guard
      let row = TicketRow(
        project: target.row, number: ticket.key.number, ordinal: ticket.key.ordinal),
      target.workflow.status(ticket.status) != nil, ticket.binding == nil
    else {
      throw EngineError(.invalid, "\(ticket.key) has a number or a status that cannot be.")
    }
    target.highest = max(target.highest, ticket.key.number)
    target.counts[ticket.status, default: 0] += 1
    targets[ticket.key.project] = target
    try store.insertRow(
      of: ticket, at: row, TicketPlace(column: ticket.status, bound: nil),
      met: target.workflow.metCount(aheadOf: ticket.status, given: item.progress))
    try store.write(item.progress, over: GateProgress(), of: row, in: target.key)
    for comment in item.comments { try store.insert(comment, on: row) }
    var former: Store.Signature?
    for (signature, event) in item.events {
      if signature != former { store.beginChange() }
      former = signature
      try store.append(event, project: target.row, ticket: row, signature)
    }
  }

  /// Out of the dictionary while it changes, so that its own is not copied.
  private func takeTarget(_ key: ProjectKey) throws(EngineError) -> Target {
    if let known = targets.removeValue(forKey: key) { return known }
    guard let project = try store.project(.key(key)) else {
      throw .notFound("project", key.text)
    }
    guard project.project.ticketCounter == 0 else {
      throw EngineError(.conflict, "Project \(key) has tickets already.")
    }
    return Target(
      row: project.row, key: project.workflow, workflow: try store.workflow(project.workflow))
  }

  private func finish() throws(EngineError) {
    for target in targets.values {
      for (status, count) in target.counts {
        try store.count(count, .column(status), in: target.row)
      }
      _ = try store.takeNumbers(target.highest, of: target.row)
      try store.indexTickets(from: TicketRow(id: target.row.tickets.lowerBound))
    }
    try execute(Schema.indexes)
  }

  private func execute(_ script: String) throws(EngineError) {
    try store.translating { () throws(SQLiteError) in try store.database.execute(script) }
  }
}
