internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Call {
  /// The projects that the caller sees, by key: all of them or, if the query names an organization, those of it.
  ///
  /// A page may be short and yet not the last.
  func visibleProjects(_ request: PageRequest) throws(APIError) -> Page<PlacedProject> {
    let account = try account().id
    guard let name = text(inQuery: "org_id") else { return try allProjects(request) }
    guard let organization = try parts.book.organization(name) else {
      throw .notFound("organization", name)
    }
    guard try parts.book.role(of: account, in: organization) == nil else {
      return try projects(of: organization, request)
    }
    // Who is no member may yet be one of some projects.
    guard try parts.book.isGuest(account, in: organization) else {
      throw .notFound("organization", name)
    }
    var page = try allProjects(request)
    page.items.removeAll { $0.organization != organization }
    return page
  }

  private func projects(
    of organization: Organization.ID, _ request: PageRequest
  ) throws(APIError) -> Page<PlacedProject> {
    let engine = try parts.engines.engine(of: organization)
    let page = try translating { () throws(EngineError) in try engine.projects(request) }
    let reached = page.items.filter { caller.reaches($0.id) }
    return Page(
      items: reached.map { PlacedProject(organization: organization, project: $0) },
      nextCursor: page.nextCursor)
  }

  private func allProjects(_ request: PageRequest) throws(APIError) -> Page<PlacedProject> {
    let account = try account().id
    var page = try translating { () throws(EngineError) in
      try directory.visibleProjects(of: account, request)
    }
    page.items.removeAll { !caller.reaches($0.project.id) }
    return page
  }
}
