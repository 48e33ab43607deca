import SluiceClient
import SluiceCore

/// One run of a verb: what was asked, and the machine to do it on.
struct Session {
  let host: Host
  /// The verbs that there are, for those that tell of others.
  let table: VerbTable
  let invocation: Invocation
  /// What a server has told so far.
  let acquaintance = Acquaintance()

  /// Whether a program reads the output.
  var isJSON: Bool { invocation.has(.json) }

  /// Who makes changes: the user of the operating system, or an agent in that user's name.
  ///
  /// A server knows the user by itself.
  var actor: Actor {
    let agent = invocation[.agent] ?? host.variable("SLUICE_AGENT_ID") ?? agentOfProfile
    return Actor(name: host.user(), agent: agent.flatMap { $0.isEmpty ? nil : $0 })
  }

  private var agentOfProfile: String? {
    guard case .server(let choice)? = try? place() else { return nil }
    return choice.profile.agent
  }

  /// Whether a board is shown, be it after something else.
  var opensBoard: Bool { invocation.verb.words.isEmpty || invocation.has(.open) }

  var folders: UserFolders { UserFolders(variable: host.variable) }

  /// The file of the database.
  func databasePath() throws(Failure) -> String {
    guard let path = invocation[.database] else { return try folders.data() + "/sluice.db" }
    guard !path.isEmpty else {
      throw .usage("--db needs the name of a file.", next: "sluice --help")
    }
    return path
  }

  /// The engine on the database, which must exist, or on the server.
  func engine() throws(Failure) -> any Engine {
    if let engine = try engineIfAny() { return engine }
    let path = try place().title
    throw Failure(
      exit: .notFound, code: "NO_DATABASE",
      message: Files.isMissing(path)
        ? "There is no database at “\(path)” yet."
        : "“\(path)” is empty; there is no board in it yet.",
      nextStep: "Make it with a first project, or look around with “sluice demo”.",
      nextCommand: "sluice project create --key OPS --name Operations")
  }

  /// The engine on the database or the server; `nil` if there is no file yet, or nothing in it.
  func engineIfAny() throws(Failure) -> (any Engine)? {
    let path: String
    switch try place() {
    case .server(let choice): return try engine(on: choice)
    case .file(let file): path = file
    }
    if invocation[.database] != nil { try requireFolder(of: path) }
    guard !Files.isMissing(path), !Files.isEmpty(path) else { return nil }
    return try open(path, creating: false)
  }

  /// The engine on the database, which is made if it is missing, with its folder if nobody named it.
  func engineCreating() throws(Failure) -> any Engine {
    guard case .file(let path) = try place() else { return try engine() }
    if invocation[.database] == nil { try Files.makeDirectory(Files.directory(of: path)) }
    return try open(path, creating: true)
  }

  private func requireFolder(of path: String) throws(Failure) {
    let folder = Files.directory(of: path)
    guard !folder.isEmpty, Files.isMissing(folder) else { return }
    throw Failure(
      exit: .configuration, code: EngineError.Code.unusableFile.rawValue,
      message: "There is no folder “\(folder)”.",
      nextStep: "Make it first: mkdir -p \(folder.shellWord)")
  }

  private func open(_ path: String, creating: Bool) throws(Failure) -> any Engine {
    let opening = DatabaseOpening(path: path, creates: creating, now: host.now)
    return try reporting { () throws(EngineError) in try host.openEngine(opening) }
  }

  /// Applies a change as the user.
  @discardableResult
  func apply(_ change: Change, to engine: any Engine) throws(Failure) -> Receipt {
    try reporting { () throws(EngineError) in try engine.apply(change, by: actor) }
  }
}
