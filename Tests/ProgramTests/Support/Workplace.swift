import FoundationEssentials
import Glibc
import Testing

/// A folder with the home and the database of one story, gone when the story ends.
final class Workplace {
  let folder: String

  init() throws {
    var template = Array("/tmp/sluice-story-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for name in ["tmp", "user"] { mkdir(folder + "/" + name, 0o777) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  var database: String { folder + "/board.db" }

  /// A user's variables, of which nothing comes from whoever runs the tests.
  var environment: [String: String] {
    var variables = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder + "/user", "TMPDIR": folder + "/tmp",
      "LANG": "C.UTF-8", "TERM": "xterm-256color", "SHELL": "/bin/sh",
      // Swift's own crash reports would be written over the screen.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    // A toolchain may lie where the loader does not look.
    if let libraries = getenv("LD_LIBRARY_PATH") {
      variables["LD_LIBRARY_PATH"] = String(cString: libraries)
    }
    return variables
  }

  /// Runs the program on the database, without a terminal.
  @discardableResult
  func sluice(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try attempt(arguments)
    #expect(
      outcome.status == .exited(0), "\(arguments): \(outcome.messages)",
      sourceLocation: sourceLocation)
    return outcome
  }

  /// Runs the program on the database, whatever comes of it.
  func attempt(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run([Program.path, "--db", database] + arguments, environment: environment)
  }

  /// Makes a project `OPS` with one ticket per title, the first `OPS-1`.
  func makeProject(workflow: String = "Default", titles: String...) throws {
    try sluice("project", "create", "--key", "OPS", "--name", "Operations", "--workflow", workflow)
    for title in titles { try sluice("ticket", "create", title, "--project", "OPS") }
  }

  /// Adds numbered tickets to the project, all at once.
  func addTickets(_ count: Int) throws {
    let rows = (1...count).map { "\($0),Ticket \($0)\n" }
    let file = try write("id,title\n" + rows.joined(), to: "tickets.csv")
    try sluice("import", "csv", file, "--project", "OPS")
  }

  /// A ticket as programs see it.
  struct Ticket: Decodable {
    let key: String
    let title: String
    let description: String
    let status: String
    let version: Int
  }

  func ticket(_ key: String) throws -> Ticket {
    let text = try sluice("ticket", "show", key, "--json").output
    return try JSONDecoder().decode(Ticket.self, from: Data(text.utf8))
  }

  /// The keys of all tickets.
  func keys() throws -> Set<String> {
    let list = try sluice("ticket", "list", "--project", "OPS", "--limit", "500").output
    return Set(list.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != " " }) })
  }

  /// Opens the board on a terminal.
  func board(
    columns: Int = 80, rows: Int = 24, with variables: [String: String] = [:]
  ) throws -> TerminalSession {
    try TerminalSession(
      [Program.path, "--db", database], environment: environment.merging(variables) { $1 },
      columns: columns, rows: rows)
  }

  func write(_ text: String, to name: String, mode: mode_t = 0o644) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    chmod(path, mode)
    return path
  }

  func bytes(of path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path)))
  }

  /// The names of what lies in the folder.
  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
  }
}

extension Workplace {
  /// What the program left in the folder for temporary files.
  var temporaryFiles: [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder + "/tmp")) ?? []
    return all.filter { $0.contains("/") }.map { "\(folder)/tmp/\($0)" }
  }
}
