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
      transition that there is none of, or a WIP limit. Of a project that is deleted nobody knows any more
      what its tickets were checked against, so that with --workflow their moves are left out.
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
    var query = EventQuery(kinds: [.ticketMoved, .ticketCreated], since: since)
    query.project = try invocation[.project].map { (text) throws(Failure) in
      try projectReference(text)
    }
    var request = PageRequest(limit: PageRequest.maximumLimit)
    while true {
      let page = try events(query, request, of: engine)
      for event in page.items {
        let isMeant = try scope?.judged(event) { (key) throws(Failure) in
          try turns(of: key, in: engine)
        }
        if isMeant ?? true { audit.add(event) }
      }
      guard page.nextCursor != nil else { return audit }
      request.cursor = page.nextCursor
    }
  }

  /// The workflow that `--workflow` names.
  private func auditedWorkflow(in engine: any Engine) throws(Failure) -> AuditedWorkflow? {
    guard let name = invocation[.auditedWorkflow] else { return nil }
    let workflow = try reporting { () throws(EngineError) in
      try engine.workflow(WorkflowReference(name))
    }
    return AuditedWorkflow(workflow.id)
  }

  /// What a ticket was checked against and since when, newest first, also of one that is deleted; of one
  /// whose project is deleted nothing is told.
  private func turns(
    of key: TicketKey, in engine: any Engine
  ) throws(Failure) -> [AuditedWorkflow.Turn] {
    let query = EventQuery(ticket: .key(key), kinds: [.ticketCreated, .ticketRemapped])
    do throws(EngineError) {
      var turns: [AuditedWorkflow.Turn] = []
      var request = PageRequest(limit: PageRequest.maximumLimit)
      repeat {
        let page = try engine.events(query, request)
        turns += page.items.compactMap(AuditedWorkflow.Turn.init)
        request.cursor = page.nextCursor
      } while request.cursor != nil
      // Earlier versions did not record it; then nothing else is known than how it is now.
      return turns.isEmpty
        ? [AuditedWorkflow.Turn(since: 0, try engine.ticket(.key(key)).workflow.id)] : turns
    } catch {
      guard error.code == .notFound else { throw Failure(error) }
      return []
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
