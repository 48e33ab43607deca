import SluiceClient
import SluiceCore

extension Verb {
  static let whoami = Verb(
    words: ["whoami"], summary: "Tells who you are, and where your boards are.",
    examples: ["sluice whoami", "sluice whoami --json"], unoffered: [.project],
    run: { session throws(Failure) in
      switch try session.place() {
      case .file(let path): try session.tellUser(of: path)
      case .server(let choice): try session.tellAccount(on: choice)
      }
    })

  static let logout = Verb(
    words: ["logout"], summary: "Signs out at a server and forgets its tokens.",
    examples: ["sluice logout", "sluice logout --profile team"],
    unoffered: [.database, .project],
    notes: ["The profile stays, and with it the server and the organization."],
    run: { session throws(Failure) in
      guard case .server(let choice) = try session.place() else {
        return try session.note("You are signed in nowhere; the file on this machine is used.")
      }
      try session.signOut(of: choice)
    })
}

extension Session {
  fileprivate func tellUser(of path: String) throws(Failure) {
    if isJSON {
      return try print(
        .object([
          "handle": .string(host.user()), "server": .null, "database": .string(path),
        ]))
    }
    try print("You are \(host.user()), on the file \(path).")
  }

  /// Asks the server, also for what is remembered of it.
  fileprivate func tellAccount(on choice: ServerChoice) throws(Failure) {
    let connection = try connection(to: choice)
    guard connection.isSignedIn else { throw .notSignedIn(choice) }
    let account = try asking(choice) { () throws(ServerFault) in try connection.account() }
    let all = try asking(choice) { () throws(ServerFault) in
      try connection.organizations(of: account)
    }
    let named = choice.profile.organization
    let organization = try asking(choice) { () throws(ServerFault) in
      try connection.choice(named: named, of: account)
    }
    let isSluice = try asking(choice) { () throws(ServerFault) in
      try connection.isSluice(account)
    }
    ServerMemory(folders).forget(choice)
    if case .found(let found) = organization, isSluice {
      let entry = ServerMemory.Entry(organization: found.id, handle: account.handle)
      ServerMemory(folders).remember(entry, for: choice)
    }
    if isJSON {
      var members = account.members(on: choice)
      members.merge(organization.members) { $1 }
      return try print(.object(members))
    }
    try print("You are \(account.title) at \(choice.profile.server).")
    switch organization {
    case .found(let found): try print("The organization is \(found.slug) (\(found.name)).")
    case .unclear(let all): try note(Failure.unclearOrganization(all, choice).message)
    case .missing: try note(Failure.noOrganization(named, among: all, choice).message)
    }
  }

  fileprivate func signOut(of choice: ServerChoice) throws(Failure) {
    guard !choice.profile.server.isSocket else {
      return try note("On a Unix socket the system says who you are; there is nothing to end.")
    }
    guard let name = choice.name, choice.ownsTokens, choice.profile.tokens != nil else {
      return try note("You were not signed in at \(choice.profile.server).")
    }
    let connection = try connection(to: choice)
    // First there: an access token that has expired is replaced for it by the refresh token.
    let fault = fault { () throws(ServerFault) in try connection.signOut() }
    try ProfileFile(folders).change { book throws(Failure) in book.profiles[name]?.tokens = nil }
    ServerMemory(folders).forget(choice)
    switch fault {
    case nil, .signedOut?: try tellSignedOut(choice)
    case let error?:
      var failure = Failure(error, choice)
      failure.nextStep = "The tokens are forgotten here, but hold at the server until they expire."
      failure.nextCommand = nil
      throw failure
    }
  }

  private func fault(_ call: () throws(ServerFault) -> Void) -> ServerFault? {
    do {
      try call()
      return nil
    } catch {
      return error
    }
  }

  private func tellSignedOut(_ choice: ServerChoice) throws(Failure) {
    if isJSON {
      return try print(
        .object([
          "profile": .optional(choice.name),
          "server": .string(choice.profile.server.description), "signed_in": .bool(false),
        ]))
    }
    try print("You are signed out at \(choice.profile.server).")
  }
}

extension ServerAccount {
  /// The handle, with the address if there is one.
  var title: String { email.map { "\(handle) (\($0))" } ?? handle }

  func members(on choice: ServerChoice) -> [String: JSONValue] {
    [
      "user_id": .string(id), "handle": .string(handle), "email": .optional(email),
      "server": .string(choice.profile.server.description), "profile": .optional(choice.name),
    ]
  }
}

extension OrganizationChoice {
  var members: [String: JSONValue] {
    switch self {
    case .found(let organization):
      [
        "organization": .string(organization.slug),
        "organization_id": .string(organization.id),
      ]
    case .missing: ["organization": .null, "organization_id": .null]
    case .unclear(let all):
      [
        "organization": .null, "organization_id": .null,
        "organizations": .texts(all.map(\.slug)),
      ]
    }
  }
}
