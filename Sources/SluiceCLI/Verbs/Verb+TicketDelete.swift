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
    ],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let tickets = try session.namedTickets(session.invocation.operands[...], in: engine)
      if !session.invocation.has(.dryRun) {
        try session.confirm("This deletes \(session.names(of: tickets)).")
      }
      try session.change(.delete, of: tickets, in: engine) { _, ticket, _ in
        "Deleted \(ticket.key)."
      }
    })
}

extension Session {
  fileprivate func names(of tickets: NamedTickets) -> String {
    switch tickets {
    case .one: invocation.operands.first ?? ""
    case .several(.list): invocation.operands.joined(separator: ", ")
    case .several(.query): "every ticket that the filter finds"
    }
  }
}
