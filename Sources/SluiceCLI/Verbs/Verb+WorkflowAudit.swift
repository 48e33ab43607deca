import SluiceCore

extension Verb {
  static let workflowAudit = Verb(
    words: ["workflow", "audit"],
    summary: "Tells what strict enforcement would have refused of the moves that were made.",
    examples: [
      "sluice workflow audit", "sluice workflow audit --project OPS --days 7",
      "sluice workflow audit --workflow Default --json",
    ],
    options: [.auditedWorkflow, .days],
    notes: [
      """
      With --workflow, only moves are counted that were checked against it: those of tickets bound to it,
      and of others while their project followed it. Each line is a step and the rule that it breaks: a
      transition that there is none of, or a WIP limit.
      """
    ],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let days = session.invocation[.days].flatMap { Int64($0) } ?? 30
      let since = session.host.now().advanced(bySeconds: -days * 86_400)
      let audit = try session.audit(in: engine, since: since)
      if session.isJSON { return try session.print(session.json(of: audit, days, since)) }
      try session.print(audit, days)
    })
}

extension Session {
  fileprivate func audit(
    in engine: any Engine, since: Timestamp
  ) throws(Failure) -> MoveAudit {
    var audit = MoveAudit()
    var scope = try auditedWorkflow(in: engine)
    var query = EventQuery(kinds: [.ticketMoved, .projectEdited], since: since)
    query.project = try invocation[.project].map { (text) throws(Failure) in
      try projectReference(text)
    }
    var request = PageRequest(limit: PageRequest.maximumLimit)
    while true {
      let page = try events(query, request, of: engine)
      for event in page.items {
        let isMeant = try scope?.judged(event) { (key) throws(Failure) in
          try binding(of: key, in: engine)
        }
        if isMeant ?? true { audit.add(event) }
      }
      guard page.nextCursor != nil else { return audit }
      request.cursor = page.nextCursor
    }
  }

  /// The workflow that `--workflow` names, with the projects that follow it.
  private func auditedWorkflow(in engine: any Engine) throws(Failure) -> AuditedWorkflow? {
    guard let name = invocation[.auditedWorkflow] else { return nil }
    let (workflow, standard) = try reporting { () throws(EngineError) in
      (try engine.workflow(WorkflowReference(name)), try engine.organization().defaultWorkflow)
    }
    let followers = try allProjects(in: engine)
      .filter { ($0.workflow ?? standard) == workflow.id }
    return AuditedWorkflow(workflow, followedBy: followers.map(\.key))
  }

  /// What a ticket was made with, also of one that is deleted.
  private func binding(
    of key: TicketKey, in engine: any Engine
  ) throws(Failure) -> WorkflowRevision? {
    if let detail = try? engine.ticket(.key(key)) { return detail.state.ticket.binding }
    var request = PageRequest(limit: PageRequest.maximumLimit)
    while true {
      let page = try history(of: .key(key), request, in: engine)
      guard page.nextCursor == nil else {
        request.cursor = page.nextCursor
        continue
      }
      guard case .made(let ticket, _)? = page.items.last?.body.trace else { return nil }
      return ticket.binding
    }
  }

  private func allProjects(in engine: any Engine) throws(Failure) -> [Project] {
    var projects: [Project] = []
    var request = PageRequest(limit: PageRequest.maximumLimit)
    while true {
      let page = try reporting { () throws(EngineError) in try engine.projects(request) }
      projects += page.items
      guard page.nextCursor != nil else { return projects }
      request.cursor = page.nextCursor
    }
  }
}

extension Session {
  fileprivate func print(_ audit: MoveAudit, _ days: Int64) throws(Failure) {
    let span = days == 1 ? "the last day" : "the last \(days) days"
    try print(
      "Of \(audit.moves) move\(audit.moves == 1 ? "" : "s") in \(span), "
        + "strict would have refused \(audit.refused == 0 ? "none" : "\(audit.refused)").")
    guard audit.refused > 0 else { return }
    var table = TextTable([
      .init(heading: "COUNT", isNumber: true), .init(heading: "FROM"), .init(heading: "TO"),
      .init(heading: "WHY"), .init(heading: "FOR EXAMPLE", isFlexible: true),
    ])
    for finding in audit.findings {
      table.add([
        String(finding.count), finding.from, finding.to, finding.reason,
        finding.examples.map(\.description).joined(separator: ", "),
      ])
    }
    try print()
    try print(table)
  }

  fileprivate func json(of audit: MoveAudit, _ days: Int64, _ since: Timestamp) -> JSONValue {
    .object([
      "project": .optional(invocation[.project]),
      "workflow": .optional(invocation[.auditedWorkflow]), "days": .integer(Int(days)),
      "since": .string(since.description), "moves": .integer(audit.moves),
      "refused": .integer(audit.refused),
      "findings": .array(
        audit.findings.map { finding in
          .object([
            "from": .string(finding.from), "to": .string(finding.to),
            "rule": .string(finding.rule), "count": .integer(finding.count),
            "examples": .texts(finding.examples.map(\.description)),
          ])
        }),
    ])
  }
}

extension MoveAudit.Finding {
  /// The rule as a phrase.
  fileprivate var reason: String {
    switch rule {
    case "NO_TRANSITION": "no transition"
    case "WIP_LIMIT": "WIP limit"
    default: rule
    }
  }
}

extension Option {
  fileprivate static let auditedWorkflow = Option(
    "workflow", "NAME", "only moves that were checked against it, by name or id", .workflow)
  fileprivate static let days = Option(
    "days", "DAYS", "how far back; 30 by default", .number(1...3_650))
}
