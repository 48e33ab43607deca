import SluiceClient
import SluiceCore

extension Verb {
  static let login = Verb(
    words: ["login"], summary: "Signs in at a server, and uses it from then on.",
    examples: [
      "cat key.txt | sluice login --server https://b.example --email ann@b.example",
      "cat key.txt | sluice login --profile team --email ann@b.example",
    ],
    options: [.email, .caFile, .plainHTTP], unoffered: [.database, .project],
    notes: [
      """
      The password is asked for without showing it, or read as a line of the standard input. Tokens
      are kept in $XDG_CONFIG_HOME/sluice/profiles.json, which only you may read; with --profile
      under that name, which may be new. On a Unix socket the system says who you are.
      """
    ],
    run: { session throws(Failure) in
      var choice = try session.choiceToSignInWith()
      let connection = try session.connection(to: choice)
      if !choice.profile.server.isSocket {
        choice.profile.tokens = try session.signIn(over: connection, choice)
      }
      let account = try session.asking(choice) { () throws(ServerFault) in
        try connection.account()
      }
      let organization = try session.organizationOfProfile(choice, connection, account)
      let isSluice = try session.asking(choice) { () throws(ServerFault) in
        try connection.isSluice(account)
      }
      choice.name = try session.keep(choice)
      ServerMemory(session.folders).forget(choice)
      if case .found(let found) = organization, isSluice {
        ServerMemory(session.folders).remember(
          .init(organization: found.id, handle: account.handle), for: choice)
      }
      try session.tell(choice, account, organization)
    })
}

extension Session {
  /// The profile with which to sign in: a new one if there is none for the server that is named.
  fileprivate func choiceToSignInWith() throws(Failure) -> ServerChoice {
    let book = try ProfileFile(folders).read()
    var choice = try choiceNamed(in: book)
    let line = invocation
    if let file = line[.caFile] {
      choice.profile.authorities = file.isEmpty ? nil : Files.absolute(file)
    }
    if let word = line[.plainHTTP] { choice.profile.allowsPlainHTTP = word == "yes" }
    if let name = line[.organization] { choice.profile.organization = name.isEmpty ? nil : name }
    // Those of another person must not be refreshed meanwhile.
    choice.profile.tokens = nil
    return choice
  }

  private func choiceNamed(in book: ProfileBook) throws(Failure) -> ServerChoice {
    let name = invocation[.profile] ?? setting("SLUICE_PROFILE")
    let address = invocation[.server] ?? setting("SLUICE_SERVER")
    let server = try address.map { text throws(Failure) in try location(text, from: "--server") }
    guard let name else {
      if let server { return book.choice(at: server) }
      guard let current = book.current, let profile = book.profiles[current] else {
        throw .usage(
          "Which server? --server https://HOST names it, or unix:PATH on this machine.",
          next: helpCommand)
      }
      return ServerChoice(name: current, profile: profile)
    }
    guard ProfileBook.isName(name) else {
      throw .usage(
        "A profile is called by letters, digits and -_. of ASCII, and not “local”.",
        next: helpCommand)
    }
    guard let server = server ?? book.profiles[name]?.server else {
      throw .usage("Profile \(name) is new, and a new one needs --server.", next: helpCommand)
    }
    var choice = ServerChoice(
      name: name, profile: book.profiles[name] ?? ServerProfile(server: server))
    if choice.profile.server != server { choice.profile = ServerProfile(server: server) }
    return choice
  }

  fileprivate func signIn(
    over connection: ServerConnection, _ choice: ServerChoice
  ) throws(Failure) -> SignInTokens {
    let email = try self.email()
    let password = try secretLine("Password")
    guard !password.isEmpty else {
      throw .usage("No password was given.", next: helpCommand)
    }
    do throws(ServerFault) {
      return try connection.signIn(email: email, password: password)
    } catch {
      guard case .signedOut(let message, _) = error else { throw Failure(error, choice) }
      throw Failure(
        exit: .permission, code: "UNAUTHORIZED", message: message,
        nextStep: "Check the address and the password, and try again.")
    }
  }

  private func email() throws(Failure) -> String {
    if let email = invocation[.email], !email.isEmpty { return email }
    guard canAsk else { throw .usage("Who signs in? --email names it.", next: helpCommand) }
    try host.messages.write("Email: ")
    try host.messages.flush()
    guard let email = host.readLine()?.trimmingBlanks, !email.isEmpty else {
      throw .usage("No email was given.", next: helpCommand)
    }
    return email
  }

  fileprivate func organizationOfProfile(
    _ choice: ServerChoice, _ connection: ServerConnection, _ account: ServerAccount
  ) throws(Failure) -> OrganizationChoice {
    let named = choice.profile.organization
    let all = try asking(choice) { () throws(ServerFault) in
      try connection.organizations(of: account)
    }
    let found = try asking(choice) { () throws(ServerFault) in
      try connection.choice(named: named, of: account)
    }
    if case .missing = found, named != nil { throw .noOrganization(named, among: all, choice) }
    return found
  }

  /// Keeps the profile under its name, or a new one that comes from the server's; it is current now.
  fileprivate func keep(_ choice: ServerChoice) throws(Failure) -> String {
    try ProfileFile(folders).change { book throws(Failure) in
      let name = choice.name ?? book.freeName(for: choice.profile.server)
      book.profiles[name] = choice.profile
      book.current = name
      return name
    }
  }

  fileprivate func tell(
    _ choice: ServerChoice, _ account: ServerAccount, _ organization: OrganizationChoice
  ) throws(Failure) {
    let name = choice.name ?? ""
    if isJSON {
      var members = account.members(on: choice)
      members.merge(organization.members) { $1 }
      return try print(.object(members))
    }
    try print("You are \(account.title) at \(choice.profile.server).")
    try print("Profile \(name) is used from now on; “sluice profile use local” goes back.")
    guard case .unclear(let all) = organization else { return }
    let slugs = all.map(\.slug)
    try note("Which organization? You are a member of \(slugs.joined(separator: ", ")).")
    try note("Keep one: \(choice.keepingOrganization(slugs.first ?? "ORG"))")
  }
}

extension ProfileBook {
  /// A name for a new profile: that of the host or of the socket's file, with a number if it is taken.
  fileprivate func freeName(for server: ServerLocation) -> String {
    let text: Substring =
      switch server {
      case .web(let address):
        address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
      case .socket(let path): path.split(separator: "/").last ?? ""
      }
    let plain = String(
      text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
    let base = Self.isName(String(plain.prefix(50))) ? String(plain.prefix(50)) : "server"
    guard profiles[base] != nil else { return base }
    var number = 2
    while profiles["\(base)-\(number)"] != nil { number += 1 }
    return "\(base)-\(number)"
  }
}

extension Option {
  fileprivate static let email = Option("email", "EMAIL", "the address with which you sign in")
}
