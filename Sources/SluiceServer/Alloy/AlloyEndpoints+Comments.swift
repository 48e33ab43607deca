internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let comments = [listComments, createComment]

  private static let reply = Schema.reference("Comment")

  private static let listComments = Endpoint(
    Route(
      "listComments", .get, "/api/v1/tickets/{ticket}/comments",
      "Lists the comments on a ticket, newest first.", tag: "Comments", query: .page,
      [.init(200, .page(reply))])
  ) { call throws(APIError) in
    let reference = try call.ticketReference()
    let page = try call.ask { (engine) throws(EngineError) in
      try engine.comments(on: reference, call.page)
    }
    let people = try call.people(page.items.map(\.author))
    return call.print(page, page.items.map { people.json($0) })
  }

  private static let createComment = Endpoint(
    Route(
      "createComment", .post, "/api/v1/tickets/{ticket}/comments", "Adds a comment to a ticket.",
      tag: "Comments", body: .object(.required("text", .text)), [.init(201, reply)])
  ) { call throws(APIError) in
    let (ticket, _) = try call.change(.comment(call.text("text") ?? ""))
    let page = try call.ask { (engine) throws(EngineError) in
      try engine.comments(on: .id(ticket.id), PageRequest(limit: 1))
    }
    guard let made = page.items.first else { throw .unexpected }
    return .created(try call.people([made.author]).json(made)).tagged(ticket.version)
  }
}
