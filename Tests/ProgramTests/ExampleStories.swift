import Testing

extension ProgramTests {
  @Suite struct ExampleStories {
    /// What ends otherwise where there is no network, nobody to stop it, or a field in use.
    private static let failing: [(part: String, status: Int32)] = [
      ("sluice login --", 75), ("timeout 1 sluice", 124), ("sluice provider test", 69),
      ("sluice field delete size", 6),
    ]

    private func exit(of example: String) -> ExitStatus {
      .exited(Self.failing.first { example.contains($0.part) }?.status ?? 0)
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
