public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// The history of one ticket, newest first; also of one that is deleted.
  public func history(
    of reference: TicketReference, _ page: PageRequest
  ) throws(EngineError) -> Page<Event> {
    let cursor = try page.number() ?? .max
    return try reading { (store) throws(EngineError) in
      let row = try store.existingRow(reference).row
      let events = try store.events(of: row, before: cursor, limit: page.limit + 1)
      return Page(events, limit: page.limit) { "\($0.sequence)" }
    }
  }

  /// What has happened, in the order that the query asks for.
  ///
  /// A page of a narrow query may be short and yet not the last.
  public func events(
    _ query: EventQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Event> {
    let cursor = try page.number()
    return try reading { (store) throws(EngineError) in
      let project = try query.project.map { (reference) throws(EngineError) in
        try store.existing(reference).row
      }
      let ticket = try query.ticket.map { (reference) throws(EngineError) in
        try store.existingRow(reference).row
      }
      let scope = EventScope(project: project, ticket: ticket, query: query)
      let (events, next) = try store.events(scope, beyond: cursor, limit: page.limit)
      return Page(items: events, nextCursor: next.map { "\($0)" })
    }
  }
}

extension Store {
  /// The row that a caller names, also of a deleted ticket.
  fileprivate func existingRow(
    _ reference: TicketReference
  ) throws(EngineError) -> (row: TicketRow, project: StoredProject) {
    guard let (row, project) = try locate(reference),
      try storedTicketOrDeleted(row, in: project) != nil
    else {
      let found = try existing(reference)
      return (found.row, found.project)
    }
    return (row, project)
  }
}
