import SluiceCore

extension Verb {
  static let ticketTransition = Verb(
    words: ["ticket", "transition"], aliases: ["move"],
    summary: "Moves a ticket to another status, as far as the workflow allows.",
    examples: [
      "sluice ticket transition OPS-42 --to-status InProgress",
      "sluice ticket transition OPS-42 --to-status Done --expect-status InReview --json",
    ],
    operands: [.ticket],
    options: [.toStatus.required, .expectStatus],
    notes: [
      """
      A move that a rule refuses exits with 6 and changes nothing; the message says what is allowed
      or still to do. Moving a ticket to where it is succeeds and changes nothing.
      """
    ],
    run: { session throws(Failure) in
      let target = session.invocation[.toStatus] ?? ""
      let reference = try session.ticketReference(session.invocation.operands[0])
      let engine = try session.engine()
      let before = try reporting { () throws(EngineError) in try engine.ticket(reference) }
      let expected = Expectation(status: session.invocation[.expectStatus])
      let receipt = try session.apply(
        .changeTicket(reference, .move(to: target), expecting: expected), to: engine)
      try session.print(receipt, in: engine) { ticket, status in
        guard ticket.version != before.state.ticket.version else {
          return "\(ticket.key) is in \(status) already."
        }
        let origin = before.workflow.statusName(before.state.ticket.status)
        return "\(ticket.key): \(origin) → \(status)"
      }
    })
}

extension Option {
  fileprivate static let toStatus = Option("to-status", "NAME", "where it should go", .nextStatus)
  fileprivate static let expectStatus = Option(
    "expect-status", "NAME", "refuse with 5 if it is not in this status any more",
    .status)
}
