internal import SluiceAPI
internal import SluiceCore

extension WorkItemEndpoints {
  static let browsing = [browse, queue]

  /// Newest first within a domain; the domains that the caller sees come one after another, by key.
  ///
  /// A page may be short and yet not the last, where much is passed over.
  static let browse = Endpoint(
    Route(
      "browseWorkItems", .get, "/browse",
      "Lists the work items of a domain, or of all that the caller sees.", tag: tag,
      query: [
        QueryParameter("kind", WorkItemSchemas.kind, "Only those of a kind."),
        QueryParameter("domainId", .text, "Only those of a domain: its id or key, or ME."),
        QueryParameter("status", .text, "Only those in the status of that name."),
        QueryParameter("search", .text(upTo: 1_000), "Words of the title or the description."),
        QueryParameter("assignee", .text, "Whose: a handle or a user's id, me, or none."),
        QueryParameter("label", .text, "A label that they must have.", isRepeated: true),
        QueryParameter(
          "priority", WorkItemSchemas.givenPriority, "Only those of this very priority."),
        Call.filterParameter,
      ] + .camelPage,
      [Route.Success(200, .camelPage(.reference("WorkItem")))], dialect: .camel)
  ) { call throws(APIError) in
    var browsing = Browsing(call, try call.browseFilter(), limit: call.page.limit)
    return .ok(try browsing.page().camelJSON(\.self))
  }

  /// Within an organization the most urgent come first, then what has waited longest; without a domain the
  /// caller's organizations come one after another.
  ///
  /// Source: OpenIndex, “Queue”: its two lists, and what is in each.
  static let queue = Endpoint(
    Route(
      "workItemQueue", .get, "/browse/queue",
      "Lists unfinished work that agents may claim, and what an agent has claimed.", tag: tag,
      query: [
        QueryParameter("domainId", .text, "Only in a domain: its id or key, or ME."),
        QueryParameter(
          "agentId", WorkItemSchemas.agent, "Whose claims are “mine”; the caller's by default."),
      ] + .camelPage, [Route.Success(200, .reference("WorkItemQueue"))], dialect: .camel)
  ) { call throws(APIError) in
    let agent = try call.agent(call.text(inQuery: "agentId"))
    let places = try call.workPlaces()
    let available = try call.gathered(from: places, \.name) { (place, page) throws(APIError) in
      try place.available(page)
    }
    var mine: [JSONValue] = []
    for place in places where mine.count < call.page.limit {
      mine += try place.claimed(by: agent, limit: call.page.limit - mine.count)
    }
    return .ok(
      .object([
        "available": .array(available.items), "mine": .array(mine),
        "nextCursor": .optional(available.nextCursor),
        "hasMore": .bool(available.nextCursor != nil),
      ]))
  }
}
