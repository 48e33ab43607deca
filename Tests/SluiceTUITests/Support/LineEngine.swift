import SluiceCore
import Synchronization

/// An engine at the end of a line that a test can cut.
final class LineEngine: EngineLink {
  /// What becomes of the next change.
  enum Fault: Equatable {
    /// The line is lost on the way there.
    case request
    /// The line is lost on the way back: the change is made.
    case answer
  }

  private struct Line {
    var state = LinkState.live
    var fault: Fault?
    /// The receipts by the ids under which they were asked for.
    var receipts: [Change.ID: Receipt] = [:]
    var isHungUp = false
  }

  static let lost = EngineError(
    .unavailable, "The server does not answer.", nextStep: "It is tried again by itself.")

  let memory: MemoryEngine
  private let line = Mutex(Line())

  init(_ memory: MemoryEngine) {
    self.memory = memory
  }

  var linkState: LinkState { line.withLock { $0.state } }

  var changeDescriptor: Int32? { memory.changeDescriptor }

  /// How many changes were made.
  var madeCount: Int { line.withLock { $0.receipts.count } }

  func become(_ state: LinkState) {
    line.withLock { $0.state = state }
  }

  func failNext(_ fault: Fault?) {
    line.withLock { $0.fault = fault }
  }

  func hangUp() {
    line.withLock { $0.isHungUp = true }
  }

  func apply(_ change: Change, by actor: Actor, as id: Change.ID) throws(EngineError) -> Receipt {
    let fault = line.withLock { line in
      defer { line.fault = nil }
      return line.fault
    }
    if fault == .request { throw Self.lost }
    try requireLine()
    if let receipt = line.withLock({ $0.receipts[id] }) { return receipt }
    let receipt = try memory.apply(change, by: actor)
    line.withLock { $0.receipts[id] = receipt }
    if fault == .answer { throw Self.lost }
    return receipt
  }

  private func requireLine() throws(EngineError) {
    guard line.withLock({ $0.state == .live && !$0.isHungUp }) else { throw Self.lost }
  }
}

/// What goes over the line as it is.
extension LineEngine {
  func organization() throws(EngineError) -> Organization { try memory.organization() }

  func projects(_ page: PageRequest) throws(EngineError) -> Page<Project> {
    try requireLine()
    return try memory.projects(page)
  }

  func project(_ reference: ProjectReference) throws(EngineError) -> Project {
    try requireLine()
    return try memory.project(reference)
  }

  func workflows(_ page: PageRequest) throws(EngineError) -> Page<Workflow> {
    try memory.workflows(page)
  }

  func workflow(_ reference: WorkflowReference) throws(EngineError) -> Workflow {
    try memory.workflow(reference)
  }

  func board(_ query: BoardQuery) throws(EngineError) -> Board {
    try requireLine()
    return try memory.board(query)
  }

  func count(_ query: CountQuery) throws(EngineError) -> CountSlice {
    try requireLine()
    return try memory.count(query)
  }

  func column(_ query: ColumnQuery) throws(EngineError) -> CardWindow {
    try requireLine()
    return try memory.column(query)
  }

  func tickets(_ query: TicketQuery, _ page: PageRequest) throws(EngineError) -> Page<Ticket> {
    try memory.tickets(query, page)
  }

  func ticket(_ reference: TicketReference) throws(EngineError) -> TicketDetail {
    try requireLine()
    return try memory.ticket(reference)
  }

  func history(
    of reference: TicketReference, _ page: PageRequest
  ) throws(EngineError) -> Page<Event> {
    try requireLine()
    return try memory.history(of: reference, page)
  }

  func events(_ query: EventQuery, _ page: PageRequest) throws(EngineError) -> Page<Event> {
    try memory.events(query, page)
  }

  func available(_ query: QueueQuery, _ page: PageRequest) throws(EngineError) -> Page<Ticket> {
    try memory.available(query, page)
  }

  func claimed(
    by agent: String, _ query: QueueQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    try memory.claimed(by: agent, query, page)
  }

  func providers(_ page: PageRequest) throws(EngineError) -> Page<Provider> {
    try memory.providers(page)
  }

  func provider(_ reference: ProviderReference) throws(EngineError) -> Provider {
    try memory.provider(reference)
  }

  func testProvider(_ reference: ProviderReference) throws(EngineError) -> ProviderReport {
    try memory.testProvider(reference)
  }

  func suggestions(
    _ kind: SuggestionKind, in project: ProjectReference, prefix: String, limit: Int
  ) throws(EngineError) -> [String] {
    try requireLine()
    return try memory.suggestions(kind, in: project, prefix: prefix, limit: limit)
  }

  func apply(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    try requireLine()
    return try memory.apply(change, by: actor, progress: progress)
  }

  func preview(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    try requireLine()
    return try memory.preview(change, by: actor, progress: progress)
  }

  func takeForeignChange() -> Bool { memory.takeForeignChange() }
}
