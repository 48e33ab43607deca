import SluiceAPI
import SluiceCore

extension Arbitrary {
  mutating func call(_ kind: EngineCall.Kind) -> EngineCall {
    switch kind {
    case .organization: .organization
    case .projects: .projects(page())
    case .project: .project(project())
    case .workflows: .workflows(page())
    case .workflow: .workflow(workflowReference())
    case .board: .board(BoardQuery(project: project(), filter: filter(), limit: number()))
    case .opening:
      .opening(OpeningQuery(preferred: maybe { $0.ticketKey().project }, limit: number()))
    case .count:
      .count(CountQuery(project: project(), filter: filter(), cursor: maybe { $0.text() }))
    case .column:
      .column(
        ColumnQuery(
          project: project(), status: status(), filter: filter(), anchor: anchor(),
          limit: number()))
    case .tickets: .tickets(ticketQuery(), page())
    case .ticket: .ticket(ticketReference())
    case .history: .history(ticketReference(), page())
    case .events: .events(eventQuery(), page())
    case .available: .available(QueueQuery(project: maybe { $0.project() }), page())
    case .claimed:
      .claimed(agent: text(), QueueQuery(project: maybe { $0.project() }), page())
    case .providers: .providers(page())
    case .provider: .provider(providerReference())
    case .testProvider: .testProvider(providerReference())
    case .suggestions:
      .suggestions(
        one(of: [.assignee, .label]), project(), prefix: text(), limit: number())
    case .apply: .apply(change(), agent: maybe { $0.text() })
    case .preview: .preview(change(), agent: maybe { $0.text() })
    }
  }

  private mutating func page() -> PageRequest {
    PageRequest(limit: number(1...500), cursor: maybe { $0.text() })
  }

  private mutating func anchor() -> ColumnQuery.Anchor {
    let position = position()
    return one(of: [.top, .bottom, .below(position), .above(position), .at(position)])
  }

  private mutating func eventQuery() -> EventQuery {
    EventQuery(
      flag() ? .newestFirst : .oldestFirst(after: sequence()), project: maybe { $0.project() },
      ticket: maybe { $0.ticketReference() }, actor: maybe { $0.text() },
      kinds: Set(list { $0.one(of: Event.Kind.allCases) }), since: maybe { $0.time() },
      until: maybe { $0.time() })
  }
}
