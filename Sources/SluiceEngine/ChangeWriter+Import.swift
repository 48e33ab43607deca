internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  func importTickets(
    _ reference: ProjectReference, _ tickets: [ImportedTicket]
  ) throws(EngineError) -> Receipt {
    let project = try store.existing(reference)
    let workflow = try store.workflow(project.workflow)
    let importer = TicketImport(writer: self, project: project, workflow: workflow)
    return try receipt(importer.run(tickets))
  }
}

/// Brings tickets from elsewhere into a project.
///
/// What an attribute becomes is decided three ways: from what the source says now, what it said at the
/// last import, and what stands here. Only what changed at the source is taken over, so that work done
/// here is never undone by an import. A ticket that came without a status was to start over here, so its
/// source never decides where it stands. An import is not a move: transitions, gates and limits do not apply.
private struct TicketImport {
  let writer: ChangeWriter
  let project: StoredProject
  let workflow: Workflow

  private var store: Store { writer.store }

  /// Numbers follow age.
  func run(_ tickets: [ImportedTicket]) throws(EngineError) -> Receipt.Subject {
    try checkSources(tickets)
    let ordered = tickets.sorted { ($0.createdAt, $0.source) < ($1.createdAt, $1.source) }
    var added: [TicketRow] = []
    var updated = 0
    var kept = 0
    for item in ordered {
      if let known = try known(item.source) {
        let update = try update(known.row, from: item, base: known.base)
        if update.isChange { updated += 1 }
        if update.keepsPlace { kept += 1 }
      } else {
        let former = try store.importBase(of: item.source, in: project.row)?.row
        added.append(try add(item))
        if let former { try replace(former, by: added[added.count - 1], item) }
      }
    }
    try index(added)
    return .imported(
      added: added.count, updated: updated, unchanged: ordered.count - added.count - updated,
      kept: kept)
  }

  /// What an earlier import knows of a source: nothing, once the making of its ticket is taken back.
  private func known(
    _ source: String
  ) throws(EngineError) -> (row: TicketRow, base: ImportBase)? {
    guard let known = try store.importBase(of: source, in: project.row) else { return nil }
    guard try store.ticket(known.row, in: project) == nil else { return known }
    return try writer.standing(of: known.row).undoable == nil ? nil : known
  }

  /// Notes with a ticket whose making was taken back that its source has another one now; what has happened
  /// since keeps it from being made again beside that.
  private func replace(
    _ former: TicketRow, by row: TicketRow, _ item: ImportedTicket
  ) throws(EngineError) {
    let key = TicketKey(project: project.project.key, number: row.number, ordinal: row.ordinal)
    try store.append(
      [Event.Draft(.ticketImported, subject: item.source, to: key.description)],
      project: project.row, ticket: former, writer.signature)
  }

  /// Two tickets of one source would be taken for one, and the former be lost.
  private func checkSources(_ tickets: [ImportedTicket]) throws(EngineError) {
    var sources: Set<String> = []
    for item in tickets where !sources.insert(item.source).inserted {
      throw EngineError(
        .invalid, "\(item.source): Two tickets of this import have this source.",
        nextStep: "Give each ticket a source of its own.")
    }
  }

  /// Whole new numbers are made searchable at once, sub-tasks of older tasks one by one.
  private func index(_ added: [TicketRow]) throws(EngineError) {
    guard let first = added.filter({ $0.ordinal == 0 }).min() else {
      for row in added { try index(row) }
      return
    }
    try store.index(from: first)
    for row in added where row < first { try index(row) }
  }

  private func index(_ row: TicketRow) throws(EngineError) {
    guard let ticket = try store.ticket(row, in: project) else { return }
    try store.index(ticket, at: row)
  }

  /// What is imported was not made here: limits do not hold for it, and it is the source that speaks, not an
  /// agent whom the claim of another would lock out.
  private func unlimited(at time: Timestamp) -> Circumstances {
    Circumstances(
      by: Actor(name: writer.actor.name), at: time, hasAssistant: true, occupancy: { _ in 0 })
  }

  /// The ticket that an item describes, with the dates of its source.
  private func ticket(
    _ item: ImportedTicket, id: Ticket.ID, key: TicketKey
  ) throws(EngineError) -> Outcome {
    do {
      var outcome = try item.draft.creating(
        id: id, key: key, in: workflow, unlimited(at: item.createdAt))
      outcome.state.ticket.updatedAt = item.updatedAt
      outcome.state.ticket.enteredAt = item.enteredAt
      outcome.keepDates(following: workflow.id)
      return outcome
    } catch {
      throw EngineError(error).naming(item.source)
    }
  }

