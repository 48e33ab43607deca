import Testing

extension ProgramTests {
  @Suite struct ExampleStories {
    /// How an example says that it ends.
    private func exit(of example: String) -> ExitStatus {
      .exited(example.firstMatch(of: /# exits with (\d+)$/).flatMap { Int32($0.output.1) } ?? 0)
    }

    /// Runs a command line on a terminal as someone who leaves whatever board it opens.
    private func run(_ line: String, at place: Workplace) throws -> (ExitStatus, screen: String) {
      let session = try TerminalSession(
        ["/bin/sh", "-c", "cd '\(place.folder)' || exit\n\(line)"],
        environment: place.shellEnvironment, columns: 120, rows: 30)
      var hasLeft = false
      let deadline = Deadline()
      while session.child.poll() == nil, !deadline.isOver {
        session.settle(milliseconds: 10)
        if !hasLeft, ["● live", "○ read-only"].contains(where: session.emulator.shows) {
          session.type("q")
          hasLeft = true
        }
      }
      return (try session.end(), session.emulator.text)
    }

    @Test func `Every example that help prints does what it says`() throws {
      let world = try ExampleWorld()
      let pages = try HelpPage.all(at: world.place)
      #expect(pages.count > 10)

      for page in pages {
        #expect(!page.examples.isEmpty, "sluice \(page.verb) has no examples")
        for example in page.examples {
          let (status, screen) = try run(example, at: world.copy())
          #expect(status == exit(of: example), "\(example)\n\(screen)")
        }
      }
    }
  }
}
