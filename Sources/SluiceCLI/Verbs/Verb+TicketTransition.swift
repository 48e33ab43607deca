import SluiceCore

extension Verb {
  static let ticketTransition = Verb(
    words: ["ticket", "transition"], aliases: ["move"],
    summary: "Moves tickets to another status, as far as the workflow allows.",
    examples: [
      "sluice ticket transition OPS-42 --to-status InProgress",
      "sluice ticket transition OPS-42 --to-status Done --expect-status InReview --json",
      "sluice ticket transition OPS-1 OPS-2 OPS-3 --to-status InProgress --dry-run",
      "sluice ticket transition --where \"label:auth\" -p OPS --in-status Todo --to-status Done",
    ],
    operands: namedTickets,
    options: [.toStatus.required, .expectStatus] + Option.forSets,
    notes: [
      """
      A move that a rule refuses exits with 6 and changes nothing; the message says what is allowed
      or still to do. Moving a ticket to where it is succeeds and changes nothing.
      """, setNote,
    ],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let tickets = try session.namedTickets(session.invocation.operands[...], in: engine)
      let expected = Expectation(status: session.invocation[.expectStatus])
      try session.change(
        .move(to: session.invocation[.toStatus] ?? ""), of: tickets, expecting: expected,
        in: engine
      ) { before, ticket, status in
        guard ticket.version != before.state.ticket.version else {
          return "\(ticket.key) is in \(status) already."
        }
        let origin = before.workflow.statusName(before.state.ticket.status)
        return "\(ticket.key): \(origin) → \(status)"
      }
    })
}

extension Option {
  static let toStatus = Option("to-status", "NAME", "where it should go", .nextStatus)
  fileprivate static let expectStatus = Option(
    "expect-status", "NAME", "refuse with 5 if it is not in this status any more",
    .status)
}
