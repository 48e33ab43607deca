import SluiceAPI
import SluiceCore

extension Verb {
  static let queueList = Verb(
    words: ["queue", "list"],
    summary: "Lists the work that agents may take, and what an agent has taken.",
    examples: ["sluice queue list -p OPS", "sluice queue list --agent-id claude-1 --json"],
    options: [.agent, .limit, .cursor],
    notes: [
      """
      Available is what is unfinished, meant for agents or for either, and claimed by none: the most
      urgent first, then what has waited longest.
      """
    ],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let project = try session.invocation[.project].map { (text) throws(Failure) in
        try session.projectReference(text)
      }
      let query = QueueQuery(project: project)
      let page = session.page
      let agent = session.actor.agent
      let (available, mine) = try reporting { () throws(EngineError) in
        let available = try engine.fullPage(of: query, page)
        let mine = try agent.map { (agent) throws(EngineError) in
          try engine.claimed(by: agent, query, PageRequest(limit: page.limit)).items
        }
        return (available, mine ?? [])
      }
      if session.isJSON {
        let details = { (tickets: [Ticket]) throws(Failure) -> JSONValue in
          var items: [JSONValue] = []
          for ticket in tickets {
            items.append(
              try reporting { () throws(EngineError) in try engine.ticket(.id(ticket.id)) }
                .workItemJSON)
          }
          return .array(items)
        }
        return try session.print(
          .object([
            "available": try details(available.items), "mine": try details(mine),
            "next_cursor": .optional(available.nextCursor),
            "has_more": .bool(available.nextCursor != nil),
          ]))
      }
      try session.print("Available", available.items)
      if let agent {
        try session.print()
        try session.print("Claimed by \(agent)", mine)
      }
      if let cursor = available.nextCursor {
        try session.note("There are more: --cursor \(cursor)")
      }
    })
}

extension Engine {
  /// A page that is filled from several short ones.
  fileprivate func fullPage(
    of query: QueueQuery, _ request: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    var page = Page<Ticket>(items: [], nextCursor: request.cursor)
    repeat {
      let rest = PageRequest(limit: request.limit - page.items.count, cursor: page.nextCursor)
      let part = try available(query, rest)
      page = Page(items: page.items + part.items, nextCursor: part.nextCursor)
    } while page.items.count < request.limit && page.nextCursor != nil
    return page
  }
}

extension Session {
  fileprivate func print(_ heading: String, _ tickets: [Ticket]) throws(Failure) {
    try print(heading + (tickets.isEmpty ? ": nothing." : ":"))
    guard !tickets.isEmpty else { return }
    var table = TextTable([
      .init(heading: "KEY"), .init(heading: "PRIORITY"), .init(heading: "WAITS", isNumber: true),
      .init(heading: "TITLE", isFlexible: true),
    ])
    let now = host.now()
    for ticket in tickets {
      table.add([
        ticket.key.description, ticket.priority.name, "\(ticket.enteredAt.age(at: now))",
        ticket.title,
      ])
    }
    try print(table)
  }
}
