internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension DomainEndpoints {
  static let deleting = [preview, delete]

  private static let preview = Endpoint(
    Route(
      "previewDomainDeletion", .get, "/domains/{id}/delete-preview",
      "Tells what would go with a domain.", tag: tag,
      [Route.Success(200, .reference("DomainDeletion"))], dialect: .camel)
  ) { call throws(APIError) in
    let project = try call.domain()
    let counts = try call.countsByStatus(of: project.id)
    return .ok(
      .object([
        "domainId": .id(project.id), "key": .string(project.key.text),
        "workItems": .integer(counts.values.reduce(0, +)),
        "workItemsByStatus": .object(counts.mapValues(JSONValue.integer)),
        "members": .integer(try call.ownMembers(of: project.id).count),
        "workflows": .integer(0),
      ]))
  }

  /// Its items are deleted one by one, as anyone could, so that history tells of each; then the domain.
  ///
  /// All of it is one step. The history stays, and so do workflows, which are the organization's.
  private static let delete = Endpoint(
    Route(
      "deleteDomain", .delete, "/domains/{id}",
      "Deletes a domain with its work items and memberships.", tag: tag,
      query: [
        QueryParameter(
          "confirmCascade", .boolean, "Must be true: what delete-preview tells goes too.")
      ], [Route.Success(204)], dialect: .camel)
  ) { call throws(APIError) in
    let project = try call.domain()
    try call.checkMayGo(project)
    let items = TicketSet.query(TicketQuery(project: .id(project.id)))
    _ = try call.apply(.changeTickets(items, .delete))
    for member in try call.ownMembers(of: project.id) {
      try translating { () throws(EngineError) in
        try call.directory.removeProjectMember(member.account.id, from: project.id)
      }
    }
    _ = try call.apply(.deleteProject(.id(project.id)))
    return .noContent
  }

  /// How many items one request deletes: everyone else waits for it.
  static let maximumItems = 20_000
}

extension Call {
  fileprivate func checkMayGo(_ project: Project) throws(APIError) {
    guard query["confirmCascade"]?.first == .bool(true) else {
      throw APIError(
        400, "CONFIRMATION_NEEDED", "Deleting domain \(project.key) takes its work items along.",
        details: ["preview": .string("/domains/\(project.id)/delete-preview")],
        nextStep: "Look at the preview, and repeat with confirmCascade=true.")
    }
    guard try !isPersonal(project) else {
      throw APIError(
        EngineError(
          .conflict, "A personal domain stays as long as its account.",
          nextStep: "Delete its work items one by one."))
    }
    let count = try countsByStatus(of: project.id).values.reduce(0, +)
    guard count <= DomainEndpoints.maximumItems else {
      throw APIError(
        EngineError(
          .conflict,
          "Domain \(project.key) has \(count) work items; one request deletes at most "
            + "\(DomainEndpoints.maximumItems).",
          nextStep: "Delete some of them first."))
    }
  }

  /// How many items of a domain stand in each status.
  func countsByStatus(of project: Project.ID) throws(APIError) -> [String: Int] {
    let board = try ask { (engine) throws(EngineError) in
      try engine.board(BoardQuery(project: .id(project), limit: 0))
    }
    return Dictionary(
      board.columns.map { (board.workflow.statusName($0.status), $0.count.value) }
    ) { first, second in first + second }
  }

  /// The members of a domain alone, without those of its organization.
  func ownMembers(of project: Project.ID) throws(APIError) -> [Membership] {
    try translating { () throws(EngineError) in
      var found: [Membership] = []
      var cursor: String?
      repeat {
        let page = try directory.projectMembers(
          of: project, PageRequest(limit: PageRequest.maximumLimit, cursor: cursor))
        found += page.items
        cursor = page.nextCursor
      } while cursor != nil
      return found
    }
  }
}
