import Testing

extension ProgramTests {
  @Suite struct FirstRunStories {
    /// The program without `--db`, in a home where nothing is.
    private func session(at place: Workplace, _ arguments: String...) throws -> TerminalSession {
      try TerminalSession([Program.path] + arguments, environment: place.environment)
    }

    @Test func `The first start makes a project and shows its board; the second one goes there`()
      throws
    {
      let place = try Workplace()
      let first = try session(at: place)
      try first.see(
        "There is no board yet. Make a first project, or look at the demo.",
        "It will be kept in \(place.folder)/user/.local/share/sluice/sluice.db")

      first.type("OPS\tOperations\t")
      try first.see("‹ Default ›")
      first.type(" ")
      try first.see("‹ Bug Triage ›")
      first.type("\t\r")
      try first.see("OPS", "● live", "Triaged")
      first.type("n")
      try first.see("Title")
      first.type("\u{3}q")
      #expect(try first.end() == .exited(0))
      first.expectRestored()

      let second = try session(at: place)
      try second.see("OPS", "● live", "Triaged")
      second.type("q")
      #expect(try second.end() == .exited(0))
    }

    @Test func `Leaving the first screen makes nothing`() throws {
      let place = try Workplace()
      let first = try session(at: place)
      try first.see("There is no board yet.")

      first.type("\u{3}")

      #expect(try first.end() == .exited(0))
      first.expectRestored()
      #expect(place.names == ["tmp", "user"])
      let list = try Program.run([Program.path, "ticket", "list"], environment: place.environment)
      #expect(list.status == .exited(3))
    }

    @Test func `A project that is refused makes nothing`() throws {
      let place = try Workplace()

      let outcome = try place.attempt(
        ["project", "create", "--key", "K", "--name", "Kay", "--workflow", "Bug Triage"])

      #expect(outcome.status == .exited(6))
      #expect(outcome.messages.hasSuffix("nothing was changed.\n"))
      #expect(place.names == ["tmp", "user"])
    }

    @Test func `The demo says that it is one and leaves nothing behind`() throws {
      let place = try Workplace()
      let demo = try session(at: place, "demo")

      try demo.see("● live", "REL")
      demo.type("q")

      #expect(try demo.end() == .exited(0))
      demo.expectRestored()
      #expect(demo.emulator.shows("thrown away when you leave"))
      #expect(place.temporaryFiles == [])
    }

    @Test func `The version is one line`() throws {
      let place = try Workplace()

      let outcome = try Program.run([Program.path, "--version"], environment: place.environment)

      #expect(outcome.status == .exited(0))
      #expect(outcome.output.wholeMatch(of: /sluice \d+\.\d+\.\d+\n/) != nil)
      #expect(outcome.messages == "")
    }
  }
}
