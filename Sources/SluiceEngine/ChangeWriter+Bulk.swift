internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  /// Changes a set of tickets in one go, which is then also taken back in one go.
  ///
  /// - Throws: `refused` with what became of each ticket, if one may not be changed and all should be.
  func changeTickets(
    _ set: TicketSet, _ change: TicketChange, isAtomic: Bool, _ expectation: Expectation
  ) throws(EngineError) -> Receipt {
    let newest = try store.newestSequence()
    let references =
      if let found = search?.references(now: newest) { found } else { try references(of: set) }
    var results: [TicketResult] = []
    results.reserveCapacity(references.count)
    // A ticket may be named by its key and by its id, and found by several queries.
    var seen = try excluded(from: set)
    for (index, reference) in references.enumerated() {
      do {
        let found = try store.existing(reference)
        if seen.insert(found.row).inserted {
          results.append(try result(of: change, on: found, expectation))
        }
      } catch {
        guard error.code == .notFound, case .key(let key) = reference else { throw error }
        results.append(TicketResult(key: key, ending: .refused(error), status: ""))
      }
      guard index % 1_000 != 999 || progress?(index + 1, references.count) ?? true else {
        throw .interrupted
      }
    }
    if case .delete = change { try deleteFamilies(&results, expectation) }
    let refused = results.filter(\.isRefused)
    guard refused.isEmpty || !isAtomic else { throw .refusing(refused, of: results) }
    return try receipt(.tickets(results), warnings: results.flatMap(\.warnings))
  }

  /// Tries tasks again that were named before their sub-tasks, which are deleted by now.
  private func deleteFamilies(
    _ results: inout [TicketResult], _ expectation: Expectation
  ) throws(EngineError) {
    for (index, former) in results.enumerated() where former.isRefused && former.key.ordinal == 0 {
      guard let (row, project) = try store.locate(.key(former.key)),
        let found = try store.storedTicket(row, in: project)
      else { continue }
      results[index] = try result(of: .delete, on: found, expectation)
    }
  }

  private func result(
    of change: TicketChange, on found: StoredTicket, _ expectation: Expectation
  ) throws(EngineError) -> TicketResult {
    let workflow = try store.workflow(found.workflow)
    let key = found.state.ticket.key
    let outcome: Outcome
    do {
      try check(expectation, of: found.state.ticket, in: workflow)
      outcome = try self.outcome(of: change, on: found, in: workflow)
    } catch {
      guard error.code == .refused || error.code == .conflict else { throw error }
      let ticket = found.state.ticket
      return TicketResult(
        key: key, ending: .refused(error), title: ticket.title,
        status: workflow.statusName(ticket.status))
    }
    if !outcome.events.isEmpty { try write(outcome, over: found, in: workflow) }
    let ticket = outcome.state.ticket
    return TicketResult(
      key: key, ending: outcome.events.isEmpty ? .unchanged : .changed, title: ticket.title,
      status: ticket.status == .nowhere ? "" : workflow.statusName(ticket.status),
      warnings: outcome.warnings)
  }

  /// Looks for the tickets of a set before anybody has to wait for it.
  func search(for set: TicketSet) throws(EngineError) -> TicketSearch {
    TicketSearch(
      sequence: try store.newestSequence(), references: try references(of: set))
  }

  private func references(of set: TicketSet) throws(EngineError) -> [TicketReference] {
    switch set {
    case .list(let references): return references
    case .query(let query): return try found(by: query)
    case .joined(let tickets, let queries, _):
      guard queries.count <= TicketSet.maximumQueries else {
        throw EngineError(
          .invalid, "At most \(TicketSet.maximumQueries) queries are joined; these are more.")
      }
      var references = tickets
      for query in queries { references += try found(by: query) }
      return references
    }
  }

  private func excluded(from set: TicketSet) throws(EngineError) -> Set<TicketRow> {
    guard case .joined(_, _, let except) = set else { return [] }
    var rows: Set<TicketRow> = []
    for reference in except {
      if let (row, _) = try store.locate(reference) { rows.insert(row) }
    }
    return rows
  }

  private func found(by query: TicketQuery) throws(EngineError) -> [TicketReference] {
    let project = try store.existing(query.project)
    let status = try query.status.map { (name) throws(EngineError) in
      try store.existingStatus(name, in: project)
    }
    let plan = try store.plan(query.filter, in: project, at: signature.at)
    var references: [TicketReference] = []
    var below: TicketRow?
    repeat {
      let run = try store.tickets(
        of: project, status: status, column: query.column, filter: plan, below: below,
        limit: PageRequest.maximumLimit)
      references += run.tickets.map { .id($0.id) }
      below = run.next
      guard below == nil || progress?(0, references.count) ?? true else { throw .interrupted }
    } while below != nil
    return references
  }
}

/// The tickets that a set was when they were looked for.
struct TicketSearch {
  /// The newest event then.
  let sequence: Int64
  let references: [TicketReference]

  /// The tickets, unless something happened since that may have made others of them.
  func references(now newest: Int64) -> [TicketReference]? {
    newest == sequence ? references : nil
  }
}

extension EngineError {
  fileprivate static func refusing(
    _ refused: [TicketResult], of results: [TicketResult]
  ) -> EngineError {
    var first: EngineError?
    if case .refused(let error)? = refused.first?.ending { first = error }
    let key = refused.first?.key.description ?? ""
    let others = refused.count - 1
    return EngineError(
      first?.code ?? .refused,
      "\(refused.count) of \(results.count) tickets cannot be changed, so none was. \(key): "
        + (first?.message ?? "") + (others > 0 ? " And \(others) more." : ""),
      nextStep: "Leave them out, or change those that can be with --keep-going.",
      rejection: first?.rejection, results: results)
  }
}
