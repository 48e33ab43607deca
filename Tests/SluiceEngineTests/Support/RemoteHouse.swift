import SluiceClient
import SluiceCore
import Synchronization

/// Remote engines of one organization, one for each person that makes a change: a server knows who is signed in,
/// and does not ask.
final class RemoteHouse: Engine {
  private let connect: @Sendable (_ person: String) throws(EngineError) -> RemoteEngine
  private let engines = Mutex<[String: RemoteEngine]>([:])

  /// A house whose engines are made when a person first calls.
  init(_ connect: @escaping @Sendable (_ person: String) throws(EngineError) -> RemoteEngine) {
    self.connect = connect
  }

  private func engine(of person: String = "ann") throws(EngineError) -> RemoteEngine {
    try engines.withLock { (engines) throws(EngineError) in
      if let engine = engines[person] { return engine }
      let engine = try connect(person)
      engines[person] = engine
      return engine
    }
  }

  func organization() throws(EngineError) -> Organization { try engine().organization() }

  func projects(_ page: PageRequest) throws(EngineError) -> Page<Project> {
    try engine().projects(page)
  }

  func project(_ reference: ProjectReference) throws(EngineError) -> Project {
    try engine().project(reference)
  }

  func workflows(_ page: PageRequest) throws(EngineError) -> Page<Workflow> {
    try engine().workflows(page)
  }

  func workflow(_ reference: WorkflowReference) throws(EngineError) -> Workflow {
    try engine().workflow(reference)
  }

  func board(_ query: BoardQuery) throws(EngineError) -> Board { try engine().board(query) }

  func opening(_ query: OpeningQuery) throws(EngineError) -> Board? { try engine().opening(query) }

  func count(_ query: CountQuery) throws(EngineError) -> CountSlice { try engine().count(query) }

  func column(_ query: ColumnQuery) throws(EngineError) -> CardWindow {
    try engine().column(query)
  }

  func tickets(_ query: TicketQuery, _ page: PageRequest) throws(EngineError) -> Page<Ticket> {
    try engine().tickets(query, page)
  }

  func ticket(_ reference: TicketReference) throws(EngineError) -> TicketDetail {
    try engine().ticket(reference)
  }

  func history(
    of reference: TicketReference, _ page: PageRequest
  ) throws(EngineError) -> Page<Event> {
    try engine().history(of: reference, page)
  }

  func events(_ query: EventQuery, _ page: PageRequest) throws(EngineError) -> Page<Event> {
    try engine().events(query, page)
  }

  func available(_ query: QueueQuery, _ page: PageRequest) throws(EngineError) -> Page<Ticket> {
    try engine().available(query, page)
  }

  func claimed(
    by agent: String, _ query: QueueQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    try engine().claimed(by: agent, query, page)
  }

  func providers(_ page: PageRequest) throws(EngineError) -> Page<Provider> {
    try engine().providers(page)
  }

  func provider(_ reference: ProviderReference) throws(EngineError) -> Provider {
    try engine().provider(reference)
  }

  func testProvider(_ reference: ProviderReference) throws(EngineError) -> ProviderReport {
    try engine().testProvider(reference)
  }

  func suggestions(
    _ kind: SuggestionKind, in project: ProjectReference, prefix: String, limit: Int
  ) throws(EngineError) -> [String] {
    try engine().suggestions(kind, in: project, prefix: prefix, limit: limit)
  }

  func apply(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    try engine(of: actor.name).apply(change, by: actor, progress: progress)
  }

  func preview(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    try engine(of: actor.name).preview(change, by: actor, progress: progress)
  }

  var changeDescriptor: Int32? { nil }

  func takeForeignChange() -> Bool { false }
}
