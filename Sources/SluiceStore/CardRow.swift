internal import SQLite
internal import SluiceCore

/// A row of a card source; columns are read only as they are asked for.
struct CardRow {
  let row: Row

  var ticket: TicketRow { TicketRow(id: row.int64(0)) }
  var status: Status.ID { row.status(1) }

  /// Its place in its column.
  var position: CardPosition {
    get throws(SQLiteError) {
      CardPosition(
        priority: try row.priority(2), enteredAt: row.time(3), number: ticket.number,
        ordinal: ticket.ordinal)
    }
  }

  func card(in project: ProjectKey, _ store: Store) throws(SQLiteError) -> Card {
    Card(
      key: ticket.key(in: project), status: status, title: row.text(4),
      priority: try row.priority(2), assignee: row.optionalText(5), labels: row.labels(6),
      due: row.day(7), enteredAt: row.time(3), metRequirements: row.int(8), version: row.int(9),
      agent: row.optionalText(10), bound: boundPlace(store))
  }

  /// The definition to which the ticket is bound; `nil` for one that follows its project's.
  private func ownWorkflow(_ store: Store) -> Workflow? {
    guard !row.isNull(11) else { return nil }
    return try? store.workflow(WorkflowKey(row: row.int64(11), revision: row.int(12)))
  }

  /// Whether the ticket is in a status of that name: of its own workflow if it is bound to one.
  func isIn(_ named: NamedStatus, _ store: Store) -> Bool {
    guard let workflow = ownWorkflow(store) else { return status == named.followed }
    return workflow.status(meant: named.name)?.id == row.status(13)
  }

  private func boundPlace(_ store: Store) -> Card.BoundPlace? {
    guard let workflow = ownWorkflow(store) else { return nil }
    let status = row.status(13)
    return Card.BoundPlace(
      workflow: workflow.name, status: workflow.statusName(status),
      requirements: workflow.gateAhead(of: status)?.requirementCount ?? 0)
  }

  /// Whether all of a filter holds but its words.
  func passes(_ filter: BoardFilter) -> Bool {
    if let minimum = filter.minimumPriority, row.int(2) < minimum.rawValue { return false }
    switch filter.assignee {
    case .named(let name):
      if !(row.optionalText(5)?.utf8.elementsEqual(name.utf8) ?? false) { return false }
    case .nobody: if !row.isNull(5) { return false }
    case nil: break
    }
    guard !filter.labels.isEmpty else { return true }
    let labels = row.labels(6)
    return filter.labels.allSatisfy { label in
      labels.contains { $0.utf8.elementsEqual(label.utf8) }
    }
  }
}
