import SluiceCore

extension Verb {
  static let ticketDelete = Verb(
    words: ["ticket", "delete"], summary: "Takes tickets off the board; their history stays.",
    examples: [
      "sluice ticket delete OPS-42 --dry-run", "sluice ticket delete OPS-42 OPS-41 --yes",
    ],
    operands: namedTickets, options: Option.forSets + [.yes],
    notes: [
      "“sluice undo” brings them back for as long as nothing else happens to them.", setNote,
      Loss.undoable.note,
    ],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let tickets = try session.namedTickets(session.invocation.operands[...], in: engine)
      try session.confirm(session.deletion(of: tickets), losing: .undoable, in: engine) {
        $0.question
      }
      try session.change(.delete, of: tickets, in: engine) { _, ticket, _ in
        "Deleted \(ticket.key)."
          + (session.invocation.has(.dryRun) ? "" : " “sluice undo” brings it back.")
      }
    })
}

extension Session {
  fileprivate func deletion(of tickets: NamedTickets) -> Change {
    switch tickets {
    case .one(let reference): .changeTicket(reference, .delete)
    case .several(let set): .changeTickets(set, .delete, isAtomic: !invocation.has(.keepGoing))
    }
  }
}

extension Receipt {
  /// What is asked before tickets are deleted; `nil` if none would be.
  fileprivate var question: String? {
    guard case .tickets(let results) = subject else {
      if case .ticket(let ticket) = subject { return "\(ticket.key) will be deleted." }
      return nil
    }
    let keys = results.filter { $0.ending == .changed }.map(\.key.description)
    guard !keys.isEmpty else { return nil }
    let names = keys.prefix(Self.namedKeys).joined(separator: ", ")
    let rest = keys.count > Self.namedKeys ? ", …" : ""
    let count = keys.count == 1 ? "1 ticket" : "\(keys.count) tickets"
    return "\(count) will be deleted: \(names)\(rest)."
  }

  private static let namedKeys = 10
}
