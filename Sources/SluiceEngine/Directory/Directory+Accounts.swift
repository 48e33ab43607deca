public import SluiceCore
internal import SluiceStore

extension Directory {
  /// The account of an id.
  public func account(_ id: Account.ID) throws(EngineError) -> Account? {
    try reading { (store) throws(EngineError) in try store.account(.id(id))?.account }
  }

  /// The account of an email address, in any case.
  public func account(email: String) throws(EngineError) -> Account? {
    guard let email = Email.normalized(email) else { return nil }
    return try reading { (store) throws(EngineError) in try store.account(.email(email))?.account }
  }

  /// The account of a handle.
  public func account(handle: String) throws(EngineError) -> Account? {
    try reading { (store) throws(EngineError) in try store.account(.handle(handle))?.account }
  }

  /// The account of a user of this machine.
  public func account(userID: UInt32) throws(EngineError) -> Account? {
    try reading { (store) throws(EngineError) in try store.account(.userID(userID))?.account }
  }

  /// The accounts of some ids, in their order; those that there are not are left out.
  public func accounts(_ ids: [Account.ID]) throws(EngineError) -> [Account] {
    try reading { (store) throws(EngineError) in
      var found: [Account] = []
      for id in ids {
        if let account = try store.account(.id(id))?.account { found.append(account) }
      }
      return found
    }
  }

  /// Whether anyone has registered.
  public func hasAccounts() throws(EngineError) -> Bool {
    try reading { (store) throws(EngineError) in try store.hasAccounts() }
  }

  /// Makes an account with a free handle, a personal organization that it owns, and in that the project `ME`.
  ///
  /// Who runs the server also owns the organization of the file itself if there is work in it, for the file was
  /// theirs before it was served.
  ///
  /// - Throws: `conflict` if the email address or the user has an account; `refused` for a draft that a rule
  /// forbids.
  public func create(
    _ draft: AccountDraft, passwordHash: String?
  ) throws(EngineError) -> Account {
    let draft = try judging { () throws(Rejection) in try draft.checked() }
    return try writing { (store) throws(EngineError) in
      try store.checkFree(email: draft.email, userID: draft.userID)
      let handle = try store.freeHandle(draft.wishedHandle)
      let account = Account(
        id: makeID(), handle: handle,
        displayName: draft.displayName.isEmpty ? handle : draft.displayName, email: draft.email,
        userID: draft.userID, isInstanceAdmin: draft.isInstanceAdmin, createdAt: now())
      let row = try store.insert(account)
      if let passwordHash { try store.setPasswordHash(passwordHash, of: row) }
      try makePersonal(of: account, row, store)
      if account.isInstanceAdmin { try giveHome(to: row, store) }
      return account
    }
  }

  private func giveHome(to row: StoredAccount.Row, _ store: Store) throws(EngineError) {
    guard try !store.projects(after: "", limit: 1).isEmpty else { return }
    let home = try store.organizationValue().id
    _ = try store.setRole(.owner, of: row, in: .organization(home))
  }

  private func makePersonal(
    of account: Account, _ row: StoredAccount.Row, _ store: Store
  ) throws(EngineError) {
    let slug = try store.freeSlug(OrganizationSlug.made(from: account.handle))
    let view = try insertOrganization(named: account.displayName, slug: slug, store)
    let organization = try view.organizationValue()
    _ = try store.setRole(.owner, of: row, in: .organization(organization.id))
    try store.setPersonal(view.organization, of: row)
    view.beginChange()
    _ = try writer(view, Actor(name: account.handle)).write(
      .createProject(ProjectDraft(key: ProjectKey.personal.text, name: "Personal")))
  }

  /// What a password is checked against; `nil` for an account without one.
  public func passwordHash(of id: Account.ID) throws(EngineError) -> String? {
    try reading { (store) throws(EngineError) in try store.passwordHash(of: id) }
  }

  /// Gives an account another password; `nil` takes it away.
  public func setPasswordHash(_ hash: String?, of id: Account.ID) throws(EngineError) {
    try writingOnce { (store) throws(EngineError) in
      try store.setPasswordHash(hash, of: try store.existing(id).row)
    }
  }

  /// Writes what may change of an account: all but its id, its handle and when it was made.
  ///
  /// - Throws: `conflict` if another account has the email address or the user.
  public func update(_ account: Account) throws(EngineError) -> Account {
    var account = account
    account.email = try account.email.map { (email) throws(EngineError) in
      try judging { () throws(Rejection) in try Email.checked(email) }
    }
    account.displayName = try judging { () throws(Rejection) in
      try AccountDraft.checkedName(account.displayName)
    }
    return try writing { (store) throws(EngineError) in
      let found = try store.existing(account.id)
      try store.checkFree(
        email: account.email == found.account.email ? nil : account.email,
        userID: account.userID == found.account.userID ? nil : account.userID)
      try store.update(found.row, to: account)
      return try store.existing(account.id).account
    }
  }

  /// Whether an organization was made together with an account, whosever it is.
  public func isPersonal(_ id: Organization.ID) throws(EngineError) -> Bool {
    try reading { (store) throws(EngineError) in
      try store.organizationRow(id).map { (row) throws(EngineError) in
        try store.isPersonal(row)
      } ?? false
    }
  }

  /// The organization that was made together with an account.
  public func personalOrganization(of id: Account.ID) throws(EngineError) -> Organization.ID? {
    try reading { (store) throws(EngineError) in try store.personalOrganization(of: id) }
  }
}

extension Store {
  fileprivate func checkFree(email: String?, userID: UInt32?) throws(EngineError) {
    if let email, try account(.email(email)) != nil {
      throw EngineError(
        .conflict, "There is an account with the email address \(email) already.",
        nextStep: "Log in with it, or register with another address.")
    }
    if let userID, try account(.userID(userID)) != nil {
      throw EngineError(.conflict, "User \(userID) of this machine has an account already.")
    }
  }

  /// Numbers first, and then anything: whoever has made thousands of one name does not hold up the next.
  fileprivate func freeHandle(_ wished: String) throws(EngineError) -> String {
    try firstFree(Handle.numbered, wished) { (handle) throws(EngineError) in
      try account(.handle(handle)) == nil
    }
  }

  func freeSlug(_ wished: String) throws(EngineError) -> String {
    try firstFree(OrganizationSlug.numbered, wished) { (slug) throws(EngineError) in
      try organization(slug: slug) == nil
    }
  }

  private func firstFree(
    _ numbered: (String, Int) -> String, _ wished: String,
    _ isFree: (String) throws(EngineError) -> Bool
  ) throws(EngineError) -> String {
    var number = 1
    while true {
      let name = numbered(wished, number)
      if try isFree(name) { return name }
      number = number < 20 ? number + 1 : Int.random(in: 20...Int(UInt32.max))
    }
  }
}
