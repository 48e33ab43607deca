import Glibc
import Testing

extension ProgramTests {
  @Suite struct SocketStories {
    /// Runs the program on the place's server as another user of the machine, who is of the server's group.
    private func stranger(_ arguments: String..., at place: Workplace) throws -> Program.Outcome {
      let prefix = [
        "/usr/bin/setpriv", "--reuid=\(Unprivileged.user)", "--regid=\(getegid())",
        "--clear-groups",
      ]
      var environment = place.environment
      environment["HOME"] = place.folder + "/tmp"
      return try Program.run(
        prefix + [Program.path, "--server", "unix:" + place.socket] + arguments,
        environment: environment)
    }

    private func accounts(of place: Workplace) throws -> String {
      try Program.run(
        [ServerRun.path, "user", "list", "--db", place.database], environment: place.environment
      ).output
    }

    @Test func `Who runs the server is its first account, and its administrator`() throws {
      let place = try Workplace()
      let run = try place.server("--registration", "disabled")
      #expect(try accounts(of: place) == "")
      try place.remote("project", "create", "--key", "OPS", "--name", "Operations")
      try place.remote("ticket", "create", "Fix login", "--project", "OPS")
      let identity = try place.remote("whoami").output
      #expect(identity.contains(" at unix:\(place.socket)."), "\(identity)")
      let list = try accounts(of: place)
      #expect(list.hasSuffix("\tadmin\n") && list.filter(\.isNewline).count == 1, "\(list)")
      run.send(SIGTERM)
      #expect(try run.end().status == .exited(0))
    }

    @Test(.enabled(if: geteuid() == 0 && Unprivileged.isPossible, "there is no other user"))
    func `Another user of the machine has an account of their own, where accounts are made`() throws
    {
      let place = try Workplace()
      for folder in [place.folder, place.folder + "/tmp"] { chmod(folder, 0o777) }
      let closed = try place.server("--registration", "disabled")
      let refused = try stranger("whoami", at: place)
      #expect(refused.status == .exited(77))
      #expect(refused.messages.contains("needs a token"))
      #expect(try accounts(of: place) == "")
      closed.send(SIGTERM)
      #expect(try closed.end().status == .exited(0))

      let open = try place.server()
      let known = try stranger("whoami", at: place)
      #expect(known.status == .exited(0))
      #expect(known.output.hasPrefix("You are "))
      let list = try accounts(of: place)
      #expect(list.filter(\.isNewline).count == 1 && !list.contains("admin"), "\(list)")
      open.send(SIGTERM)
      #expect(try open.end().status == .exited(0))
    }
  }
}
