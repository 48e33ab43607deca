import SluiceCore
import SluiceEngine
import Testing

extension World {
  /// All that can be read of the engine, as text: equal before and after what should leave no trace.
  func everything() throws -> [String] {
    let page = PageRequest(limit: PageRequest.maximumLimit)
    var texts = try events().map { "\($0)" }
    texts.append("\(try engine.organization())")
    texts += try engine.workflows(page).items.map { "\($0)" }
    texts += try engine.providers(page).items.map { "\($0)" }
    for project in try engine.projects(page).items {
      texts.append("\(try engine.board(BoardQuery(project: .id(project.id))).columns)")
      for ticket in try engine.tickets(TicketQuery(project: .id(project.id)), page).items {
        let detail = try engine.ticket(.id(ticket.id))
        texts.append("\(detail.state.ticket) \(detail.comments)")
        texts += detail.state.progress.marks.map { "\($0)" }.sorted()
        texts += detail.state.progress.values.map { "\($0)" }.sorted()
      }
    }
    return texts
  }

  /// All of history, oldest first.
  func events() throws -> [Event] {
    var events: [Event] = []
    var cursor: String?
    repeat {
      let page = try engine.events(
        EventQuery(.oldestFirst(after: 0)), PageRequest(limit: 500, cursor: cursor))
      events += page.items
      cursor = page.nextCursor
    } while cursor != nil
    return events
  }

  /// The lines of a ticket's history, oldest first.
  func lines(_ key: String) throws -> [String] {
    try history(key).reversed().map(\.line)
  }

  /// The name of the status that a ticket is in.
  func status(_ key: String) throws -> String {
    let detail = try detail(key)
    return detail.workflow.statusName(detail.state.ticket.status)
  }

  /// What an engine throws at something that it should refuse.
  func failure(_ body: () throws -> some Any) throws -> EngineError {
    try #require(throws: EngineError.self) { _ = try body() }
  }

  /// What the engine throws at a change when it is only tried.
  func previewRefusal(_ change: Change) throws -> EngineError {
    try failure { try engine.preview(change, by: actor) }
  }
}
