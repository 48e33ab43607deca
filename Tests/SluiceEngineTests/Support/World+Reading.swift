import SluiceCore
import SluiceEngine
import Testing

extension World {
  /// All that can be read of the engine; equal before and after what should leave no trace.
  func everything() throws -> Everything {
    let page = PageRequest(limit: PageRequest.maximumLimit)
    let projects = try engine.projects(page).items
    var details: [TicketDetail] = []
    for project in projects {
      let query = TicketQuery(project: .id(project.id))
      for ticket in try engine.tickets(query, page).items {
        details.append(try engine.ticket(.id(ticket.id)))
      }
    }
    return Everything(
      events: try events(), organization: try engine.organization(),
      workflows: try engine.workflows(page).items, providers: try engine.providers(page).items,
      boards: try projects.map { try engine.board(BoardQuery(project: .id($0.id))) },
      details: details)
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

/// All that can be read of an engine.
struct Everything: Equatable {
  let events: [Event]
  let organization: Organization
  let workflows: [Workflow]
  let providers: [Provider]
  var boards: [Board]
  let details: [TicketDetail]
}
