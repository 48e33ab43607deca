import Testing

extension ProgramTests {
  /// How many round trips it takes until a board behind a server is painted.
  @Suite struct OpeningStories {
    private static let ticket = "GET tickets/{ticket}"

    /// The requests that a server noted after so many, once a board has read what it begins with.
    private func requests(_ server: ServerRun, after count: Int) -> [String] {
      let deadline = Deadline()
      while true {
        let new = Array(requests(server).dropFirst(count))
        if deadline.isOver || new.contains(Self.ticket) { return new }
        server.messages.read(waiting: 10)
      }
    }

    /// The requests that a server noted, as `GET path`, in order; the path of an engine's from there on.
    ///
    /// Nobody waits for events, which a board that is left at once may never have asked for.
    private func requests(_ server: ServerRun) -> [String] {
      server.messages.text.split(separator: "\n").filter { $0.contains(" request ") }.compactMap {
        $0.firstMatch(of: #/method=(\S+) path=(?:/api/v1/orgs/[^/]+/engine/)?(\S+)/#)
          .map { "\($0.output.1) \($0.output.2)" }
      }.filter { $0 != "GET /api/v1/events" }
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
        let new = requests(server, after: seen)
        // The focused ticket is read after the board is painted.
        #expect(new == expected + [Self.ticket])
        seen += new.count
      }
      server.send(15)
      #expect(try server.end().status == .exited(0))
    }
  }
}
