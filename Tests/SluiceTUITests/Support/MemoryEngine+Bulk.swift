import SluiceCore
import Synchronization

/// Changes of several tickets in one go.
extension MemoryEngine.Store {
  mutating func changeTickets(
    _ set: TicketSet, _ change: TicketChange, isAtomic: Bool, by actor: Actor
  ) throws(EngineError) -> Receipt {
    let former = self
    let first = sequence + 1
    var results: [TicketResult] = []
    for key in keys(of: set) {
      do {
        let before = sequence
        let receipt = try apply(
          .changeTicket(.key(key), change), by: actor)
        guard case .ticket(let ticket) = receipt.subject else { continue }
        results.append(
          TicketResult(
            key: key, ending: sequence == before ? .unchanged : .changed, title: ticket.title,
            status: ticket.status == .nowhere ? "" : workflow.statusName(ticket.status),
            warnings: receipt.warnings))
      } catch {
        let ticket = tickets[key]?.ticket
        results.append(
          TicketResult(
            key: key, ending: .refused(error), title: ticket?.title ?? "",
            status: ticket.map { workflow.statusName($0.status) } ?? ""))
      }
    }
    if isAtomic, results.contains(where: \.isRefused) {
      self = former
      throw EngineError(.refused, "Not all can be changed, so none was.", results: results)
    }
    joinEvents(from: first)
    return Receipt(
      subject: .tickets(results), sequence: sequence, change: sequence >= first ? first : nil)
  }

  /// Lets all that happened from a place on be one change.
  private mutating func joinEvents(from first: Int64) {
    for (key, list) in events {
      events[key] = list.map { event in
        guard event.sequence >= first else { return event }
        return Event(
          sequence: event.sequence, change: first, at: event.at, actor: event.actor,
          ticket: event.ticket, body: event.body)
      }
    }
  }

  private func keys(of set: TicketSet) -> [TicketKey] {
    switch set {
    case .list(let references): return references.compactMap(\.memoryKey)
    case .query(let query): return keys(of: query)
    case .joined(let references, let queries, let except):
      let left = Set(except.compactMap(\.memoryKey))
      var seen: Set<TicketKey> = []
      return (references.compactMap(\.memoryKey) + queries.flatMap(keys(of:)))
        .filter { !left.contains($0) && seen.insert($0).inserted }
    }
  }

  private func keys(of query: TicketQuery) -> [TicketKey] {
    let found = tickets.values.filter { state in
      let ticket = state.ticket
      guard query.project == .key(ticket.key.project), ticket.status != .nowhere else {
        return false
      }
      guard query.column == nil || query.column == column(of: ticket) else { return false }
      let workflow = workflow(of: ticket)
      guard query.status == nil || query.status == workflow.statusName(ticket.status) else {
        return false
      }
      return query.filter.passes(state, in: workflow)
    }
    return found.map(\.ticket.key).sorted { ($0.number, $0.ordinal) > ($1.number, $1.ordinal) }
  }

  /// Takes a change of several tickets back as one.
  mutating func undoMany(_ change: Int64, by actor: Actor) throws(EngineError) -> Receipt {
    let keys = keys(of: change).sorted { $0.number > $1.number }
    var results: [TicketResult] = []
    for key in keys {
      _ = try reverse(.ticket(.key(key)), isRedo: false, by: actor)
      let status = tickets[key].map { workflow.statusName($0.ticket.status) } ?? ""
      results.append(TicketResult(key: key, ending: .changed, status: status))
    }
    return Receipt(subject: .tickets(results), sequence: sequence, change: sequence)
  }
}

extension MemoryEngine.Store {
  /// Whether a change was one of several tickets.
  func isOfMany(_ change: Int64) -> Bool { keys(of: change).count > 1 }

  fileprivate func keys(of change: Int64) -> [TicketKey] {
    events.filter { $0.value.contains { $0.change == change } }.map(\.key)
  }
}

extension TicketReference {
  fileprivate var memoryKey: TicketKey? {
    if case .key(let key) = self { key } else { nil }
  }
}

extension MemoryEngine {
  func preview(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    let answer = store.withLock { store -> Result<Receipt, EngineError> in
      store.calls.append("preview")
      if let failure = store.readFailure { return .failure(failure) }
      var rehearsed = store
      do throws(EngineError) {
        return .success(try rehearsed.apply(change, by: actor))
      } catch {
        return .failure(error)
      }
    }
    return try answer.get()
  }

  /// What has happened, on one page.
  func events(_ query: EventQuery, _ page: PageRequest) throws(EngineError) -> Page<Event> {
    store.withLock { store in
      store.calls.append("events")
      var start = Int64.min
      if case .oldestFirst(let place) = query.order { start = place }
      let found = store.events.values.joined().filter { event in
        event.sequence > start && (query.kinds.isEmpty || query.kinds.contains(event.body.kind))
          && query.actor.map { $0 == event.actor } ?? true
      }
      let sorted = found.sorted { $0.sequence < $1.sequence }
      return Page(items: query.order == .newestFirst ? sorted.reversed() : sorted)
    }
  }
}
