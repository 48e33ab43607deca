import HTTPServer
import Testing

@testable import SluiceCLI

@Suite struct LoginTests {
  private let machine = Machine()

  @discardableResult
  private func signIn(_ server: AccountServer, _ more: String = "") -> Machine.Run {
    machine.typed = ["correct horse"]
    return machine.run("login --server \(server.address) --email ann@board.example \(more)")
  }

  private func profiles() -> String { machine.folder.read(".config/sluice/profiles.json") ?? "" }

  @Test func `whoever signs in works on the server from then on`() throws {
    let server = try AccountServer()
    #expect(
      signIn(server, "--profile team")
        == .done(
          """
          You are ann (ann@board.example) at \(server.address).
          Profile team is used from now on; “sluice profile use local” goes back.
          """))
    #expect(machine.run("project create --key OPS").exit == .done)
    #expect(machine.run("project list").output.contains("OPS"))
    #expect(machine.openedOrganizations == Array(repeating: AccountServer.acmeID, count: 2))
    #expect(!machine.folder.exists(".local/share"))
    #expect(
      machine.run("whoami")
        == .done(
          """
          You are ann (ann@board.example) at \(server.address).
          The organization is acme (ACME).
          """))
    machine.run("profile use local")
    #expect(machine.run("project list").exit == .notFound)
    #expect(machine.run("project list --profile team").output.contains("OPS"))
  }

  @Test func `for programs it is told as JSON, without a token`() throws {
    let server = try AccountServer()
    let run = signIn(server, "--profile team --json")
    #expect(
      run
        == .done(
          """
          {
            "email": "ann@board.example",
            "handle": "ann",
            "organization": "acme",
            "organization_id": "\(AccountServer.acmeID)",
            "profile": "team",
            "server": "\(server.address)",
            "user_id": "u-1"
          }
          """))
    #expect(machine.run("whoami --json").output == run.output)
  }

  @Test func `a password that does not fit changes nothing`() throws {
    let server = try AccountServer()
    machine.typed = ["wrong"]
    #expect(
      machine.run("login --server \(server.address) --email ann@board.example")
        == .failed(
          .permission,
          """
          sluice: They do not fit.
            next: Check the address and the password, and try again.
          """))
    #expect(!machine.folder.exists(".config/sluice/profiles.json"))
  }

  @Test func `what is missing is named before anything is sent`() throws {
    let server = try AccountServer()
    for (line, message) in [
      ("login", "Which server? --server https://HOST names it, or unix:PATH on this machine."),
      ("login --server \(server.address)", "Who signs in? --email names it."),
      ("login --server \(server.address) --email a@b", "No password was given."),
      ("login --profile team", "Profile team is new, and a new one needs --server."),
      ("login --profile local --server \(server.address)", "A profile is called by letters"),
    ] {
      let run = machine.run(line)
      #expect(run.exit == .usage, "\(line)")
      #expect(run.messages.hasPrefix("sluice: \(message)"), "\(run.messages)")
    }
    #expect(server.requests == [])
  }

  @Test func `on a terminal both are asked for`() throws {
    let server = try AccountServer()
    machine.columns = 80
    machine.typed = ["ann@board.example", "correct horse"]
    let run = machine.run("login --server \(server.address)")
    #expect(run.exit == .done)
    #expect(run.messages == "Email: Password: ")
  }

  @Test func `a token that has expired is replaced, and kept`() throws {
    let server = try AccountServer()
    signIn(server)
    server.expireTokens()
    #expect(machine.run("whoami").exit == .done)
    #expect(server.requests.filter { $0 == "POST /api/v1/auth/refresh" }.count == 1)
    #expect(profiles().contains("\"\(server.token)\""))
    #expect(machine.run("whoami").exit == .done)
    #expect(server.requests.filter { $0 == "POST /api/v1/auth/refresh" }.count == 1)
  }

  @Test func `whoever is signed out is told how to sign in`() throws {
    let server = try AccountServer()
    signIn(server, "--profile team")
    server.endSessions()
    #expect(
      machine.run("whoami")
        == .failed(
          .permission,
          """
          sluice: The token is not valid.
            next: Sign in with “sluice login”.
            run:  sluice login --profile team
          """))
  }

  @Test func `signing out forgets the tokens here and there`() throws {
    let server = try AccountServer()
    signIn(server, "--profile team")
    #expect(machine.run("logout") == .done("You are signed out at \(server.address)."))
    #expect(server.requests.last == "POST /api/v1/auth/logout")
    #expect(!profiles().contains("at-"))
    #expect(
      machine.run("logout")
        == .done("", noting: "You were not signed in at \(server.address)."))
    #expect(
      machine.run("project list")
        == .failed(
          .permission,
          """
          sluice: You are not signed in at \(server.address).
            next: Sign in, or give a token with SLUICE_TOKEN_FILE.
            run:  sluice login --profile team
          """))
  }

  @Test func `a token may come from the environment or a file`() throws {
    let server = try AccountServer()
    server.expireTokens()
    machine.environment["SLUICE_SERVER"] = server.address
    machine.environment["SLUICE_TOKEN"] = server.token
    #expect(machine.run("whoami").exit == .done)
    machine.environment["SLUICE_TOKEN"] = nil
    machine.environment["SLUICE_TOKEN_FILE"] = machine.folder.write(server.token + "\n", to: "key")
    #expect(machine.run("whoami").exit == .done)
    server.expireTokens()
    #expect(
      machine.run("whoami").messages.contains("Give SLUICE_TOKEN, or the file of SLUICE_TOKEN_FILE")
    )
    machine.environment["SLUICE_TOKEN"] = "two words"
    #expect(machine.run("whoami").exit == .configuration)
    #expect(!machine.run("whoami").messages.contains("two words"))
  }

  @Test func `on a Unix socket nobody signs in`() throws {
    let path = machine.folder.path + "/s"
    let server = try AccountServer(at: .unix(path: path))
    #expect(machine.run("project list --server unix:\(path)").exit == .done)
    #expect(machine.openedOrganizations == [AccountServer.acmeID])
    #expect(machine.run("login --server unix:\(path) --profile box").exit == .done)
    #expect(!server.requests.contains("POST /api/v1/auth/login"))
    #expect(machine.run("whoami").output.hasPrefix("You are ann (ann@board.example) at unix:"))
    #expect(machine.run("logout").exit == .done)
  }
}
