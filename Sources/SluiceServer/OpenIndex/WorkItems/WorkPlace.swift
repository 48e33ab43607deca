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

  var query: QueueQuery { QueueQuery(project: project.map(ProjectReference.id)) }

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
  func workPlaces() throws(APIError) -> [WorkPlace] {
    if let name = text(inQuery: "domainId") {
      let call = try at(.project("domainId"), name, needing: .viewer)
      return [
        WorkPlace(
          engine: try call.engine(), organization: try call.organizationScope(),
          project: try call.projectScope())
      ]
    }
    // A token for some domains is none for whole organizations.
    let whole = caller.token?.projects == nil ? try ownOrganizations() : []
    let guest = try seenDomains().filter { !whole.contains($0.organization) }
    let places: [(Organization.ID, Project.ID?)] =
      whole.map { ($0, nil) } + guest.map { ($0.organization, $0.project.id) }
    return try places.map { (organization, project) throws(APIError) in
      WorkPlace(
        engine: try parts.engines.engine(of: organization), organization: organization,
        project: project)
    }
  }

  /// The organizations of which the caller is a member, by slug; so many at most as one page holds.
  private func ownOrganizations() throws(APIError) -> [Organization.ID] {
    let account = try account().id
    return try translating { () throws(EngineError) in
      try directory.organizations(of: account, PageRequest(limit: PageRequest.maximumLimit))
    }.items.map(\.organization.id)
  }
}
