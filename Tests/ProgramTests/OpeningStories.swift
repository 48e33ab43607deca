import Testing

extension ProgramTests {
  /// How many round trips it takes until a board behind a server is painted.
  @Suite struct OpeningStories {
    /// What is asked for once a board is painted, which one that is left at once may never do.
    private static let later: Set = ["GET /api/v1/events", "GET tickets/{ticket}"]

    /// The requests before the paint that a server noted after so many, once there are as many again.
    private func requests(
      _ server: ServerRun, after former: Int, awaiting count: Int
    ) -> [String] {
      let deadline = Deadline()
      while true {
        let new = Array(requests(server).dropFirst(former))
        if deadline.isOver || new.count >= count { return new }
        server.messages.read(waiting: 10)
      }
    }

    /// The requests before the paint that a server noted, as `GET path`, in order; the path of an
    /// engine's from there on.
    private func requests(_ server: ServerRun) -> [String] {
      server.messages.text.split(separator: "\n").filter { $0.contains(" request ") }.compactMap {
        $0.firstMatch(of: #/method=(\S+) path=(?:/api/v1/orgs/[^/]+/engine/)?(\S+)/#)
          .map { "\($0.output.1) \($0.output.2)" }
      }.filter { !Self.later.contains($0) }
    }

    private func open(_ place: Workplace, _ socket: String, _ options: [String] = []) throws {
      let board = try TerminalSession(
        [Program.path, "--server", "unix:\(socket)"] + options, environment: place.environment)
      try board.see("OPS-1", "Fix login timeout", "● live", "1 → ")
      board.type("q")
      #expect(try board.end() == .exited(0))
    }

    @Test func `A board opens after two requests where nothing is known, and then after one`()
      throws
    {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let socket = place.folder + "/socket"
      let server = try ServerRun(
        at: place, ["--db", place.database, "--listen", "none", "--socket", socket])
      try server.see(" start ")
      let guest = try Workplace()
      var seen = 0
      for (options, expected) in [
        ([], ["GET /api/v1/auth/me", "GET opening"]), ([], ["GET opening"]),
        (["--project", "OPS"], ["GET projects/{project}/board"]),
      ] {
        try open(guest, socket, options)
        let new = requests(server, after: seen, awaiting: expected.count)
        #expect(new == expected)
        seen += new.count
      }
      server.send(15)
      #expect(try server.end().status == .exited(0))
    }
  }
}