  private func add(_ item: ImportedTicket) throws(EngineError) -> TicketRow {
    let row: TicketRow
    do {
      row = try writer.place(item.draft, in: project)
    } catch {
      throw error.naming(item.source)
    }
    let key = TicketKey(project: project.project.key, number: row.number, ordinal: row.ordinal)
    let outcome = try ticket(item, id: writer.makeID(), key: key)
    let ticket = outcome.state.ticket
    try store.insertUnindexed(
      ticket, at: row, try store.place(of: ticket, in: project),
      met: workflow.metCount(of: outcome.state))
    for comment in item.comments { try store.insert(comment, on: row) }
    try store.append(outcome.events, project: project.row, ticket: row, writer.signature)
    let base = ImportBase(outcome.state.ticket, status: item.draft.status)
    try store.setImportBase(base, of: item.source, ticket: row)
    return row
  }
}

extension TicketImport {
  /// What came of a ticket that was there.
  private struct Update {
    var isChange = false
    /// Whether it stands in another status than its source names, and stays there.
    var keepsPlace = false
  }

  /// Takes over what changed at the source.
  private func update(
    _ row: TicketRow, from item: ImportedTicket, base: ImportBase
  ) throws(EngineError) -> Update {
    guard let found = try store.storedTicket(row, in: project) else { return Update() }
    let ticket = found.state.ticket
    let source = try self.ticket(item, id: ticket.id, key: ticket.key).state.ticket
    // One that came without a status stays so, and an item without says nothing of the one known.
    let newBase = ImportBase(source, status: base.status.map { item.draft.status ?? $0 })
    var outcome = try edited(found, to: source, base: base, newBase, item)
    if newBase.status != base.status { move(&outcome, to: source.status, at: item.enteredAt) }
    let keepsPlace =
      base.status == nil && item.draft.status != nil && source.status != ticket.status
    let comments = try missingComments(of: item, on: row)
    outcome.comments = comments
    outcome.events += comments.map { comment in
      let stamp = GateProgress.Stamp(by: comment.author, at: comment.at)
      return Event.Draft(.commented, to: comment.text, trace: .remark(stamp))
    }
    if newBase != base { try store.setImportBase(newBase, of: item.source, ticket: row) }
    guard !outcome.events.isEmpty else { return Update(keepsPlace: keepsPlace) }
    let updated = max(ticket.updatedAt, item.updatedAt)
    outcome.state.ticket.version = ticket.version + 1
    outcome.state.ticket.updatedAt = updated
    outcome.events.insert(
      Event.Draft(.ticketImported, subject: item.source, trace: .updated(updated)), at: 0)
    try writer.write(outcome, over: found, in: workflow)
    return Update(isChange: true, keepsPlace: keepsPlace)
  }

  private func edited(
    _ found: StoredTicket, to source: Ticket, base: ImportBase, _ newBase: ImportBase,
    _ item: ImportedTicket
  ) throws(EngineError) -> Outcome {
    var edit = TicketEdit()
    if newBase.title != base.title { edit.title = source.title }
    if newBase.descriptionHash != base.descriptionHash { edit.description = source.description }
    if newBase.priority != base.priority { edit.priority = source.priority }
    if newBase.assignee != base.assignee { edit.assignee = TicketEdit.Setting(source.assignee) }
    edit.addedLabels = newBase.labels.filter { !base.labels.contains($0) }
    edit.removedLabels = base.labels.filter { !newBase.labels.contains($0) }
    do {
      return try found.state.applying(
        .edit(edit), in: workflow, unlimited(at: writer.signature.at))
    } catch {
      throw EngineError(error).naming(item.source)
    }
  }

  private func move(_ outcome: inout Outcome, to status: Status.ID, at time: Timestamp) {
    let former = outcome.state.ticket.status
    guard former != status else { return }
    let step = EventTrace.Step(
      from: former, to: status, entered: outcome.state.ticket.enteredAt, arrived: time)
    outcome.state.ticket.status = status
    outcome.state.ticket.enteredAt = time
    outcome.events.append(
      Event.Draft(
        .ticketMoved, from: workflow.statusName(former), to: workflow.statusName(status),
        trace: .step(step)))
    if workflow.isTerminal(status) { outcome.letGo() }
  }

  private func missingComments(
    of item: ImportedTicket, on row: TicketRow
  ) throws(EngineError) -> [Comment] {
    guard !item.comments.isEmpty else { return [] }
    // By number and not by text, so that one edited at the source does not come twice.
    var known = try store.commentStamps(on: row)
    return item.comments.filter { comment in
      let stamp = Store.Signature(actor: comment.author, at: comment.at)
      guard let count = known[stamp], count > 0 else { return true }
      known[stamp] = count - 1
      return false
    }
  }
}

extension Outcome {
  /// Lets history keep the dates of the ticket's source with its making.
  fileprivate mutating func keepDates(following workflow: Workflow.ID) {
    let followed = state.ticket.binding == nil ? workflow : nil
    events = events.map { event in
      guard event.kind == .ticketCreated else { return event }
      return Event.Draft(
        event.kind, subject: event.subject, to: event.to, warning: event.warning,
        trace: .made(state.ticket, following: followed))
    }
  }
}

extension EngineError {
  /// The same failure, naming the item it is about.
  fileprivate func naming(_ source: String) -> EngineError {
    EngineError(
      code, "\(source): \(message)", nextStep: nextStep, rejection: rejection, faults: faults,
      current: current)
  }
}
