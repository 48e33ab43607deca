internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// Where work for agents is looked for: a whole organization, or one domain.
struct WorkPlace {
  let engine: LocalEngine
  let organization: Organization.ID
  let project: Project.ID?

  /// Names the place in cursors.
  var name: String { (project?.description ?? organization.description) }

  private var query: QueueQuery { QueueQuery(project: project.map(ProjectReference.id)) }

  func available(_ page: PageRequest) throws(APIError) -> Page<JSONValue> {
    try translating { () throws(EngineError) in
      let found = try engine.available(query, page)
      return Page(items: try items(found.items), nextCursor: found.nextCursor)
    }
  }

  func claimed(by agent: String, limit: Int) throws(APIError) -> [JSONValue] {
    try translating { () throws(EngineError) in
      try items(try engine.claimed(by: agent, query, PageRequest(limit: limit)).items)
    }
  }

  private func items(_ tickets: [Ticket]) throws(EngineError) -> [JSONValue] {
    try tickets.map { (ticket) throws(EngineError) in
      try engine.ticket(.id(ticket.id)).workItemJSON
    }
  }
}

extension Call {
  /// The domain of the query, else all that the caller sees: organizations of which they are a member as a whole.
  func queuePlaces() throws(APIError) -> [WorkPlace] {
    if let name = text(inQuery: "domainId") {
      let call = try at(.project("domainId"), name, needing: .viewer)
      return [
        WorkPlace(
          engine: try call.engine(), organization: try call.organizationScope(),
          project: try call.projectScope())
      ]
    }
    var places: [WorkPlace] = []
    var whole: [Organization.ID: Bool] = [:]
    let account = try account().id
    for found in try seenDomains() {
      let organization = found.organization
      let isWhole =
        try whole[organization]
        ?? (caller.token?.projects == nil && parts.book.role(of: account, in: organization) != nil)
      if isWhole, whole[organization] != nil { continue }
      whole[organization] = isWhole
      places.append(
        WorkPlace(
          engine: try parts.engines.engine(of: organization), organization: organization,
          project: isWhole ? nil : found.project.id))
    }
    return places
  }
}
