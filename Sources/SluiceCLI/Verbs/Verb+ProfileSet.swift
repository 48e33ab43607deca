import SluiceClient
import SluiceCore

extension Verb {
  static let profileSet = Verb(
    words: ["profile", "set"], summary: "Makes a profile, or changes what is named of one.",
    examples: [
      "sluice profile set box --server unix:/run/sluice/sluice.sock",
      "sluice profile set team --organization acme --agent claude-1",
      "sluice profile set team --token-file key.txt",
    ],
    operands: [.profile],
    options: [.caFile, .profileAgent, .tokenFile, .tokenStdin, .plainHTTP],
    unoffered: [.database, .project, .profile],
    notes: [
      """
      A profile that is not there is made; it needs --server. An empty value takes a setting away. A
      token never stands on the command line, which everyone on this machine can read.
      """
    ],
    run: { session throws(Failure) in
      let name = session.invocation.operands.first ?? ""
      guard ProfileBook.isName(name) else {
        throw .usage(
          "A profile is called by letters, digits and -_. of ASCII, and not “local”.",
          next: session.helpCommand)
      }
      let edit = try session.profileEdit()
      let file = try ProfileFile(session.folders)
      let book = try file.change { book throws(Failure) in
        guard let server = edit.server ?? book.profiles[name]?.server else {
          throw .usage(
            "Profile \(name) is new, and a new one needs --server.", next: session.helpCommand)
        }
        book.profiles[name] = edit.applied(
          to: book.profiles[name] ?? ServerProfile(server: server))
        return book
      }
      if session.isJSON { return try session.print(book.json(of: name)) }
      let isCurrent = book.current == name
      try session.print("Profile \(name) is set.")
      if !isCurrent {
        try session.note("“sluice profile use \(name)” makes it the one that is used.")
      }
    })
}

/// What is to be changed of a profile.
private struct ProfileEdit {
  var server: ServerLocation?
  var organization: String?
  var authorities: String?
  var agent: String?
  var token: String?
  var allowsPlainHTTP: Bool?

  func applied(to profile: ServerProfile) -> ServerProfile {
    var profile = profile
    if let server, server != profile.server {
      profile.server = server
      // They are for the other server, and nobody else's business.
      profile.tokens = nil
    }
    if let organization { profile.organization = organization.nonEmpty }
    if let authorities { profile.authorities = authorities.nonEmpty.map(Files.absolute) }
    if let agent { profile.agent = agent.nonEmpty }
    if let token { profile.tokens = SignInTokens(access: token) }
    if let allowsPlainHTTP { profile.allowsPlainHTTP = allowsPlainHTTP }
    return profile
  }
}

extension Session {
  fileprivate func profileEdit() throws(Failure) -> ProfileEdit {
    let line = invocation
    let settings = line.verb.options + [.server, .organization]
    guard settings.contains(where: line.has) else {
      throw .usage("sluice profile set needs something to set.", next: helpCommand)
    }
    guard !line.has(.tokenFile) || !line.has(.tokenStdin) else {
      throw .usage("--token-file and --token-stdin exclude each other.", next: helpCommand)
    }
    var edit = ProfileEdit(
      organization: line[.organization], authorities: line[.caFile], agent: line[.profileAgent],
      token: try tokenOfLine())
    if let address = line[.server] { edit.server = try location(address, from: "--server") }
    edit.allowsPlainHTTP = line[.plainHTTP].map { $0 == "yes" }
    return edit
  }

  private func tokenOfLine() throws(Failure) -> String? {
    if let path = invocation[.tokenFile] { return try token(inFile: path, from: "“\(path)”") }
    guard invocation.has(.tokenStdin) else { return nil }
    return try token(secretLine("Token"), from: "The standard input")
  }

  /// A line that nobody sees: asked for on a terminal, else the next of the standard input.
  func secretLine(_ prompt: String) throws(Failure) -> String {
    if canAsk {
      try host.messages.write("\(prompt): ")
      try host.messages.flush()
    }
    return try (canAsk ? host.readSecret() : host.readLine()) ?? ""
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Option {
  static let caFile = Option(
    "ca-file", "FILE", "certificates that are trusted in place of the system's", .file)
  static let plainHTTP = Option(
    "plain-http", "YES", "yes: without TLS too, where everyone on the way reads along",
    .choice(["yes", "no"]))
  fileprivate static let profileAgent = Option(
    "agent", "AGENT", "the agent that acts in your name")
  fileprivate static let tokenFile = Option(
    "token-file", "FILE", "take the token from the first line of a file", .file)
  fileprivate static let tokenStdin = Option(
    "token-stdin", "ask for the token, or read a line of the standard input")
}
