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
      With --workflow, the moves in projects that follow it now are looked at. Each line is a step and
      the rule that it breaks: a transition that there is none of, or a WIP limit.
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
    for project in try auditedProjects(in: engine) {
      let query = EventQuery(project: project, kinds: [.ticketMoved], since: since)
      var request = PageRequest(limit: PageRequest.maximumLimit)
      while true {
        let page = try reporting { () throws(EngineError) in try engine.events(query, request) }
        for event in page.items { audit.add(event) }
        guard page.nextCursor != nil else { break }
        request.cursor = page.nextCursor
      }
    }
    return audit
  }

  /// The projects to look at one by one; `nil` among them stands for all at once.
  private func auditedProjects(in engine: any Engine) throws(Failure) -> [ProjectReference?] {
    guard let name = invocation[.auditedWorkflow] else {
      return [try invocation[.project].map { (text) throws(Failure) in try projectReference(text) }]
    }
    guard !invocation.has(.project) else {
      throw .usage("Name a project or a workflow, not both.", next: helpCommand)
    }
    let (workflow, standard) = try reporting { () throws(EngineError) in
      (try engine.workflow(WorkflowReference(name)).id, try engine.organization().defaultWorkflow)
    }
    return try allProjects(in: engine).filter { ($0.workflow ?? standard) == workflow }
      .map { .id($0.id) }
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
    "workflow", "NAME", "only projects that follow it, by name or id", .workflow)
  fileprivate static let days = Option(
    "days", "DAYS", "how far back; 30 by default", .number(1...3_650))
}
