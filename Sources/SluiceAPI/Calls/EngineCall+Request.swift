internal import SluiceCore

extension EngineCall {
  /// The call as a request.
  public var request: WireRequest {
    switch self {
    case .organization: WireRequest(kind)
    case .projects(let page), .workflows(let page), .providers(let page):
      WireRequest(kind, query: page.query)
    case .opening(let query):
      WireRequest(
        kind,
        query: .one("preferred", query.preferred?.text)
          + [.init("limit", String(query.limit))])
    case .project(let project): WireRequest(kind, parameters: ["project": project.description])
    case .workflow(let workflow): WireRequest(kind, query: workflow.query)
    case .provider(let provider), .testProvider(let provider):
      WireRequest(kind, query: provider.query)
    case .ticket(let ticket): WireRequest(kind, parameters: ["ticket": ticket.description])
    case .history(let ticket, let page):
      WireRequest(kind, parameters: ["ticket": ticket.description], query: page.query)
    case .events(let query, let page): WireRequest(kind, query: query.items + page.query)
    case .available(let query, let page): WireRequest(kind, query: query.items + page.query)
    case .claimed(let agent, let query, let page):
      WireRequest(kind, query: [.init("agent", agent)] + query.items + page.query)
    case .apply(let change, let agent), .preview(let change, let agent):
      WireRequest(kind, body: ChangeRequest(change: change, agent: agent).wireBytes)
    case .board, .count, .column, .tickets, .suggestions: requestOfProject
    }
  }

  private var requestOfProject: WireRequest {
    switch self {
    case .board(let query):
      WireRequest(
        kind, parameters: ["project": query.project.description],
        query: query.filter.query + [.init("limit", String(query.limit))])
    case .count(let query):
      WireRequest(
        kind, parameters: ["project": query.project.description],
        query: query.filter.query + .one("cursor", query.cursor))
    case .column(let query):
      WireRequest(
        kind,
        parameters: [
          "project": query.project.description, "status": String(query.status.number),
        ],
        query: query.filter.query + query.anchor.query + [.init("limit", String(query.limit))])
    case .tickets(let query, let page):
      WireRequest(
        kind, parameters: ["project": query.project.description],
        query: .one("status", query.status)
          + .one("column", query.column.map { String($0.number) }) + query.filter.query + page.query
      )
    case .suggestions(let suggestion, let project, let prefix, let limit):
      WireRequest(
        kind, parameters: ["project": project.description],
        query: [
          .init("kind", suggestion.word), .init("prefix", prefix), .init("limit", String(limit)),
        ])
    default: WireRequest(kind)
    }
  }
}

/// The body of a call that asks for a change.
struct ChangeRequest: WireRecord {
  let change: Change
  let agent: String?

  init(change: Change, agent: String?) {
    self.change = change
    self.agent = agent
  }

  init(parts: inout WireObject) throws(WireFault) {
    change = try parts.read("change")
    agent = try parts.optional("agent")
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("change", change)
    writer.member("agent", agent)
  }
}

extension [WireRequest.Item] {
  /// One item, or none if there is no value.
  static func one(_ name: String, _ value: String?) -> [WireRequest.Item] {
    value.map { [WireRequest.Item(name, $0)] } ?? []
  }
}
