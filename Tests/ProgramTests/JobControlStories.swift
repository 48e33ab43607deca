import Testing

extension ProgramTests {
  @Suite struct JobControlStories {
    /// A shell that knows the program as `$SLUICE` and its database as `$DB`.
    private func shell(at place: Workplace, with more: [String: String] = [:]) throws
      -> TerminalSession
    {
      var variables = place.environment
      variables["PS1"] = "ready> "
      variables["SLUICE"] = Program.path
      variables["DB"] = place.database
      let shell = try TerminalSession(
        ["/bin/sh", "-i"], environment: variables.merging(more) { $1 })
      try shell.see("ready>")
      return shell
    }

    /// Whether the process that a script wrote down has been stopped.
    private func isStopped(processOf place: Workplace) -> Bool {
      guard let number = try? place.bytes(of: place.folder + "/user/process"),
        let line = try? place.bytes(
          of: "/proc/" + String(decoding: number.dropLast(), as: UTF8.self) + "/stat")
      else { return false }
      return String(decoding: line, as: UTF8.self).contains(") T ")
    }

    @Test func `Stopped and brought back, the board gives the terminal up and takes it again`()
      throws
    {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let shell = try shell(at: place)
      let settings = shell.terminal.settings

      shell.type("\"$SLUICE\" --db \"$DB\"\r")
      try shell.see("Fix login timeout", "● live")
      shell.type("\u{1A}")
      try shell.wait(for: "the shell") { $0.isOnFirstScreen && $0.endsWith("ready>") }
      #expect(shell.emulator.text.contains("Stopped"))
      #expect(shell.terminal.settings == settings)
      #expect(shell.emulator.modesLeftOn == [])

      try place.sluice("ticket", "create", "Came meanwhile", "--project", "OPS")
      shell.resize(columns: 120, rows: 40)
      shell.type("fg\r")
      try shell.see("Moves ─", "Came meanwhile")
      shell.type("q")
      try shell.wait(for: "the shell") { $0.isOnFirstScreen && $0.endsWith("ready>") }
      #expect(shell.terminal.settings == settings)
      shell.type("exit\r")
      #expect(try shell.end() == .exited(0))
      #expect(shell.emulator.faults == [])
    }

    @Test func `An editor can be stopped and brought back together with the board`() throws {
      let place = try Workplace()
      try place.makeProject(titles: "Fix login timeout")
      let editor = try place.write(
        "#!/bin/sh\necho $$ >\"$HOME/process\"\necho editing\nread answer\n"
          + "echo \"$answer\" >\"$1\"\n", to: "editor", mode: 0o755)
      let shell = try shell(at: place, with: ["EDITOR": editor])

      shell.type("\"$SLUICE\" --db \"$DB\"\r")
      try shell.see("● live")
      shell.type("E")
      try shell.see("editing")
      shell.type("\u{1A}")
      // The shell waits for the board alone; an editor that has not stopped yet would read what is meant for it.
      try shell.wait(for: "the shell") {
        $0.endsWith("ready>") && isStopped(processOf: place)
      }
      shell.type("fg\r")
      shell.type("It works again.\r")
      try shell.see("● live", "Description of OPS-1 saved")
      shell.type("q")
      try shell.wait(for: "the shell") { $0.isOnFirstScreen && $0.endsWith("ready>") }
      shell.type("exit\r")
      #expect(try shell.end() == .exited(0))
      #expect(try place.ticket("OPS-1").description == "It works again.")
    }
  }
}
