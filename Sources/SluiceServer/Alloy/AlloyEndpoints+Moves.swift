internal import SluiceAPI
internal import SluiceCore

extension AlloyEndpoints {
  static let moves = [transitionTicket, listTransitions]

  private static let transitionTicket = Endpoint(
    Route(
      "transitionTicket", .post, "/api/v1/tickets/{ticket}/transition",
      "Moves a ticket to another status, as far as its workflow allows.", tag: "Tickets",
      body: .object(
        .required("to_status", .text), .optional("expected_status", .text),
        .optional("expected_version", .count)),
      [.init(200, .reference("Ticket"))])
  ) { call throws(APIError) in
    let move = TicketChange.move(to: call.text("to_status") ?? "")
    let (ticket, receipt) = try call.change(move, expecting: call.expectation())
    return try call.print(ticket, receipt)
  }

  private static let listTransitions = Endpoint(
    Route(
      "listTransitions", .get, "/api/v1/tickets/{ticket}/transitions",
      "Tells where a ticket may go, and what is in the way of all other moves.", tag: "Tickets",
      [.init(200, .reference("Transitions"))])
  ) { call throws(APIError) in
    let detail = try call.detail(call.ticketReference())
    return .ok(detail.transitions(for: call.actor)).tagged(detail.state.ticket.version)
  }
}

extension TicketDetail {
  /// Where the workflow lets it go, and where a rule keeps it from going now.
  ///
  /// A status may stand in both: there is a transition, and a gate on the way is not satisfied.
  /// Source: Alloy's workflow guide, §6, and rule 11.
  fileprivate func transitions(for actor: Actor) -> JSONValue {
    let here = state.ticket.status
    return .object([
      "current_status": .string(workflow.statusName(here)),
      "available": .array(
        workflow.available(from: here).map {
          .object(["name": .string($0.name), "category": .string($0.category.rawValue)])
        }),
      "blocked": .array(agentContext(for: actor).blockedExits.map(\.json)),
      "enforcement": .string(workflow.enforcement.rawValue),
    ])
  }
}

extension AgentContext.BlockedExit {
  fileprivate var json: JSONValue {
    .object([
      "name": .string(status.name), "category": .string(status.category.rawValue),
      "rule": .string(rejection.code), "reason": .string(rejection.message),
      "next_step": .string(rejection.nextStep), "details": .object(rejection.details),
    ])
  }
}
