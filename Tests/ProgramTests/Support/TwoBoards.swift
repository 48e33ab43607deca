import Glibc
import Testing

/// One board on a file, and one on a server of a copy of it.
final class TwoBoards {
  private let near: Workplace
  private let far: Workplace
  private let server: ServerRun
  private let socket: String
  private let local: TerminalSession
  private let remote: TerminalSession

  init(columns: Int, rows: Int) throws {
    near = try Self.sample()
    far = try Workplace()
    let copied = try near.shell("cp '\(near.database)' '\(far.database)'")
    #expect(copied.status == .exited(0), "\(copied.messages)")
    socket = far.folder + "/socket"
    server = try ServerRun(
      at: far, ["--db", far.database, "--listen", "none", "--socket", socket])
    try server.see(" start ")
    let editor = try near.write("#!/bin/sh\necho More of it. >>\"$1\"\n", to: "editor", mode: 0o755)
    local = try Self.board(near, ["--db", near.database], editor, columns, rows)
    remote = try Self.board(far, ["--server", "unix:\(socket)"], editor, columns, rows)
  }

  private static func board(
    _ place: Workplace, _ options: [String], _ editor: String, _ columns: Int, _ rows: Int
  ) throws -> TerminalSession {
    try TerminalSession(
      [Program.path] + options + ["--project", "REL"],
      environment: place.environment.merging(["EDITOR": editor]) { $1 }, columns: columns,
      rows: rows)
  }

  /// A file with a project on Delivery, of several people, and another one.
  private static func sample() throws -> Workplace {
    let place = try Workplace()
    try place.sluice(
      "project", "create", "--key", "REL", "--name", "Releases", "--workflow", "Delivery")
    try place.sluice("project", "create", "--key", "OPS", "--name", "Operations")
    let rows = (1...24).map { number in
      let (people, labels) = (["ann", "ben", "cy"], ["api", "ui"])
      let status = number % 3 == 0 ? "Idea" : number % 3 == 1 ? "Ready" : "Building"
      return "\(number),Task \(number),\(status),\(people[number % 3]),\(labels[number % 2])\n"
    }
    let file = try place.write("id,title,status,assignee,labels\n" + rows.joined(), to: "a.csv")
    try place.sluice("import", "csv", file, "--project", "REL")
    try place.sluice("ticket", "create", "Elsewhere", "--project", "OPS")
    try place.sluice("comment", "add", "REL-1", "First remark")
    return place
  }

  func press(_ key: String) throws {
    for board in [local, remote] { board.type(key) }
  }

  /// Waits until both show the same, once the one on the file has come to rest.
  func expectSame(after what: String) throws {
    local.settle()
    try remote.wait(for: "the same after \(what):\n\(local.emulator.text)") { screen in
      screen.lines == local.emulator.lines
    }
  }

  func leave() throws {
    for board in [local, remote] {
      board.type("q")
      #expect(try board.end() == .exited(0))
      board.expectRestored()
      #expect(board.emulator.faults == [])
    }
  }

  /// Expects the same tickets with the same versions in both files.
  func expectSameTickets() throws {
    let columns = ["ticket", "list", "--project", "REL", "--limit", "500"]
    let near = try near.attempt(columns)
    let far = try Program.run(
      [Program.path, "--server", "unix:\(socket)"] + columns, environment: far.environment)
    #expect(near.status == .exited(0))
    #expect(near.output == far.output)
  }
}
