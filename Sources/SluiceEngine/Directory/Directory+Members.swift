public import SluiceCore
internal import SluiceStore

extension Directory {
  /// What an account may do in an organization; `nil` if it is no member.
  public func role(
    of account: Account.ID, in organization: Organization.ID
  ) throws(EngineError) -> Role? {
    try role(of: account, in: .organization(organization))
  }

  /// What an account may do in a project as a member of that; `nil` if it is none.
  public func projectRole(
    of account: Account.ID, in project: Project.ID
  ) throws(EngineError) -> Role? {
    try role(of: account, in: .project(project))
  }

  /// Whether an account is a member of any project of an organization, and so sees a part of it.
  public func isProjectMember(
    _ account: Account.ID, in organization: Organization.ID
  ) throws(EngineError) -> Bool {
    try reading { (store) throws(EngineError) in
      try store.isProjectMember(account, in: organization)
    }
  }

  /// The members of an organization, in the order in which they registered.
  public func members(
    of organization: Organization.ID, _ page: PageRequest
  ) throws(EngineError) -> Page<Membership> {
    try members(of: .organization(organization), page)
  }

  /// The members of a project, in the order in which they registered.
  public func projectMembers(
    of project: Project.ID, _ page: PageRequest
  ) throws(EngineError) -> Page<Membership> {
    try members(of: .project(project), page)
  }

  /// Makes an account a member of an organization, or gives it another role there.
  ///
  /// - Throws: `conflict` if it is the last owner and would be one no longer.
  public func setRole(
    _ role: Role, of account: Account.ID, in organization: Organization.ID
  ) throws(EngineError) {
    try writing { (store) throws(EngineError) in
      let found = try store.existing(account)
      if role != .owner { try store.checkOwner(found, in: organization) }
      guard try store.setRole(role, of: found.row, in: .organization(organization)) else {
        throw .notFound("organization", "\(organization)")
      }
    }
  }

  /// Makes an account a member of a project, or gives it another role there.
  ///
  /// A project may be without an owner: those of its organization have all rights in it.
  public func setProjectRole(
    _ role: Role, of account: Account.ID, in project: Project.ID
  ) throws(EngineError) {
    try writingOnce { (store) throws(EngineError) in
      let row = try store.existing(account).row
      guard try store.setRole(role, of: row, in: .project(project)) else {
        throw .notFound("project", "\(project)")
      }
    }
  }

  /// Lets an account be a member of an organization and its projects no longer.
  ///
  /// - Throws: `conflict` for the last owner; `notFound` if it is no member.
  public func removeMember(
    _ account: Account.ID, from organization: Organization.ID
  ) throws(EngineError) {
    try writing { (store) throws(EngineError) in
      let found = try store.existing(account)
      try store.checkOwner(found, in: organization)
      guard try store.removeMember(found.row, of: .organization(organization)) else {
        throw .notFound("member", found.account.handle)
      }
      try store.removeProjectMemberships(of: found.row, in: organization)
    }
  }

  /// Lets an account be a member of a project no longer.
  ///
  /// - Throws: `notFound` if it is no member.
  public func removeProjectMember(
    _ account: Account.ID, from project: Project.ID
  ) throws(EngineError) {
    try writing { (store) throws(EngineError) in
      let found = try store.existing(account)
      guard try store.removeMember(found.row, of: .project(project)) else {
        throw .notFound("member", found.account.handle)
      }
    }
  }

  private func role(of account: Account.ID, in place: Membered) throws(EngineError) -> Role? {
    try reading { (store) throws(EngineError) in try store.role(of: account, in: place) }
  }

  private func members(
    of place: Membered, _ page: PageRequest
  ) throws(EngineError) -> Page<Membership> {
    let cursor = try page.number() ?? 0
    return try reading { (store) throws(EngineError) in
      let found = try store.members(of: place, after: cursor, limit: page.limit + 1)
      let shown = found.prefix(page.limit)
      return Page(
        items: shown.map(\.membership),
        nextCursor: found.count > page.limit ? shown.last.map { "\($0.row)" } : nil)
    }
  }
}

extension Store {
  /// Refuses if the account is the last owner.
  fileprivate func checkOwner(
    _ found: StoredAccount, in organization: Organization.ID
  ) throws(EngineError) {
    let place = Membered.organization(organization)
    guard try role(of: found.account.id, in: place) == .owner,
      try !hasOwner(besides: found.row, in: place)
    else { return }
    throw EngineError(
      .conflict, "\(found.account.handle) is the last owner of this organization.",
      nextStep: "Make someone else an owner first.")
  }
}
