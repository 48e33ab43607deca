internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let tickets = [createTicket, listTickets, getTicket, updateTicket, deleteTicket]

  private static let reply = Schema.reference("Ticket")

  private static let createTicket = Endpoint(
    Route(
      "createTicket", .post, "/api/v1/projects/{project}/tickets", "Makes a ticket in a project.",
      tag: "Tickets", body: .reference("TicketDraft"), [.init(201, reply)])
  ) { call throws(APIError) in
    let draft = try call.ticketDraft()
    if draft.status != nil || draft.workflow != nil || draft.assignee != nil {
      try call.require(.member, "To choose a ticket's status, workflow or assignee")
    }
    let receipt = try call.apply(.createTicket(call.projectReference(), draft))
    guard case .ticket(let ticket) = receipt.subject else { throw .unexpected }
    return try call.print(ticket, receipt, status: 201)
  }

  private static let listTickets = Endpoint(
    Route(
      "listTickets", .get, "/api/v1/projects/{project}/tickets",
      "Lists tickets of a project, newest first.", tag: "Tickets",
      query: TicketFilter.parameters + .page, [.init(200, .page(reply))])
  ) { call throws(APIError) in
    guard let project = call.scope?.project else { throw .unexpected }
    let filter = try TicketFilter(call)
    let page = try call.ask { (engine) throws(EngineError) in
      try engine.tickets(filter.query(of: .id(project)), call.page)
    }
    return try call.print(page, in: project)
  }

  private static let getTicket = Endpoint(
    Route(
      "getTicket", .get, "/api/v1/tickets/{ticket}",
      "Gives a ticket with its gates, values, newest comments and moves.", tag: "Tickets",
      [.init(200, .reference("TicketDetail"))])
  ) { call throws(APIError) in
    let detail = try call.detail(call.ticketReference())
    let ticket = detail.state.ticket
    let names: [String?] = [ticket.reporter, ticket.assignee] + detail.comments.map(\.author)
    var text = TicketBytes(detail.project.id, try call.people(names))
    text.write(detail)
    return .written(text.json).tagged(ticket.version)
  }

  private static let updateTicket = Endpoint(
    Route(
      "updateTicket", .patch, "/api/v1/tickets/{ticket}",
      "Changes a ticket; another status is a move, by the same rules as any.", tag: "Tickets",
      body: .reference("TicketEdit"), [.init(200, reply)])
  ) { call throws(APIError) in
    try call.updateTicket()
  }

  private static let deleteTicket = Endpoint(
    Route(
      "deleteTicket", .delete, "/api/v1/tickets/{ticket}",
      "Takes a ticket from the board; its history stays.", tag: "Tickets", [.init(204)])
  ) { call throws(APIError) in
    _ = try call.change(.delete, expecting: call.expectation())
    return .noContent
  }
}
