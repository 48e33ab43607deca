import SluiceCore

extension Verb {
  /// What a verb takes that changes one ticket or a set of them.
  static let namedTickets = [Operand.ticket.optional.repeated]

  static let setNote = """
    Several tickets are changed in one step, all or none: by naming them, or with --where and a
    filter as on the board, such as “assignee:none label:bug prio>=high”. With --keep-going those
    that may be changed are, and the others are listed. One “sluice undo” takes all of it back.
    """
}

extension Option {
  /// For verbs that change tickets.
  static let forSets = [filter, inStatus, keepGoing, dryRun, agent]

  static let filter = Option(
    "where", "FILTER", "all tickets of the project that pass, instead of naming them")
  static let inStatus = Option("in-status", "NAME", "with --where: only those in it", .status)
  static let keepGoing = Option("keep-going", "change those that may be, and list the others")
  static let agent = Option(
    "agent-id", "AGENT", "the agent that acts; by default what SLUICE_AGENT_ID holds")
}

/// Which tickets a command line means.
enum NamedTickets {
  case one(TicketReference)
  case several(TicketSet)
}

extension Session {
  /// The tickets that the operands from a place on name, or `--where`.
  func namedTickets(
    _ operands: ArraySlice<String>, in engine: any Engine
  ) throws(Failure) -> NamedTickets {
    if let text = invocation[.filter] {
      guard operands.isEmpty else {
        throw .usage(
          "Name the tickets, or give --where; not both.", next: invocation.verb.name + " --help")
      }
      let unknown = BoardFilter.notUnderstood(in: text)
      guard unknown.isEmpty else {
        throw .usage(
          "“\(unknown.joined(separator: " "))” in the filter is not understood.",
          next: invocation.verb.name + " --help")
      }
      return .several(
        .query(
          TicketQuery(
            project: try project(in: engine), status: invocation[.inStatus],
            filter: BoardFilter(parsing: text, me: actor.name))))
    }
    var references: [TicketReference] = []
    for text in operands { references.append(try ticketReference(text)) }
    guard let first = references.first else {
      throw .usage(
        "\(invocation.verb.name) needs a ticket, or --where with a filter.",
        next: invocation.verb.name + " --help")
    }
    return references.count == 1 ? .one(first) : .several(.list(references))
  }

  /// Changes what the command line names, or tells what that would do, and says what became of it.
  ///
  /// `sentence` is made from a ticket as it was, as it is, and the name of its status.
  func change(
    _ change: TicketChange, of tickets: NamedTickets, expecting: Expectation = .anything,
    in engine: any Engine, _ sentence: (TicketDetail, Ticket, String) -> String
  ) throws(Failure) {
    switch tickets {
    case .one(let reference):
      let before = try reporting { () throws(EngineError) in try engine.ticket(reference) }
      let receipt = try carryOut(
        .changeTicket(.id(before.state.ticket.id), change, expecting: expecting), in: engine)
      guard case .ticket(let ticket) = receipt.subject else { return }
      try say(receipt, about: ticket, in: before) { sentence(before, ticket, $0) }
    case .several(let set):
      let receipt = try carryOut(
        .changeTickets(set, change, isAtomic: !invocation.has(.keepGoing)), in: engine)
      try say(receipt)
    }
  }

  /// Applies a change or, with `--dry-run`, only tells what it would do.
  func carryOut(_ change: Change, in engine: any Engine) throws(Failure) -> Receipt {
    guard invocation.has(.dryRun) else { return try apply(change, to: engine) }
    let actor = actor
    return try reporting { () throws(EngineError) in try engine.preview(change, by: actor) }
  }

  /// What precedes a sentence about something that was only tried.
  var trial: String { invocation.has(.dryRun) ? "Would: " : "" }

  private func say(
    _ receipt: Receipt, about ticket: Ticket, in detail: TicketDetail,
    _ sentence: (String) -> String
  ) throws(Failure) {
    let isGone = ticket.status == .nowhere
    let status = isGone ? "" : detail.workflow.statusName(ticket.status)
    if isJSON {
      var members = ticket.json(in: detail.project, detail.workflow)
      if isGone { members["status"] = .null }
      members["change"] = receipt.change.map { .number(Double($0)) } ?? .null
      members["dry_run"] = .bool(invocation.has(.dryRun))
      members["missing"] = .array(receipt.needs.map(\.json))
      if !receipt.warnings.isEmpty {
        members["warning"] = .string(receipt.warnings.joined(separator: " "))
      }
      return try print(.object(members))
    }
    try print(trial + sentence(status))
    for need in receipt.needs {
      try print("  gate “\(need.gate.name)” still asks: \(need.texts.joined(separator: "; "))")
    }
    for warning in receipt.warnings { try note("warning: " + warning) }
  }

  /// Says what became of each ticket of a set.
  func say(_ receipt: Receipt) throws(Failure) {
    guard case .tickets(let results) = receipt.subject else { return }
    if isJSON {
      return try print(
        .object([
          "items": .array(results.map(\.json)),
          "change": receipt.change.map { .number(Double($0)) } ?? .null,
          "dry_run": .bool(invocation.has(.dryRun)),
        ]))
    }
    for result in results { try print(result.line) }
    let changed = results.count { $0.ending == .changed }
    try note("\(trial)\(changed) of \(results.count) tickets changed.")
  }
}

extension TicketResult {
  /// One line for people.
  var line: String {
    let place = status.isEmpty ? "deleted" : status
    switch ending {
    case .changed: return "\(key)  \(place)"
    case .unchanged: return "\(key)  \(place), as it was"
    case .refused(let error): return "\(key)  refused: \(error.message)"
    }
  }

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "key": .string(key.description), "status": .optional(status.isEmpty ? nil : status),
      "warnings": .texts(warnings),
    ]
    switch ending {
    case .changed: members["outcome"] = .string("changed")
    case .unchanged: members["outcome"] = .string("unchanged")
    case .refused(let error):
      members["outcome"] = .string("refused")
      members["error"] = .object([
        "code": .string(error.rejection?.code ?? error.code.rawValue),
        "message": .string(error.message),
      ])
    }
    return .object(members)
  }
}
