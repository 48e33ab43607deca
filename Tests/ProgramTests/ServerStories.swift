import FoundationEssentials
import Glibc
import Testing

extension ProgramTests {
  @Suite struct ServerStories {
    private func attempt(_ arguments: [String], at place: Workplace, input: String = "/dev/null")
      throws -> Program.Outcome
    {
      try Program.run(
        [ServerRun.path] + arguments, environment: place.environment, input: input)
    }

    @Test func `A server answers, ends its streams at a signal, and leaves within five seconds`()
      throws
    {
      let place = try Workplace()
      let run = try ServerRun.listening(at: place, "--registration", "open")
      let health = run.ask("GET", "/health")
      #expect(ServerRun.read(health, until: "}").contains(#""service":"sluiced""#))
      let body = #"{"email": "ann@example.org", "password": "correct horse"}"#
      let register = run.ask("POST", "/api/v1/auth/register", body: body)
      let answer = ServerRun.read(register, until: "}")
      let token = try #require(answer.firstMatch(of: #/"access_token":"([^"]+)"/#)?.output.1)
      let events = run.ask("GET", "/api/v1/events", ["Authorization: Bearer \(token)"])
      #expect(ServerRun.read(events, until: "event: ready").contains("event: ready"))

      run.send(SIGTERM)
      let (status, seconds) = try run.end()
      #expect(status == .exited(0))
      #expect(seconds < 5)
      for client in [health, register, events] { close(client) }
      let lines = run.messages.text.split(separator: "\n")
      #expect(lines.contains { $0.contains(" request method=POST path=/api/v1/auth/register ") })
      #expect(lines.suffix(2).map { $0.split(separator: " ")[1] } == ["stop", "stopped"])
      #expect(!run.messages.text.contains(token))
      #expect(!run.messages.text.contains("correct horse"))
    }

    @Test func `One file has one server, and one that was killed does not block the next`() throws {
      let place = try Workplace()
      let first = try ServerRun.listening(at: place)
      let second = try attempt(["--db", place.database, "--listen", "127.0.0.1:0"], at: place)
      #expect(second.status == .exited(5))
      #expect(second.messages.hasPrefix("sluiced: A server runs on “\(place.database)” already."))
      first.send(SIGKILL)
      #expect(try first.end().status == .killed(SIGKILL))
      let third = try ServerRun.listening(at: place)
      third.send(SIGINT)
      #expect(try third.end().status == .exited(0))
    }

    @Test func `A socket is the group's, replaces a stale one, and spares a live one`() throws {
      let place = try Workplace()
      let path = place.folder + "/socket"
      let options = ["--db", place.database, "--listen", "none", "--socket", path]
      let first = try ServerRun(at: place, options)
      try first.see(" start ")
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o660)
      let other = try attempt(
        ["--db", place.folder + "/b.db", "--listen", "none", "--socket", path], at: place)
      #expect(other.status == .exited(5))
      #expect(other.messages.contains("somebody listens there"))
      first.send(SIGKILL)
      _ = try first.end()
      let second = try ServerRun(at: place, options)
      try second.see(" start ")
      second.send(SIGTERM)
      #expect(try second.end().status == .exited(0))
      #expect(stat(path, &status) != 0)
    }

    @Test func `Log lines are JSON where that is asked for`() throws {
      let place = try Workplace()
      let run = try ServerRun(
        at: place, ["--listen", "127.0.0.1:0"],
        variables: ["SLUICED_DB": place.database, "SLUICED_LOG": "json"])
      try run.see("\n")
      #expect(run.messages.text.contains(#""event":"start","version":"0.1.0""#))
      run.send(SIGTERM)
      #expect(try run.end().status == .exited(0))
      let last = run.messages.text.split(separator: "\n").last ?? ""
      #expect(last.hasSuffix(#""event":"stopped"}"#))
    }

    @Test func `The first account is made on the machine, and invites others`() throws {
      let place = try Workplace()
      let password = try place.write("correct horse\n", to: "password")
      let add = ["user", "add", "ann@example.org", "--name", "Ann", "--admin", "--db"]
      let made = try attempt(add + [place.database], at: place, input: password)
      #expect(made.status == .exited(0))
      #expect(made.output == "ann ann@example.org\n")
      let again = try attempt(add + [place.database], at: place, input: password)
      #expect(again.status == .exited(5))
      let list = try attempt(["user", "list", "--db", place.database], at: place)
      #expect(list.output == "ann\tann@example.org\tAnn\tadmin\n")
      let invite = try attempt(["invite", "--db", place.database], at: place)
      #expect(invite.output.hasPrefix("slu_in_"))
      let short = try place.write("short\n", to: "short")
      let refused = try attempt(
        ["user", "add", "bob@example.org", "--db", place.database], at: place, input: short)
      #expect(refused.status == .exited(6))
    }

    @Test(arguments: [
      (["--dbb", "x"], 2, "sluiced: sluiced has no option --dbb. Did you mean --db?\n"),
      (["--db"], 2, "sluiced: --db needs a value.\n"),
      (["frob"], 2, "sluiced: sluiced does not know the command “frob”.\n"),
      (["user", "list", "--admin"], 2, "sluiced: sluiced user list has no option --admin.\n"),
      ([], 78, "sluiced: No database is named.\n"),
      (["--db", "x", "--registration", "shut"], 78, "sluiced: --registration: “shut” is none of"),
      (["--db", "x", "--config", "/nowhere"], 78, "sluiced: The settings “/nowhere” cannot"),
      (["user", "list", "--db", "/tmp/nowhere/x"], 78, "sluiced: "),
    ])
    func `What is wrong with a command line is told in a sentence`(
      arguments: [String], code: Int32, message: String
    ) throws {
      let outcome = try attempt(arguments, at: try Workplace())
      #expect(outcome.status == .exited(code))
      #expect(outcome.messages.hasPrefix(message), "\(outcome.messages)")
      #expect(outcome.output == "")
    }

    @Test func `Help and version are asked for like everywhere`() throws {
      let place = try Workplace()
      let help = try attempt(["--help"], at: place)
      #expect(help.status == .exited(0))
      for word in ["--db FILE", "--listen HOST:PORT", "SLUICED_REGISTRATION, ALLOY_REGISTRATION"] {
        #expect(help.output.contains(word))
      }
      #expect(try attempt(["--version"], at: place).output == "sluiced 0.1.0\n")
    }
  }
}
