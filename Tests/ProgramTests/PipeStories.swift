import Testing

extension ProgramTests {
  @Suite struct PipeStories {
    @Test func `A reader that has seen enough is no reason to complain`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout", "Export loses rows")
      let gone = try Pipe()
      let messages = try Pipe()
      gone.closeReading()

      let list = try ChildProcess(
        [Program.path, "--db", place.database, "ticket", "list", "--project", "OPS"],
        environment: place.environment,
        descriptors: [
          .file("/dev/null", flags: 0), .copy(of: gone.writing), .copy(of: messages.writing),
        ])
      messages.closeWriting()
      let deadline = Deadline()
      while !messages.isAtEnd, !deadline.isOver { messages.read(waiting: 10) }

      #expect(messages.isAtEnd)
      #expect(messages.text == "")
      _ = list
    }

    @Test func `A disk that is full for the output is said so`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")

      let outcome = try Program.run(
        ["/bin/sh", "-c", "\"$0\" --db \"$1\" ticket list --project OPS >/dev/full", Program.path]
          + [place.database], environment: place.environment)

      #expect(outcome.status == .exited(74))
      #expect(
        outcome.messages == "sluice: The output cannot be written: No space left on device.\n")
    }
  }
}
