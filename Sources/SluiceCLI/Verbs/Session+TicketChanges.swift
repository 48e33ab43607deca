import SluiceAPI
import SluiceCore

extension Verb {
  /// What a verb takes that changes one ticket or a set of them.
  static let namedTickets = [Operand.ticket.optional.repeated]

  static let setNote = """
    Several tickets are changed in one step, all or none: by naming them, or with --where and a
    filter as on the board, such as “assignee:none label:bug priority>=high”. With --keep-going those
    that may be changed are, and the others are listed; it fails only if none is. One “sluice undo”
    takes all of it back.
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
      guard !text.trimmingBlanks.isEmpty else {
        throw .usage(
          "--where needs a filter; an empty one would take every ticket. “prio>=low” takes all.",
          next: invocation.verb.name + " --help")
      }
      let project = try project(in: engine)
      return .several(
        .query(
          TicketQuery(
            project: project, status: invocation[.inStatus],
            filter: try boardFilter(text, of: project, in: engine))))
    }
    guard !invocation.has(.inStatus) else {
      throw .usage(
        "--in-status goes with --where, not with tickets that are named.",
        next: invocation.verb.name + " --help")
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
      let before = try ticket(reference, in: engine)
      let receipt = try carryOut(
        .changeTicket(.id(before.state.ticket.id), change, expecting: expecting), in: engine
      ) { error in
        var failure = Failure(error)
        failure.nextCommand =
          error.nextCommand(for: before.state.ticket.key) ?? failure.nextCommand
        return failure
      }
      guard case .ticket(let ticket) = receipt.subject else { return }
      try say(receipt, about: ticket, in: before) { sentence(before, ticket, $0) }
    case .several(let set):
      let receipt = try carryOut(
        .changeTickets(
          set, change, isAtomic: !invocation.has(.keepGoing), expecting: expecting), in: engine
      ) { self.failure($0) }
      try say(receipt)
    }
  }

  /// Applies a change or, with `--dry-run`, only tells what it would do.
  func carryOut(
    _ change: Change, in engine: any Engine, failing: (EngineError) -> Failure = { Failure($0) }
  ) throws(Failure) -> Receipt {
    do {
      return try invocation.has(.dryRun)
        ? engine.preview(change, by: actor) : engine.apply(change, by: actor)
    } catch {
      throw failing(error)
    }
  }

  /// Why no ticket of a set was changed, and what would change those that can be.
  private func failure(_ error: EngineError) -> Failure {
    var failure = Failure(error)
    let refused = error.results.filter(\.isRefused)
    if refused.count < error.results.count {
      failure.nextCommand = commandLine(adding: [.keepGoing])
    } else if let first = refused.first {
      failure.nextCommand = error.nextCommand(for: first.key) ?? failure.nextCommand
    }
    return failure
  }

  /// What precedes a sentence about something that was only tried.
  var trial: String { invocation.has(.dryRun) ? "Dry run: " : "" }

  private func say(
    _ receipt: Receipt, about ticket: Ticket, in detail: TicketDetail,
    _ sentence: (String) -> String
  ) throws(Failure) {
    let isGone = ticket.status == .nowhere
    let status = isGone ? "" : detail.workflow.statusName(ticket.status)
    if isJSON {
      var members = ticket.json(in: detail.project, detail.workflow)
      if isGone { members["status"] = .null }
      members["change"] = number(of: receipt)
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

  /// What names the change to `undo`; a change that was only tried has no number.
  private func number(of receipt: Receipt) -> JSONValue {
    guard !invocation.has(.dryRun), let change = receipt.change else { return .null }
    return .number(Double(change))
  }

  /// Says what became of each ticket of a set.
  func say(_ receipt: Receipt) throws(Failure) {
    guard case .tickets(let results) = receipt.subject else { return }
    if isJSON {
      try print(
        .object([
          "items": .array(results.map(\.json)),
          "change": number(of: receipt),
          "dry_run": .bool(invocation.has(.dryRun)),
        ]))
      return try refuse(results)
    }
    for result in results { try print(result.line) }
    let changed = results.count { $0.ending == .changed }
    guard !results.isEmpty else { return try note("No ticket passes the filter.") }
    let isDry = invocation.has(.dryRun)
    try note("\(trial)\(changed) of \(results.counted) \(isDry ? "would change" : "changed").")
    try refuse(results)
  }

  /// Ends as the first ticket that was refused does, if nothing was changed: who reads of a failure can rely
  /// on that.
  private func refuse(_ results: [TicketResult]) throws(Failure) {
    guard !results.contains(where: { $0.ending == .changed }) else { return }
    let refused = results.filter(\.isRefused)
    guard let first = refused.first, case .refused(let error) = first.ending else { return }
    var failure = Failure(
      exit: ExitCode(error.code), code: error.code.rawValue,
      message: "\(refused.count) of \(results.counted) could not be changed.")
    failure.nextStep = error.nextStep.map { "\(first.key): \($0)" }
    failure.nextCommand = error.nextCommand(for: first.key)
    throw failure
  }
}

extension [TicketResult] {
  fileprivate var counted: String { count == 1 ? "1 ticket" : "\(count) tickets" }
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
}
