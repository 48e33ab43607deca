internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension WorkItemEndpoints {
  static let remarks = [comments, addComment, history]

  /// The newest 50; older ones are in the history.
  static let comments = Endpoint(
    Route(
      "listWorkItemComments", .get, "/browse/{key}/comments",
      "Lists the newest comments on a work item, newest first: at most 50.", tag: tag,
      query: .domainOfKey,
      [Route.Success(200, .camelPage(.reference("WorkItemComment")))], dialect: .camel)
  ) { call throws(APIError) in
    let comments = try call.workItem().comments
    return .ok(Page(items: comments).camelJSON(\.workItemJSON))
  }

  /// Everyone who sees the item sees its comments, and nobody else does; so none is `external`.
  ///
  /// Source: OpenIndex, “Work items”: visibility.
  static let addComment = Endpoint(
    Route(
      "addWorkItemComment", .post, "/browse/{key}/comments", "Adds a comment to a work item.",
      tag: tag, query: .domainOfKey,
      body: .object(
        .required("body", .string(.init(minimum: 1, maximum: Ticket.maximumTextLength))),
        .optional(
          "visibility",
          .described(
            .oneOf(["internal", "external"]),
            "internal; external is refused, for nobody outside sees work items.")),
        .agentID),
      [Route.Success(201, .reference("WorkItemComment"))], dialect: .camel)
  ) { call throws(APIError) in
    guard call.text("visibility") != "external" else {
      throw APIError(
        422, "VALIDATION_ERROR", "A comment is for those who see the work item, so it is internal.",
        details: ["visibility": .string("external")], nextStep: "Leave visibility out.")
    }
    let actor = try call.actor(as: call.text("agentId"))
    _ = try call.changeItem(.comment(call.text("body") ?? ""), as: actor)
    guard let comment = try call.workItem().comments.first else {
      throw .notFound("comment", "")
    }
    return .created(comment.workItemJSON)
  }

  static let history = Endpoint(
    Route(
      "workItemHistory", .get, "/browse/{key}/history",
      "Lists what has happened to a work item, newest first.", tag: tag,
      query: .domainOfKey + .camelPage,
      [Route.Success(200, .camelPage(.reference("AuditEntry")))], dialect: .camel)
  ) { call throws(APIError) in
    let reference = try call.workItemReference()
    let page = try call.ask { (engine) throws(EngineError) in
      try engine.history(of: reference, call.page)
    }
    return try call.audit(page)
  }
}

extension Comment {
  /// The comment as OpenIndex's routes write it.
  fileprivate var workItemJSON: JSONValue {
    .object([
      "author": .string(author), "body": .string(text), "visibility": .string("internal"),
      "createdAt": .string(at.description),
    ])
  }
}
