internal import Passwords
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// A project and whose it is.
struct ProjectPlace: Hashable, Sendable {
  let project: Project.ID
  let organization: Organization.ID
}

/// What admission looks up in the file: accounts, tokens, roles, and where things are.
struct Book: Sendable {
  let directory: Directory
  let users: UserAccounts

  /// The token of a secret and whose it is.
  func bearer(_ secret: String) throws(APIError) -> (AccessToken, Account)? {
    try translating { () throws(EngineError) in
      try directory.token(digest: Secrets.digest(of: secret)).map { ($0.token, $0.account) }
    }
  }

  /// The organization of an id or a slug.
  func organization(_ name: String) throws(APIError) -> Organization.ID? {
    try translating { () throws(EngineError) in
      if let id = Organization.ID(name) { return try directory.organization(id)?.id }
      return try directory.organization(slug: name)?.id
    }
  }

  /// The project of an id or a key; of several with one key the caller's own.
  ///
  /// - Throws: A conflict that names the projects, if there are several and none is the caller's own.
  func project(_ name: String, seenBy account: Account.ID) throws(APIError) -> ProjectPlace? {
    switch ProjectReference(name) {
    case .id(let id)?: try place(ofProject: id)
    case .key(let key)?: try place(of: key, seenBy: account)
    case nil: nil
    }
  }

  /// The project of a ticket's id or key, which must be the one that `container` names, if it does.
  func ticket(
    _ name: String, in container: String?, seenBy account: Account.ID
  ) throws(APIError) -> ProjectPlace? {
    guard let reference = TicketReference(name) else { return nil }
    guard let container else { return try place(of: reference, seenBy: account) }
    guard let named = try project(container, seenBy: account) else { return nil }
    switch reference {
    case .id: return try place(of: reference, seenBy: account) == named ? named : nil
    case .key(let key):
      let known = try places(of: key.project, seenBy: account)
      return known.contains(named) ? named : nil
    }
  }

  private func place(
    of reference: TicketReference, seenBy account: Account.ID
  ) throws(APIError) -> ProjectPlace? {
    switch reference {
    case .id(let id):
      try translating { () throws(EngineError) in
        try directory.place(ofTicket: id).flatMap(ProjectPlace.init)
      }
    case .key(let key): try place(of: key.project, seenBy: account)
    }
  }

  private func place(ofProject id: Project.ID) throws(APIError) -> ProjectPlace? {
    try translating { () throws(EngineError) in
      try directory.place(ofProject: id).flatMap(ProjectPlace.init)
    }
  }

  private func places(
    of key: ProjectKey, seenBy account: Account.ID
  ) throws(APIError) -> [ProjectPlace] {
    try translating { () throws(EngineError) in
      try directory.projects(withKey: key, visibleTo: account).compactMap(ProjectPlace.init)
    }
  }

  private func place(
    of key: ProjectKey, seenBy account: Account.ID
  ) throws(APIError) -> ProjectPlace? {
    let places = try places(of: key, seenBy: account)
    guard places.count > 1 else { return places.first }
    let own = try translating { () throws(EngineError) in
      try directory.personalOrganization(of: account)
    }
    if let place = places.first(where: { $0.organization == own }) { return place }
    throw try ambiguity(of: key, places)
  }

  /// To take any of them might change what was not meant.
  private func ambiguity(
    of key: ProjectKey, _ places: [ProjectPlace]
  ) throws(APIError) -> APIError {
    var slugs: [String] = []
    for place in places {
      let found = try translating { () throws(EngineError) in
        try directory.organization(place.organization)
      }
      if let found { slugs.append(found.slug) }
    }
    return APIError(
      409, "AMBIGUOUS_KEY",
      "Several organizations have a project \(key): \(slugs.joined(separator: ", ")).",
      details: [
        "domains": .array(
          places.map {
            .object(["id": .id($0.project), "organizationId": .id($0.organization)])
          })
      ],
      nextStep: "Name it by its id; beside the key of a work item, as domainId=ID.")
  }

  /// The organization of a workflow's id.
  func workflow(_ name: String) throws(APIError) -> Organization.ID? {
    guard let id = Workflow.ID(name) else { return nil }
    return try translating { () throws(EngineError) in
      try directory.place(ofWorkflow: id)?.organization
    }
  }

  /// The personal organization of an account, and the personal project in it.
  func personal(_ account: Account.ID) throws(APIError) -> ProjectPlace? {
    try translating { () throws(EngineError) in
      let own = try directory.personalOrganization(of: account)
      return try directory.projects(withKey: .personal, visibleTo: account)
        .first { $0.organization == own }.flatMap(ProjectPlace.init)
    }
  }

  /// The role of an account in an organization.
  func role(
    of account: Account.ID, in organization: Organization.ID
  ) throws(APIError) -> Role? {
    try translating { () throws(EngineError) in
      try directory.role(of: account, in: organization)
    }
  }

  /// The role of an account in a project alone.
  func role(of account: Account.ID, inProject project: Project.ID) throws(APIError) -> Role? {
    try translating { () throws(EngineError) in
      try directory.projectRole(of: account, in: project)
    }
  }

  /// Whether an account is a member of any project of an organization.
  func isGuest(
    _ account: Account.ID, in organization: Organization.ID
  ) throws(APIError) -> Bool {
    try translating { () throws(EngineError) in
      try directory.isProjectMember(account, in: organization)
    }
  }
}

extension ProjectPlace {
  init?(_ place: Place) {
    guard let project = place.project else { return nil }
    self.init(project: project, organization: place.organization)
  }
}
