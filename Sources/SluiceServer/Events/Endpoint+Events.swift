internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore

extension Endpoint {
  /// What happens, as it happens, as far as the caller may see it.
  static let events = Endpoint(
    Route(
      "events", .get, "/api/v1/events", "Follows what happens, as server-sent events.",
      tag: "Events",
      query: [
        QueryParameter("last_event_id", .text, "The id of the last event that is known."),
        QueryParameter("org_id", .text, "Only those of an organization, by id or slug."),
        QueryParameter("project_id", .text, "Only those of a project, by id or key."),
      ],
      [Route.Success(200, .text, type: "text/event-stream")]),
    .events)
}

extension Call {
  /// What the caller wants to follow; the stream begins when it is sent.
  func subscription(
    _ admission: Admission, _ stream: EventStream
  ) throws(APIError) -> EventHub.SubscriberTicket {
    let last = request.headers["Last-Event-ID"] ?? text(inQuery: "last_event_id")
    let position = last.flatMap { Int64($0) }
    guard last == nil || (position ?? -1) >= 0 else {
      throw .malformed("Last-Event-ID is the id of an event, a whole number.")
    }
    // Members of some projects follow those; what else happens there is not shown to them.
    let place = Access.Place.organization("org_id", admittingGuests: true)
    let organization = try text(inQuery: "org_id").map { (name) throws(APIError) in
      try admission.scope(of: caller, at: place, name).organization
    }
    let project = try text(inQuery: "project_id").map { (name) throws(APIError) in
      try admission.scope(of: caller, at: .project("project_id"), name).project
    }
    let header = request.headers["Authorization"]
    return EventHub.SubscriberTicket(
      stream: stream, caller: caller,
      credential: header?.split(separator: " ").last.map(String.init),
      organization: organization, project: project ?? nil, position: position)
  }
}
