import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("Where the boards are") struct PlaceTests {
  private let machine = Machine()

  private func signIn(_ server: AccountServer, _ more: String = "") -> Machine.Run {
    machine.typed = ["correct horse"]
    return machine.run("login --server \(server.address) --email ann@board.example \(more)")
  }

  @Test("Without a server nothing is different")
  func local() {
    #expect(machine.run("project create --key OPS").exit == .done)
    #expect(
      machine.run("whoami")
        == .done(
          "You are ana, on the file \(machine.folder.path)/.local/share/sluice/sluice.db."))
    #expect(machine.openedOrganizations == [])
    #expect(!machine.folder.exists(".config"))
  }

  @Test(
    "What cannot be meant together is refused",
    arguments: [
      "--db a.db --server unix:/s", "--db a.db --profile team", "--db a.db --organization acme",
      "--server unix:/s --profile team", "--organization acme", "--server board.example",
      "--server https://ann:secret@board.example", "--server unix:",
    ])
  func refused(options: String) {
    let run = machine.run("project list \(options)")
    #expect(run.exit == .usage)
    #expect(!run.messages.contains("secret"))
  }

  @Test("A profile that is not there is named, with what may be meant")
  func unknown() {
    machine.run("profile set team --server unix:/s")
    #expect(
      machine.run("project list --profile taem")
        == .failed(
          .notFound,
          """
          sluice: There is no profile “taem”.
            next: Did you mean “team”?
            run:  sluice profile list
          """))
  }

  @Test("The only organization is meant, or the personal one with work in it, or the named one")
  func organizations() throws {
    let server = try AccountServer([AccountServer.acme, AccountServer.globex, AccountServer.ann])
    #expect(signIn(server).exit == .done)
    #expect(machine.run("project list").exit == .done)
    #expect(machine.run("project list --organization globex").exit == .done)
    machine.environment["SLUICE_ORGANIZATION"] = "ACME"
    #expect(machine.run("project list").exit == .done)
    #expect(machine.openedOrganizations.map { $0.suffix(3) } == ["003", "002", "001"])
    #expect(
      machine.run("organization list").output.split(separator: "\n").map { $0.prefix(6) }
        == ["SLUG  ", "acme  ", "globex", "ann   "])
  }

  @Test("Where several may be meant it is asked, and kept when it was said")
  func unclear() throws {
    let server = try AccountServer([AccountServer.acme, AccountServer.globex])
    let run = signIn(server, "--profile team")
    #expect(run.exit == .done)
    #expect(
      run.messages == """
        Which organization? You are a member of acme, globex.
        Keep one: sluice profile set team --organization acme

        """)
    #expect(
      machine.run("project list")
        == .failed(
          .usage,
          """
          sluice: You are a member of 2 organizations, and it is not clear which is meant: acme, globex.
            next: Name one with --organization, or keep it in the profile:
            run:  sluice profile set team --organization acme
          """))
    machine.run("profile set team --organization globex")
    #expect(machine.run("project list").exit == .done)
    #expect(machine.openedOrganizations == [AccountServer.globexID])
    #expect(
      machine.run("project list --organization glbex")
        == .failed(
          .notFound,
          """
          sluice: There is no organization “glbex” of yours at \(server.address).
            next: Did you mean “globex”?
            run:  sluice organization list --profile team
          """))
  }

  @Test("What a server said once is not asked again")
  func remembered() throws {
    let server = try AccountServer()
    #expect(signIn(server).exit == .done)
    let count = server.requests.count
    machine.run("project create --key OPS")
    machine.columns = 80
    #expect(machine.run("").exit == .done)
    #expect(machine.run("").exit == .done)
    #expect(server.requests.count == count)
    #expect(machine.boards.map(\.place) == [server.address, server.address])
    #expect(machine.boards.last?.actor.name == "ann")
    machine.clock = "2026-03-09T15:05:00Z"
    #expect(machine.run("ticket create --project OPS --assignee ann Fix").exit == .done)
    #expect(machine.run("ticket list --project OPS --assignee me").output.contains("OPS-1"))
  }

  @Test("The last project of a server is not that of the file")
  func lastProject() throws {
    machine.columns = 80
    machine.run("project create --key OPS")
    machine.run("project create --key WEB")
    #expect(machine.run("--project WEB").exit == .done)
    let server = try AccountServer()
    #expect(signIn(server).exit == .done)
    machine.run("project create --key HERE")
    #expect(machine.run("").exit == .done)
    machine.run("profile use local")
    #expect(machine.run("").exit == .done)
    let keys = machine.boards.map { opening in
      if case .board(_, let board) = opening.start { board.project.key.text } else { "" }
    }
    #expect(keys == ["WEB", "HERE", "WEB"])
  }

  @Test("Who does not answer, or is something else, is told apart")
  func failures() throws {
    #expect(
      machine.run("project list --server unix:\(machine.folder.path)/none").exit == .tryAgain)
    let plain = machine.run("whoami --server http://board.example")
    #expect(plain.exit == .configuration)
    #expect(plain.messages.hasPrefix("sluice: “http://board.example” is not called: without https"))
    let other = LoopbackServer(answering: "200 OK")
    defer { other.stop() }
    machine.environment["SLUICE_TOKEN"] = "x"
    #expect(
      machine.run("project list --server http://127.0.0.1:\(other.port)")
        == .failed(
          .configuration,
          """
          sluice: What answers at http://127.0.0.1:\(other.port) is not a Sluice server.
            next: Check the address, and a path in it; --server names another.
            run:  sluice profile list
          """))
  }
}
