internal import SluiceAPI
internal import SluiceCore

extension Admission {
  /// What the caller is in the place that a request names; what they may not see is not found.
  func scope(
    of caller: Caller, at place: Access.Place, _ name: String?, within container: String? = nil
  ) throws(APIError) -> Scope {
    guard let account = caller.account?.id else { throw .unauthorized("This needs a token.") }
    guard let name else { return try scope(ofPersonal: place, caller, account) }
    switch place.kind {
    case .organization:
      return try scope(caller, inOrganization: try book.organization(name), place, name)
    case .workflow:
      return try scope(caller, inOrganization: try book.workflow(name), place, name)
    case .project:
      return try scope(caller, in: try book.project(name, seenBy: account), "project", name)
    case .ticket:
      let place = try book.ticket(name, in: container, seenBy: account)
      return try scope(caller, in: place, "ticket", name)
    }
  }

  private func scope(
    ofPersonal place: Access.Place, _ caller: Caller, _ account: Account.ID
  ) throws(APIError) -> Scope {
    guard place.isPersonalByDefault, let own = try book.personal(account) else {
      throw .malformed("“\(place.name)” is missing.")
    }
    return place.kind == .organization
      ? try scope(caller, inOrganization: own.organization, place, "ME")
      : try scope(caller, in: own, "project", "ME")
  }

  private func scope(
    _ caller: Caller, inOrganization organization: Organization.ID?, _ place: Access.Place,
    _ name: String
  ) throws(APIError) -> Scope {
    let kind = place.kind == .workflow ? "workflow" : "organization"
    guard let account = caller.account?.id, let organization else { throw .notFound(kind, name) }
    if let role = try book.role(of: account, in: organization) {
      // A token for some projects only is none for the whole organization.
      let isLimited = caller.token?.projects != nil
      return Scope(
        organization: organization, project: nil, role: isLimited ? min(role, .viewer) : role,
        isWide: !isLimited)
    }
    guard place.admitsGuests, try book.isGuest(account, in: organization) else {
      throw .notFound(kind, name)
    }
    return Scope(organization: organization, project: nil, role: .viewer)
  }

  private func scope(
    _ caller: Caller, in place: ProjectPlace?, _ kind: String, _ name: String
  ) throws(APIError) -> Scope {
    guard let account = caller.account?.id, let place, caller.reaches(place.project),
      let role = try effectiveRole(of: account, in: place)
    else { throw .notFound(kind, name) }
    return Scope(organization: place.organization, project: place.project, role: role)
  }

  /// The higher of the roles in the organization and in the project; who only reports does so where they
  /// are members of the project, and only looks elsewhere.
  func effectiveRole(of account: Account.ID, in place: ProjectPlace) throws(APIError) -> Role? {
    let wide = try book.role(of: account, in: place.organization)
    if wide == .owner { return wide }
    let own = try book.role(of: account, inProject: place.project)
    switch (wide, own) {
    case (let wide?, let own?): return max(wide, own)
    case (nil, let own): return own
    case (let wide?, nil): return wide == .reporter ? .viewer : wide
    }
  }
}
