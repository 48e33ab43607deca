import SluiceAPI
import SluiceCore

extension Verb {
  static let undo = Verb(
    words: ["undo"], summary: "Takes back your last change, or the last one of a ticket.",
    examples: [
      "sluice ticket transition OPS-42 --to-status Done && sluice undo",
      "sluice ticket update OPS-42 --priority low && sluice undo OPS-42 --dry-run",
    ],
    operands: [Operand.ticket.optional], options: [.change, .agent, .dryRun],
    notes: [undoNote],
    run: { session throws(Failure) in try session.reverse(isRedo: false) })

  static let redo = Verb(
    words: ["redo"], summary: "Makes again what was taken back last.",
    examples: [
      "sluice ticket update OPS-42 --priority low && sluice undo && sluice redo"
    ],
    operands: [Operand.ticket.optional], options: [.change, .agent, .dryRun],
    notes: [undoNote],
    run: { session throws(Failure) in try session.reverse(isRedo: true) })

  private static let undoNote = """
    Who made a change can take it back while nothing else has happened to its tickets; a change of many
    tickets as one. An agent takes back its own changes, a person also those of an agent in that name,
    if the ticket is named. Taking back is an event of its own, and gate ticks come back with it.
    """
}

extension Session {
  fileprivate func reverse(isRedo: Bool) throws(Failure) {
    let engine = try engine()
    let subject: UndoSubject =
      if let number = invocation[.change].flatMap({ Int64($0) }) {
        .change(number)
      } else if let text = invocation.operands.first {
        .ticket(try knownTicket(text, in: engine))
      } else {
        .mine
      }
    let receipt = try carryOut(isRedo ? .redo(subject) : .undo(subject), in: engine) { error in
      var failure = Failure(error)
      failure.nextCommand =
        (error.rejection?.touched ?? subject.key).flatMap { error.nextCommand(for: $0) }
        ?? "sluice event list --actor \(((try? me()) ?? actor.name).shellWord)"
      return failure
    }
    guard case .ticket(let ticket) = receipt.subject else { return try say(receipt) }
    if isJSON {
      var members: [String: JSONValue] = [
        "key": .string(ticket.key.description), "version": .integer(ticket.version),
        "deleted": .bool(ticket.status == .nowhere),
        "dry_run": .bool(invocation.has(.dryRun)),
      ]
      if !receipt.warnings.isEmpty {
        members["warning"] = .string(receipt.warnings.joined(separator: " "))
      }
      return try print(.object(members))
    }
    let last = try reporting { () throws(EngineError) in
      try engine.history(of: .key(ticket.key), PageRequest(limit: 1)).items.first
    }
    let step = last.map { "\($0.body.from ?? "deleted") → \($0.body.to ?? "deleted")" } ?? ""
    let isMove = last?.body.from != last?.body.to && !invocation.has(.dryRun)
    try print(
      "\(trial)\(ticket.key): the last change is \(isRedo ? "made again" : "taken back")"
        + (isMove ? ", \(step)." : "."))
    for warning in receipt.warnings { try note("warning: " + warning) }
    guard !invocation.has(.dryRun), let number = last?.body.subject.flatMap({ Int64($0) }) else {
      return
    }
    for event in try parts(of: number, on: ticket.key, in: engine) { try print("  " + event.what) }
  }

  /// A ticket that there is, or was.
  private func knownTicket(
    _ text: String, in engine: any Engine
  ) throws(Failure) -> TicketReference {
    let reference = try ticketReference(text)
    _ = try history(of: reference, PageRequest(limit: 1), in: engine)
    return reference
  }

  /// What a change did to a ticket.
  private func parts(
    of change: Int64, on key: TicketKey, in engine: any Engine
  ) throws(Failure) -> [Event] {
    let query = EventQuery(.oldestFirst(after: change - 1), ticket: .key(key))
    let page = try events(query, PageRequest(limit: PageRequest.maximumLimit), of: engine)
    return page.items.filter { $0.change == change }
  }
}

extension Rejection {
  /// The ticket that keeps a change from being taken back, which may be another of the same change.
  fileprivate var touched: TicketKey? {
    if case .touchedSince(let ticket) = self { ticket } else { nil }
  }
}

extension UndoSubject {
  /// The ticket that it names by key.
  fileprivate var key: TicketKey? {
    if case .ticket(.key(let key)) = self { key } else { nil }
  }
}

extension Option {
  fileprivate static let change = Option(
    "change", "NUMBER", "the change of that number, as it was told when it was made",
    .number(1...Int.max))
}
