import Glibc
import Testing

extension ProgramTests {
  @Suite struct FollowStories {
    /// A process that follows what happens on a board, and what it has told.
    private final class Follower {
      let child: ChildProcess
      let output: Pipe

      init(_ options: [String], at place: Workplace) throws {
        output = try Pipe()
        child = try ChildProcess(
          [Program.path, "--db", place.database, "event", "list", "--follow"] + options,
          environment: place.environment,
          descriptors: [
            .file("/dev/null", flags: O_RDONLY), .copy(of: output.writing),
            .file("/dev/null", flags: O_WRONLY),
          ])
        output.closeWriting()
      }

      /// Reads until so many lines have come.
      func lines(_ count: Int) -> [Substring] {
        let deadline = Deadline()
        while output.text.split(separator: "\n").count < count, !deadline.isOver {
          output.read(waiting: 10)
        }
        return output.text.split(separator: "\n")
      }

      func end() -> ExitStatus? {
        let deadline = Deadline()
        while child.poll() == nil, !deadline.isOver { usleep(5_000) }
        return child.poll()
      }
    }

    private func place() throws -> Workplace {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      return place
    }

    /// A line without who and when, which differ from run to run.
    private func event(_ line: Substring) -> String {
      let line = String(line)
      return line.replacing(#/"(actor|at)": ?"[^"]*"/#) { "\"\($0.output.1)\": \"…\"" }
    }

    @Test func `What another process does appears as a line of JSON`() throws {
      let place = try place()
      let follower = try Follower(["--json", "--since", "2000-01-01"], at: place)
      #expect(follower.lines(2).count == 2)
      try place.sluice("ticket", "claim", "OPS-1", "--agent-id", "claude-1")
      let lines = follower.lines(4)
      #expect(lines.count == 4)
      #expect(
        event(lines[0])
          == #"""
          {"actor": "…","agent": null,"at": "…","change": 1,"from": null,"project": "OPS",\#
          "sequence": 1,"subject": "OPS","ticket": null,"to": "Operations","type": "project.created","warning": null}
          """#)
      #expect(
        event(lines[2])
          == #"""
          {"actor": "…","agent": "claude-1","at": "…","change": 3,"from": null,"project": "OPS",\#
          "sequence": 3,"subject": null,"ticket": "OPS-1","to": "claude-1","type": "agent.claimed","warning": null}
          """#)
      #expect(
        event(lines[3])
          == #"""
          {"actor": "…","agent": "claude-1","at": "…","change": 3,"from": "Backlog","project": "OPS",\#
          "sequence": 4,"subject": null,"ticket": "OPS-1","to": "InProgress","type": "ticket.moved","warning": null}
          """#)
    }

    @Test func `Without JSON it is a line for people, of what happens next and what was asked for`()
      throws
    {
      let place = try place()
      let follower = try Follower(["--type", "ticket.moved"], at: place)
      // Until it is heard of, it may not listen yet.
      var status = "Todo"
      let deadline = Deadline()
      while follower.output.text.isEmpty, !deadline.isOver {
        try place.sluice("ticket", "update", "OPS-1", "--add-label", status)
        try place.sluice("ticket", "transition", "OPS-1", "--to-status", status)
        status = status == "Todo" ? "Backlog" : "Todo"
        follower.output.read(waiting: 200)
      }
      for line in follower.lines(1) {
        #expect(line.contains("  OPS-1  "))
        #expect(
          line.hasSuffix("  ticket.moved  Backlog → Todo")
            || line.hasSuffix("  ticket.moved  Todo → Backlog"))
      }
    }

    @Test func `An interrupt from the keyboard ends it`() throws {
      let place = try place()
      let follower = try Follower(["--since", "2000-01-01"], at: place)
      #expect(follower.lines(2).count == 2)
      follower.child.send(SIGINT)
      #expect(follower.end() == .killed(SIGINT))
    }

    @Test func `A reader that has gone ends it, also if nothing happens any more`() throws {
      let place = try place()
      let follower = try Follower(["--since", "2000-01-01"], at: place)
      #expect(follower.lines(2).count == 2)
      follower.output.closeReading()
      #expect(follower.end() == .exited(0))
    }
  }
}
