internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Call {
  /// Refuses a need that the caller does not meet in the scope's organization; what they may not see is not
  /// found.
  func check(_ need: Need) throws(APIError) {
    if case .server = need.place { return try checkAdministration() }
    guard let scope else { throw .forbidden("The route \(route.name) acts nowhere.") }
    let admission = Admission(book: parts.book, now: now)
    switch need.place {
    case .server: break
    case .organization: try admission.check(scope, has: need.role, caller)
    case .everything:
      guard scope.isWide else {
        throw .forbidden(
          "This shows all of the organization, and \(actor.name) sees some of its projects: "
            + "name one.")
      }
    case .project(let project): try check(need.role, in: project, scope, admission)
    case .ticket(.key(let key)): try check(need.role, in: .key(key.project), scope, admission)
    case .ticket(.id(let id)):
      let place = try translating { () throws(EngineError) in
        try directory.place(ofTicket: id)
      }
      guard let place, place.organization == scope.organization, let project = place.project
      else { throw .notFound("ticket", id.description) }
      try check(need.role, in: .id(project), scope, admission)
    }
  }

  /// What belongs to the whole server is in no organization, and so has no scope.
  private func checkAdministration() throws(APIError) {
    guard caller.isInstanceAdmin else {
      throw .forbidden("Only who runs the server may do this, with a token for administration.")
    }
  }

  private func check(
    _ role: Role, in project: ProjectReference, _ scope: Scope, _ admission: Admission
  ) throws(APIError) {
    // A role in all of the organization is one in each of its projects; the engine finds no others. Who is
    // refused for another reason must not hear of it for a project that there is not.
    let isAdmitted = role < .admin || caller.token?.kind != .agentRun
    if scope.isWide, isAdmitted, role == .viewer || scope.role >= max(role, .member) {
      return try admission.check(scope, has: role, caller)
    }
    let id: Project.ID
    do throws(EngineError) {
      id = try parts.engines.root.scoped(to: scope.organization).project(project).id
    } catch {
      // The names of other projects are not for those who may not see them.
      throw scope.isWide ? APIError(error) : .notFound("project", project.description)
    }
    let place = ProjectPlace(project: id, organization: scope.organization)
    guard let account = caller.account?.id, caller.reaches(id),
      let effective = try admission.effectiveRole(of: account, in: place)
    else { throw .notFound("project", project.description) }
    try admission.check(
      Scope(organization: scope.organization, project: id, role: effective, isWide: false),
      has: role, caller)
  }
}
