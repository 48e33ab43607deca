extension TicketState {
  /// The ticket as history says that it was after its first events; `nil` before it was made.
  ///
  /// `events` are all events of the ticket from its making on, oldest first, up to the moment asked for.
  /// One that is deleted is in the status of number 0. Source: rule 8.
  public init?(rebuilding events: [Event]) {
    guard let first = events.first, case .made(let ticket)? = first.body.trace else { return nil }
    self.init(ticket: ticket)
    var rest = events.dropFirst()
    rest = rest.drop { $0.change == first.change }
    let changes = Self.changes(events)
    while let head = rest.first {
      let part = rest.prefix { $0.change == head.change }
      rest = rest.dropFirst(part.count)
      for event in part { apply(event, among: changes) }
      self.ticket.version += 1
      self.ticket.updatedAt = head.at
    }
  }

  private static func changes(_ events: [Event]) -> [Int64: [Event]] {
    Dictionary(grouping: events, by: \.change)
  }

  private mutating func apply(_ event: Event, among changes: [Int64: [Event]]) {
    switch (event.body.kind, event.body.trace) {
    case (.changeUndone, .change(let change)?):
      for former in (changes[change] ?? []).reversed() { takeBack(former) }
    case (.changeRedone, .change(let change)?):
      for former in changes[change] ?? [] { replay(former) }
    default: replay(event)
    }
  }
}
