public import SluiceCore
internal import SluiceStore

extension Directory {
  /// Makes an organization with the Default workflow and one owner.
  ///
  /// - Parameters:
  /// - name: Its name for people.
  /// - slug: Its name in addresses; `nil` for one made from its name.
  /// - owner: Who owns it.
  /// - Throws: `conflict` if another organization has that slug.
  public func createOrganization(
    name: String, slug: String? = nil, owner: Account.ID
  ) throws(EngineError) -> Organization {
    let name = try judging { () throws(Rejection) in try ProjectDraft.checkedName(name) }
    let slug = try slug.map { (slug) throws(EngineError) in
      try judging { () throws(Rejection) in try OrganizationSlug.checked(slug) }
    }
    return try writing { (store) throws(EngineError) in
      let row = try store.existing(owner).row
      let free: String
      if let slug {
        try store.checkFree(slug: slug)
        free = slug
      } else {
        free = try store.freeSlug(OrganizationSlug.made(from: name))
      }
      let view = try insertOrganization(named: name, slug: free, store)
      let organization = try view.organizationValue()
      _ = try store.setRole(.owner, of: row, in: .organization(organization.id))
      return organization
    }
  }

  /// The organization of an id.
  public func organization(_ id: Organization.ID) throws(EngineError) -> Organization? {
    try reading { (store) throws(EngineError) in try store.organization(id) }
  }

  /// The organization of a slug.
  public func organization(slug: String) throws(EngineError) -> Organization? {
    try reading { (store) throws(EngineError) in try store.organization(slug: slug) }
  }

  /// The organizations of an account with its role, by slug.
  public func organizations(
    of account: Account.ID, _ page: PageRequest
  ) throws(EngineError) -> Page<OrganizationMembership> {
    try reading { (store) throws(EngineError) in
      let found = try store.organizations(
        of: account, after: page.cursor ?? "", limit: page.limit + 1)
      return Page(found, limit: page.limit, cursor: \.organization.slug)
    }
  }

  /// Gives an organization another name, which history records, or another slug; `nil` stays.
  ///
  /// - Throws: `conflict` if another organization has that slug.
  public func update(
    _ id: Organization.ID, name: String? = nil, slug: String? = nil, by actor: Actor
  ) throws(EngineError) -> Organization {
    let slug = try slug.map { (slug) throws(EngineError) in
      try judging { () throws(Rejection) in try OrganizationSlug.checked(slug) }
    }
    return try writing { (store) throws(EngineError) in
      let view = try store.existing(id)
      if let slug, try view.organizationValue().slug != slug {
        try store.checkFree(slug: slug)
        try view.setSlug(slug)
      }
      if let name { _ = try writer(view, actor).write(.renameOrganization(name)) }
      return try view.organizationValue()
    }
  }

  /// Adds an organization with its Default workflow; answers the view of it.
  func insertOrganization(
    named name: String, slug: String, _ store: Store
  ) throws(EngineError) -> Store {
    let workflow: Workflow
    do {
      workflow = try WorkflowDraft.standard.validated(id: makeID(), at: now())
    } catch {
      throw EngineError(error)
    }
    let seed = Store.Seed(organization: makeID(), name: name, slug: slug, workflow: workflow)
    return store.scoped(to: try store.insertOrganization(seed))
  }

  func writer(_ store: Store, _ actor: Actor) -> ChangeWriter {
    let signature = Store.Signature(actor: actor.name, agent: actor.agent, at: now())
    return ChangeWriter(store: store, signature: signature, makeUUID: makeUUID, progress: nil)
  }
}

extension Store {
  fileprivate func checkFree(slug: String) throws(EngineError) {
    guard try organization(slug: slug) != nil else { return }
    throw EngineError(
      .conflict, "There is an organization “\(slug)” already.", nextStep: "Choose another slug.")
  }
}
