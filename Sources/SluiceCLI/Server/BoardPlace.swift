import SluiceClient
import SluiceCore

/// Where boards are kept that a command line is about.
enum BoardPlace {
  case file(String)
  case server(ServerChoice)

  /// What stands for it where something is remembered about it.
  var memoryName: String {
    switch self {
    case .file(let path): Files.absolute(path)
    case .server(let choice): choice.memoryName
    }
  }

  /// What people are shown.
  var title: String {
    switch self {
    case .file(let path): path
    case .server(let choice): choice.profile.server.description
    }
  }
}

/// The server that a command line is about, and how it is worked with.
struct ServerChoice: Sendable {
  /// The name of the profile; `nil` if there is none for that server.
  var name: String?
  var profile: ServerProfile
  /// Whether the tokens are those of the profile, and not of the environment.
  var ownsTokens = true

  /// Stands for the server alone.
  var serverName: String { profile.server.description }

  /// Differs wherever another account or another organization may be meant.
  var memoryName: String {
    [profile.server.description, name ?? "", profile.organization ?? ""].joined(separator: " ")
  }
}

extension Session {
  /// Where the boards are: what the options name, else the environment, else the current profile, else the
  /// file in the user's data folder.
  func place() throws(Failure) -> BoardPlace {
    let named = [Option.server, .profile].filter(invocation.has)
    if invocation.has(.database), let other = (named + [.organization]).first(where: invocation.has)
    {
      throw .usage(
        "--db names a file, and --\(other.name) is about a server; only one can be meant.",
        next: helpCommand)
    }
    if named.count > 1 { throw bothNamed("--server", "--profile") }
    if invocation.has(.database) { return .file(try databasePath()) }
    guard let choice = try serverChoice() else {
      if invocation.has(.organization) {
        throw .usage("--organization is about a server, and none is named.", next: helpCommand)
      }
      return .file(try databasePath())
    }
    return .server(try completed(choice))
  }

  /// The server that is meant; `nil` for the local file.
  private func serverChoice() throws(Failure) -> ServerChoice? {
    if let name = invocation[.profile] { return try choice(named: name) }
    if let address = invocation[.server] { return try choice(at: address, from: "--server") }
    let (name, address) = (setting("SLUICE_PROFILE"), setting("SLUICE_SERVER"))
    if name != nil, address != nil { throw bothNamed("SLUICE_SERVER", "SLUICE_PROFILE") }
    if let name { return try choice(named: name) }
    if let address { return try choice(at: address, from: "SLUICE_SERVER") }
    // Without a home there are no profiles either.
    guard let file = try? ProfileFile(folders) else { return nil }
    let book = try file.read()
    return book.current.flatMap { name in
      book.profiles[name].map { ServerChoice(name: name, profile: $0) }
    }
  }

  private func choice(named name: String) throws(Failure) -> ServerChoice? {
    if name == ProfileBook.local { return nil }
    let book = try ProfileFile(folders).read()
    guard let profile = book.profiles[name] else { throw .unknownProfile(name, book) }
    return ServerChoice(name: name, profile: profile)
  }

  private func choice(at address: String, from source: String) throws(Failure) -> ServerChoice {
    let location = try location(address, from: source)
    // Without a home there are no profiles either.
    guard let file = try? ProfileFile(folders) else {
      return ServerChoice(profile: ServerProfile(server: location))
    }
    return try file.read().choice(at: location)
  }

  /// Reads the address of a server; it is not repeated, for there might be a password in it.
  func location(_ address: String, from source: String) throws(Failure) -> ServerLocation {
    guard let location = ServerLocation(address) else {
      throw .usage(
        "\(source) needs https://HOST, http://127.0.0.1:PORT or unix:PATH, and nothing else in it.",
        next: helpCommand)
    }
    guard case .socket(let path) = location else { return location }
    return .socket(Files.absolute(path))
  }

  private func bothNamed(_ one: String, _ other: String) -> Failure {
    .usage("\(one) and \(other) exclude each other.", next: helpCommand)
  }

  /// A variable of the environment that is not empty.
  func setting(_ name: String) -> String? {
    host.variable(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Session {
  /// The choice with what the command line and the environment say beside the profile.
  private func completed(_ choice: ServerChoice) throws(Failure) -> ServerChoice {
    var choice = choice
    if let name = invocation[.organization] ?? setting("SLUICE_ORGANIZATION") {
      choice.profile.organization = name
    }
    if let token = try tokenOfEnvironment() {
      choice.profile.tokens = SignInTokens(access: token)
      choice.ownsTokens = false
    }
    return choice
  }

  private func tokenOfEnvironment() throws(Failure) -> String? {
    if let token = setting("SLUICE_TOKEN") { return try self.token(token, from: "SLUICE_TOKEN") }
    guard let path = setting("SLUICE_TOKEN_FILE") else { return nil }
    return try token(inFile: path, from: "SLUICE_TOKEN_FILE")
  }

  /// The token on the first line of a file.
  func token(inFile path: String, from source: String) throws(Failure) -> String {
    let line = try Files.read(path).prefix { $0 != 10 && $0 != 13 }
    return try token(String(decoding: line, as: UTF8.self), from: source)
  }

  /// A text that can be a token.
  func token(_ text: String, from source: String) throws(Failure) -> String {
    let token = text.trimmingBlanks
    guard !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
      throw Failure(
        exit: .configuration, code: "BAD_TOKEN",
        message: "\(source) holds no token: that is one word of printable ASCII.",
        nextStep: "Give it another, or sign in with “sluice login”.")
    }
    return token
  }
}

extension ProfileBook {
  /// The profile of a server, the current one first; one without a name if there is none.
  func choice(at location: ServerLocation) -> ServerChoice {
    let fitting = names.filter { profiles[$0]?.server == location }
    guard let name = fitting.first(where: { $0 == current }) ?? fitting.first,
      let profile = profiles[name]
    else { return ServerChoice(profile: ServerProfile(server: location)) }
    return ServerChoice(name: name, profile: profile)
  }
}

extension Failure {
  static func unknownProfile(_ name: String, _ book: ProfileBook) -> Failure {
    let hint = nearest(to: name, among: book.names).map { "Did you mean “\($0)”?" }
    return Failure(
      exit: .notFound, code: "NOT_FOUND", message: "There is no profile “\(name)”.",
      nextStep: hint ?? (book.names.isEmpty ? "Make one by signing in." : nil),
      nextCommand: book.names.isEmpty ? "sluice login --server https://HOST" : "sluice profile list"
    )
  }
}
