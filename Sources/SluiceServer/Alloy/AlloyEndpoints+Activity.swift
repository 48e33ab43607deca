internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let activity = [ticketActivity, projectActivity]

  private static let replies = [Route.Success(200, .page(.reference("Activity")))]

  private static let ticketActivity = Endpoint(
    Route(
      "listTicketActivity", .get, "/api/v1/tickets/{ticket}/activity",
      "Lists what has happened to a ticket, newest first; also to one that is deleted.",
      tag: "Activity", query: .page, replies)
  ) { call throws(APIError) in
    let reference = try call.ticketReference()
    let page = try call.ask { (engine) throws(EngineError) in
      try engine.history(of: reference, call.page)
    }
    return try call.print(page)
  }

  private static let projectActivity = Endpoint(
    Route(
      "listProjectActivity", .get, "/api/v1/projects/{project}/activity",
      "Lists what has happened in a project, newest first.", tag: "Activity", query: .page,
      replies)
  ) { call throws(APIError) in
    let query = EventQuery(project: try call.projectReference())
    let page = try call.ask { (engine) throws(EngineError) in try engine.events(query, call.page) }
    return try call.print(page)
  }
}

extension Call {
  fileprivate func print(_ page: Page<Event>) throws(APIError) -> Answer {
    let people = try people(page.items.map(\.actor))
    return print(page, page.items.map { $0.json.adding(["actor_id": people.id($0.actor)]) })
  }
}
