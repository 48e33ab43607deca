import Drawing
import SluiceCore

/// One run of a verb: what was asked, and the machine to do it on.
struct Session {
  let host: Host
  let invocation: Invocation

  /// Whether a program reads the output.
  var isJSON: Bool { invocation.has(.json) }

  /// Who makes changes: the user of the operating system.
  var actor: Actor { Actor(name: host.user()) }

  var folders: UserFolders { UserFolders(variable: host.variable) }

  /// The file of the database.
  func databasePath() throws(Failure) -> String {
    guard let path = invocation[.database] else { return try folders.data() + "/sluice.db" }
    guard !path.isEmpty else {
      throw .usage("--db needs the name of a file.", next: "sluice --help")
    }
    return path
  }

  /// The engine on the database, which must exist.
  func engine() throws(Failure) -> any Engine {
    if let engine = try engineIfAny() { return engine }
    let path = try databasePath()
    throw Failure(
      exit: .notFound, code: "NO_DATABASE",
      message: Files.isMissing(path)
        ? "There is no database at “\(path)” yet."
        : "“\(path)” is empty; there is no board in it yet.",
      nextStep: "Make it with a first project, or look around with “sluice demo”.",
      nextCommand: "sluice project create --key OPS --name Operations")
  }

  /// The engine on the database; `nil` if there is no file yet, or nothing in it.
  func engineIfAny() throws(Failure) -> (any Engine)? {
    let path = try databasePath()
    if invocation[.database] != nil { try requireFolder(of: path) }
    guard !Files.isMissing(path), !Files.isEmpty(path) else { return nil }
    return try open(path, creating: false)
  }

  /// The engine on the database, which is made if it is missing, with its folder if nobody named it.
  func engineCreating() throws(Failure) -> any Engine {
    let path = try databasePath()
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

extension Session {
  /// Prints a line for people; stored text in it cannot reach the terminal as control.
  func print(_ line: String = "") throws(Failure) {
    try host.output.write(VisibleText.paragraphs(line) + "\n")
  }

  func print(_ table: TextTable) throws(Failure) {
    for line in table.lines(width: host.output.columns) { try print(line) }
  }

  /// Prints JSON for programs.
  func print(_ json: JSONValue) throws(Failure) {
    try host.output.write(JSONPrinter.text(json) + "\n")
  }

  /// Prints a page of a list as Alloy's guide shows it.
  func print<Item>(
    _ page: Page<Item>, _ json: (Item) -> JSONValue
  ) throws(Failure) {
    try print(
      .object([
        "items": .array(page.items.map(json)), "next_cursor": .optional(page.nextCursor),
        "has_more": .bool(page.nextCursor != nil),
      ]))
  }

  /// Says something beside the data, where it does not get into the way of programs.
  func note(_ line: String) throws(Failure) {
    try host.messages.write(VisibleText.paragraphs(line) + "\n")
  }
}
