import Glibc
import SQLite
import Testing

extension ProgramTests {
  @Suite struct CompletionStories {
    /// A shell as a user without settings starts it, and what makes it complete.
    struct Shell: CustomTestStringConvertible {
      let name: String
      let command: [String]
      let setup: String

      var testDescription: String { name }
    }

    static let shells = [
      Shell(
        name: "bash", command: ["/bin/bash", "--norc", "--noprofile", "-i"],
        setup: "source <(sluice completion bash)"),
      Shell(
        name: "zsh", command: ["/usr/bin/zsh", "-f", "-i"],
        setup: "autoload -U compinit; compinit -u -D; source <(sluice completion zsh)"),
      Shell(
        name: "fish", command: ["/usr/bin/fish", "--no-config", "-i"],
        setup: "sluice completion fish | source"),
    ].filter { access($0.command[0], X_OK) == 0 }

    /// A status whose name would do harm if a shell evaluated it, or stopped at its blanks.
    private static let hostile = #"Ready $(touch harm) `touch harm` it's "zulu""#

    /// The user's own database with a ticket that may go to that status.
    private func place() throws -> Workplace {
      let place = try Workplace()
      let name = Self.hostile.replacing("\"", with: "\\\"")
      _ = try place.write(
        """
        {"name": "Odd", "enforcement": "strict",
         "statuses": [{"name": "New", "category": "backlog"}, {"name": "\(name)", "category": "done"}],
         "transitions": [{"from": "New", "to": "\(name)"}]}
        """, to: "odd.json")
      let outcome = try place.shell(
        """
        sluice workflow create --file odd.json && sluice project create --key ODD --workflow Odd &&
        sluice ticket create 'Fix login timeout' --label area:web
        """)
      #expect(outcome.status == .exited(0), "\(outcome.messages)")
      return place
    }

    private func session(_ shell: Shell, at place: Workplace) throws -> TerminalSession {
      var environment = place.shellEnvironment
      environment["TERM"] = "vt100"
      let session = try TerminalSession(
        shell.command, environment: environment, columns: 120, rows: 24)
      session.type("cd \(place.folder); \(shell.setup); clear\r")
      try session.wait(for: "a clear screen") { !$0.shows("clear") && !$0.isBlank }
      session.settle(milliseconds: 50)
      return session
    }

    /// Presses tab until it has helped; under load one answer may come too late to count.
    private func complete(_ session: TerminalSession, until text: String) throws {
      for look in 0..<400 where !session.emulator.shows(text) {
        if look % 40 == 0 { session.type("\t") }
        session.settle(milliseconds: 25)
      }
      try session.see(text)
    }

    @Test(arguments: shells)
    func `The script is one to its shell`(shell: Shell) throws {
      let place = try Workplace()
      let outcome = try place.shell(
        "sluice completion \(shell.name) > script && \(shell.command[0]) -n script")
      #expect(outcome.status == .exited(0))
      #expect(outcome.output + outcome.messages == "")
    }

    @Test(arguments: shells, ["", "\"", "'"])
    func `A hostile name is completed, and means itself`(shell: Shell, quote: String) throws {
      let place = try place()
      let session = try session(shell, at: place)

      session.type("sluice ticket move ODD-1 --to-status \(quote)Rea")
      try complete(session, until: "zulu")
      session.type("\r")
      try session.see("ODD-1: New → ")
      session.type("exit\r")
      _ = try session.end()

      let show = try place.shell("sluice ticket list --project ODD")
      #expect(show.output.contains(Self.hostile))
      #expect(!place.names.contains("harm"))
    }

    @Test func `A database that is locked keeps nobody waiting at the prompt`() throws {
      let place = try place()
      let file = "\(place.folder)/user/.local/share/sluice/sluice.db"
      let database = try Database(path: file)
      try database.run("BEGIN EXCLUSIVE")
      let before = ContinuousClock.now

      let outcome = try place.shell("sluice complete -- ticket list --project ''")

      #expect(outcome.status == .exited(0))
      #expect(outcome.output + outcome.messages == "")
      #expect(ContinuousClock.now - before < .seconds(1))
    }

    @Test(arguments: shells)
    func `Words, keys and what stands behind a colon or an equals sign`(shell: Shell) throws {
      let place = try place()
      let session = try session(shell, at: place)

      session.type("sluice tick")
      try complete(session, until: "sluice ticket")
      session.type("sho")
      try complete(session, until: "ticket show")
      session.type("O")
      try complete(session, until: "show ODD-1")
      session.type("\u{15}sluice ticket list --project=O")
      try complete(session, until: "--project=ODD")
      session.type("--label area:w")
      try complete(session, until: "area:web")
      session.type("\r")
      try session.see("Fix login timeout")
      session.type("sluice ticket show -- O")
      try complete(session, until: "-- ODD-1")
      session.type("\u{15}sluice import csv od")
      try complete(session, until: "csv odd.json")
      session.type("\u{15}exit\r")
      _ = try session.end()
    }

    @Test(arguments: shells)
    func `A sub-task is completed behind its dot, and a status of several words as one`(
      shell: Shell
    ) throws {
      let place = try Workplace()
      _ = try place.write(
        """
        {"name": "Words", "enforcement": "strict",
         "statuses": [{"name": "To do", "category": "todo"}, {"name": "All over", "category": "done"}],
         "transitions": [{"from": "To do", "to": "All over"}]}
        """, to: "words.json")
      let outcome = try place.shell(
        """
        sluice workflow create --file words.json && sluice project create --key TW --workflow Words &&
        sluice ticket create 'Whole' && sluice ticket create 'Part' --parent TW-1
        """)
      #expect(outcome.status == .exited(0), "\(outcome.messages)")
      let session = try session(shell, at: place)

      session.type("sluice ticket move TW-1.")
      try complete(session, until: "move TW-1.1")
      session.type("--to-status Al")
      try complete(session, until: "over")
      session.type("\r")
      try session.see("TW-1.1: To do → All over")
      session.type("exit\r")
      _ = try session.end()
    }
  }
}
