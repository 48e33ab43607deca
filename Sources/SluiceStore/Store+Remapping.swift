internal import SQLite
public import SluiceCore

/// Takes the tickets of a project along when the definition changes that they follow.
public struct TicketRemapping {
  /// The project, as it was before.
  public let project: StoredProject
  /// The definition that was followed.
  public let former: Workflow
  /// The definition to be followed.
  public let workflow: Workflow
  /// Where it is kept.
  public let key: WorkflowKey
  /// The new status by the former one.
  public let targets: [Status.ID: Status.ID]
  /// Who does it, and when.
  public let signature: Store.Signature

  /// A taking along, with its parts.
  public init(
    project: StoredProject, from former: Workflow, to workflow: Workflow, key: WorkflowKey,
    targets: [Status.ID: Status.ID], signature: Store.Signature
  ) {
    self.project = project
    self.former = former
    self.workflow = workflow
    self.key = key
    self.targets = targets
    self.signature = signature
  }

  /// The statuses whose tickets get something new: all of them if the workflow is another.
  var touched: [Status] {
    former.statuses.filter { status in
      guard let target = targets[status.id] else { return false }
      return former.id != workflow.id || target != status.id
    }
  }
}

extension Store {
  /// Takes tickets along, in parts of which `progress` is told; answers how many there were.
  ///
  /// Takes time proportional to the tickets of the project.
  ///
  /// - Throws: `interrupted` if `progress` says so.
  public func remap(
    _ remapping: TicketRemapping, progress: ChangeProgress?
  ) throws(EngineError) -> Int {
    let project = remapping.project
    let total = project.project.ticketCounter
    let claims = try claims(on: project)
    var first = 0
    var count = 0
    while first <= total {
      let last = first + Self.partSize
      count += try remap(remapping, first..<last)
      first = last
      guard progress?(min(first, total), total) ?? true else { throw .interrupted }
    }
    try release(claims, in: remapping)
    try rehouseGuests(of: project, in: remapping.workflow, progress: progress)
    if count > 0 || !remapping.touched.isEmpty { try recount(project.row) }
    try recountGates(of: project, in: remapping, progress: progress)
    return count
  }

  private static let partSize = 4_000

  private func remap(
    _ remapping: TicketRemapping, _ numbers: Range<Int>
  ) throws(EngineError) -> Int {
    let project = remapping.project.row.id << TicketRow.projectShift
    let range: [Value] = [
      .integer(project | Int64(numbers.lowerBound) << TicketRow.numberShift),
      .integer(project | Int64(numbers.upperBound) << TicketRow.numberShift),
    ]
    let place = "id >= $1 AND id < $2 AND bound_workflow IS NULL"
    // What they meet of the gates ahead is counted anew at the end.
    try run("UPDATE ticket SET met = 0 WHERE \(place) AND met <> 0", range)
    let touched = remapping.touched
    guard !touched.isEmpty else { return 0 }
    for status in touched {
      guard let target = remapping.targets[status.id] else { continue }
      try recordRemapping(status, to: target, remapping, place, range)
    }
    let numbers = touched.map { "\($0.id.number)" }.joined(separator: ", ")
    for ticket in try labelled("\(place) AND status IN (\(numbers))", range) {
      try moveLabels(of: ticket, to: remapping.targets[ticket.column] ?? ticket.column)
    }
    let cases = touched.map { status in
      "WHEN \(status.id.number) THEN \(remapping.targets[status.id]?.number ?? 0)"
    }.joined(separator: " ")
    // All at once, for two statuses may swap their numbers.
    try run(
      """
      UPDATE ticket SET status = CASE status \(cases) END, version = version + 1, updated_at = $3
      WHERE \(place) AND status IN (\(numbers))
      """, range + [.time(remapping.signature.at)])
    return database.changes
  }

  /// One event per ticket, before the tickets change.
  private func recordRemapping(
    _ status: Status, to target: Status.ID, _ remapping: TicketRemapping, _ place: String,
    _ range: [Value]
  ) throws(EngineError) {
    let signature = remapping.signature
    try run(
      """
      INSERT INTO event (at, actor, agent, project, ticket, kind, subject, from_text, to_text,
        change, trace)
      SELECT $4, $5, $6, $7, id, $8, $9, $10, $11, $12,
        '{"step":{"entered":' || entered_at || ',"from":\(status.id.number),"to":\(target.number),'
        || '"workflow":"' || $13 || '"}}'
      FROM ticket WHERE \(place) AND status = $3
      """,
      range + [
        .status(status.id), .time(signature.at), .text(signature.actor),
        .optional(signature.agent), .project(remapping.project.row),
        .text(Event.Kind.ticketRemapped.rawValue), .text(remapping.workflow.name),
        .text(status.name), .text(remapping.workflow.statusName(target)),
        change.map(Value.integer) ?? .null, .text(remapping.workflow.id.description),
      ])
  }
}

