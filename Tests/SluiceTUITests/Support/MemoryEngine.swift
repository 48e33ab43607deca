import SluiceCore
import Synchronization

/// An engine that keeps a few hundred tickets in memory and decides by the real rules.
final class MemoryEngine: Engine {
  struct Store {
    var projects: [Project] = []
    var workflow: Workflow
    /// Definitions that tickets are bound to.
    var definitions: [WorkflowRevision: Workflow] = [:]
    var tickets: [TicketKey: TicketState] = [:]
    var comments: [TicketKey: [Comment]] = [:]
    var events: [TicketKey: [Event]] = [:]
    var sequence: Int64 = 1
    /// What every write answers, if it is to fail.
    var writeFailure: EngineError?
    /// What every read answers, if it is to fail.
    var readFailure: EngineError?
    var hasForeignChange = false
    /// What was asked, in order.
    var calls: [String] = []
  }

  let store: Mutex<Store>
  let changeDescriptor: Int32?
  /// Called at the start of every call, outside the lock, to hold it up.
  let gate: @Sendable (String) -> Void

  init(
    _ workflow: Workflow = Sample.workflow, projects: [Project] = [Sample.project],
    changeDescriptor: Int32? = nil, gate: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    store = Mutex(Store(projects: projects, workflow: workflow))
    self.changeDescriptor = changeDescriptor
    self.gate = gate
  }

  var calls: [String] { store.withLock { $0.calls } }

  func add(_ details: [TicketDetail]) {
    store.withLock { store in
      for detail in details {
        store.tickets[detail.state.ticket.key] = detail.state
        if let binding = detail.state.ticket.binding {
          store.definitions[binding] = detail.workflow
        }
        store.comments[detail.state.ticket.key] = detail.comments
      }
    }
  }

  /// Changes a ticket behind the board's back.
  func changeForeign(_ key: TicketKey, _ change: (inout TicketState) -> Void) {
    store.withLock { store in
      guard var state = store.tickets[key] else { return }
      change(&state)
      state.ticket.version += 1
      store.tickets[key] = state
      store.sequence += 1
      store.hasForeignChange = true
    }
  }

  func failWrites(_ error: EngineError?) {
    store.withLock { $0.writeFailure = error }
  }

  func failReads(_ error: EngineError?) {
    store.withLock { $0.readFailure = error }
  }

  func takeForeignChange() -> Bool {
    gate("takeForeignChange")
    return store.withLock { store in
      defer { store.hasForeignChange = false }
      store.calls.append("takeForeignChange")
      return store.hasForeignChange
    }
  }
}

extension MemoryEngine {
  private func reading<Answer>(
    _ call: String, _ body: (Store) throws(EngineError) -> Answer
  ) throws(EngineError) -> Answer {
    gate(call)
    let copy = store.withLock { store in
      store.calls.append(call)
      return store
    }
    if let failure = copy.readFailure { throw failure }
    return try body(copy)
  }

  func projects(_ page: PageRequest) throws(EngineError) -> Page<Project> {
    try reading("projects") { (store) throws(EngineError) in Page(items: store.projects) }
  }

  func project(_ reference: ProjectReference) throws(EngineError) -> Project {
    try reading("project \(reference)") { (store) throws(EngineError) in
      try store.project(reference)
    }
  }

  func workflows(_ page: PageRequest) throws(EngineError) -> Page<Workflow> {
    try reading("workflows") { (store) throws(EngineError) in Page(items: [store.workflow]) }
  }

  func workflow(_ reference: WorkflowReference) throws(EngineError) -> Workflow {
    try reading("workflow \(reference)") { (store) throws(EngineError) in store.workflow }
  }

  func board(_ query: BoardQuery) throws(EngineError) -> Board {
    try reading("board \(query.project)") { (store) throws(EngineError) in
      let project = try store.project(query.project)
      let all = store.tickets.values.filter { $0.ticket.key.project == project.key }
      let totals = all.reduce(into: [:]) { $0[store.column(of: $1.ticket), default: 0] += 1 }
      let columns = store.workflow.statuses.map { status in
        let cards = store.cards(status.id, project.key, query.filter)
        return Board.Column(
          status: status.id, count: .exactly(cards.count), total: totals[status.id] ?? 0,
          window: CardWindow(
            cards: Array(cards.prefix(query.limit)), hasEarlier: false,
            hasLater: cards.count > query.limit))
      }
      return Board(
        project: project, workflow: store.workflow, columns: columns, sequence: store.sequence)
    }
  }