extension Store {
  /// Puts tickets that are bound to definitions of their own into the columns of another board.
  private func rehouseGuests(
    of project: StoredProject, in home: Workflow, progress: ChangeProgress?
  ) throws(EngineError) {
    let guests = try query(
      """
      SELECT id, status, bound_workflow, bound_revision, bound_status FROM ticket
      WHERE project = $1 AND bound_workflow IS NOT NULL AND status <> 0
      """, [.project(project.row)]
    ) {
      (
        row: TicketRow(id: $0.int64(0)), column: $0.status(1),
        key: WorkflowKey(row: $0.int64(2), revision: $0.int(3)), status: $0.status(4)
      )
    }
    for (index, guest) in guests.enumerated() {
      guard index % 1_000 != 0 || progress?(index, guests.count) ?? true else {
        throw .interrupted
      }
      let own = try workflow(guest.key)
      guard let status = own.status(guest.status) else { continue }
      let column = home.column(for: status, in: own)
      guard column != guest.column else { continue }
      for ticket in try labelled("id = $1", [.ticket(guest.row)]) {
        try moveLabels(of: ticket, to: column)
      }
      try run(
        "UPDATE ticket SET status = $2 WHERE id = $1", [.ticket(guest.row), .status(column)])
    }
    if !guests.isEmpty { try recount(project.row) }
  }

  /// Counts the columns of a project anew, and the guests in them.
  private func recount(_ project: ProjectRow) throws(EngineError) {
    try run(
      "DELETE FROM counter WHERE project = $1 AND (status < $2 OR status >= $3)",
      [.project(project), .integer(1 << CounterKey.workflowShift), .integer(CounterKey.guestBit)])
    try run(
      """
      INSERT INTO counter (project, status, n)
      SELECT project, status, count(*) FROM ticket INDEXED BY ticket_board
      WHERE project = $1 AND status <> 0 GROUP BY project, status
      """, [.project(project)])
    try run(
      """
      INSERT INTO counter (project, status, n)
      SELECT project, $2 | status, count(*) FROM ticket INDEXED BY ticket_bound
      WHERE project = $1 AND bound_workflow IS NOT NULL AND status <> 0 GROUP BY project, status
      """, [.project(project), .integer(CounterKey.guestBit)])
  }

  /// How many requirements of the gate ahead each following ticket meets, under another definition.
  private func recountGates(
    of project: StoredProject, in remapping: TicketRemapping, progress: ChangeProgress?
  ) throws(EngineError) {
    let rows: [Value] = [
      .integer(project.row.tickets.lowerBound), .integer(project.row.tickets.upperBound),
    ]
    let touched = try query(
      """
      SELECT ticket FROM gate_mark WHERE workflow = $3 AND ticket BETWEEN $1 AND $2
      UNION SELECT ticket FROM field_value WHERE workflow = $3 AND ticket BETWEEN $1 AND $2
      """, rows + [.integer(remapping.key.row)]
    ) { TicketRow(id: $0.int64(0)) }
    for (index, row) in touched.enumerated() {
      let status = try first(
        "SELECT status FROM ticket WHERE id = $1 AND bound_workflow IS NULL", [.ticket(row)]
      ) { $0.status(0) }
      guard let status else { continue }
      let met = try remapping.workflow.metCount(
        aheadOf: status, given: self.progress(of: row, in: remapping.key))
      try run("UPDATE ticket SET met = $2 WHERE id = $1", [.ticket(row), .int(met)])
      guard index % 1_000 != 999 || progress?(index, touched.count) ?? true else {
        throw .interrupted
      }
    }
  }
}

extension EngineError {
  /// A long change that its caller had stopped.
  public static let interrupted = EngineError(
    .interrupted, "It was stopped before it was done; nothing was changed.",
    nextStep: "Repeat it to have it done.")
}