  func count(_ query: CountQuery) throws(EngineError) -> CountSlice {
    try reading("count") { (store) throws(EngineError) in
      let project = try store.project(query.project)
      let counts = store.workflow.statuses.map { status in
        (status.id, store.cards(status.id, project.key, query.filter).count)
      }
      return CountSlice(counts: Dictionary(counts, uniquingKeysWith: +).filter { $0.value > 0 })
    }
  }

  func column(_ query: ColumnQuery) throws(EngineError) -> CardWindow {
    try reading("column \(query.status.number)") { (store) throws(EngineError) in
      let project = try store.project(query.project)
      let cards = store.cards(query.status, project.key, query.filter)
      let range = query.range(in: cards)
      return CardWindow(
        cards: Array(cards[range]), hasEarlier: range.lowerBound > 0,
        hasLater: range.upperBound < cards.count)
    }
  }

  func tickets(_ query: TicketQuery, _ page: PageRequest) throws(EngineError) -> Page<Ticket> {
    try reading("tickets") { (store) throws(EngineError) in
      Page(items: store.tickets.values.map(\.ticket).sorted { $0.key.number > $1.key.number })
    }
  }

  func ticket(_ reference: TicketReference) throws(EngineError) -> TicketDetail {
    try reading("ticket \(reference)") { (store) throws(EngineError) in
      try store.detail(reference)
    }
  }

  func history(
    of reference: TicketReference, _ page: PageRequest
  ) throws(EngineError) -> Page<Event> {
    try reading("history \(reference)") { (store) throws(EngineError) in
      guard case .key(let key) = reference, store.tickets[key] != nil else {
        throw .notFound("ticket", reference.description)
      }
      let events = Array((store.events[key] ?? []).reversed())
      let start = page.cursor.flatMap(Int.init) ?? 0
      let end = min(events.count, start + page.limit)
      return Page(
        items: start < end ? Array(events[start..<end]) : [],
        nextCursor: end < events.count ? String(end) : nil)
    }
  }

  func suggestions(
    _ kind: SuggestionKind, in project: ProjectReference, prefix: String, limit: Int
  ) throws(EngineError) -> [String] {
    try reading("suggestions \(prefix)") { (store) throws(EngineError) in
      let all = store.tickets.values.flatMap { state in
        kind == .label ? state.ticket.labels : [state.ticket.assignee].compactMap { $0 }
      }
      return Array(Set(all).filter { $0.hasPrefix(prefix) }.sorted().prefix(limit))
    }
  }
}

extension MemoryEngine {
  func apply(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    gate("apply")
    let answer = store.withLock { store -> Result<Receipt, EngineError> in
      store.calls.append("apply \(change.word)")
      if let failure = store.writeFailure { return .failure(failure) }
      do throws(EngineError) {
        return .success(try store.apply(change, by: actor))
      } catch {
        return .failure(error)
      }
    }
    return try answer.get()
  }
}

extension Change {
  fileprivate var word: String {
    switch self {
    case .createTicket(_, let draft): "create \(draft.title)"
    case .changeTicket(let reference, .move(let name), _): "move \(reference) to \(name)"
    case .changeTicket(let reference, .delete, _): "delete \(reference)"
    case .changeTicket(let reference, _, _): "change \(reference)"
    case .undo(let subject): "undo \(subject.word)"
    case .redo(let subject): "redo \(subject.word)"
    default: "other"
    }
  }
}

extension UndoSubject {
  fileprivate var word: String {
    switch self {
    case .mine: "mine"
    case .ticket(let reference): "\(reference)"
    case .change(let number): "\(number)"
    }
  }
}

extension ColumnQuery {
  fileprivate func range(in cards: [Card]) -> Range<Int> {
    switch anchor {
    case .top: return 0..<min(limit, cards.count)
    case .bottom: return max(0, cards.count - limit)..<cards.count
    case .below(let place): return window(from: cards.firstIndex { $0.position > place }, in: cards)
    case .at(let place): return window(from: cards.firstIndex { $0.position >= place }, in: cards)
    case .above(let place):
      let end = cards.firstIndex { $0.position >= place } ?? cards.count
      return max(0, end - limit)..<end
    }
  }

  private func window(from start: Int?, in cards: [Card]) -> Range<Int> {
    let start = start ?? cards.count
    return start..<min(cards.count, start + limit)
  }
}
