import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("Failures") struct FailureTests {
  private static let codes: [(EngineError.Code, Int32)] = [
    (.notFound, 3), (.conflict, 5), (.refused, 6), (.invalid, 2), (.unavailable, 75),
    (.storage, 74), (.permission, 77), (.unusableFile, 78),
  ]

  @Test("Exit codes by kind of failure", arguments: codes)
  func exitCodes(code: EngineError.Code, exit: Int32) {
    #expect(Failure(EngineError(code, "No.")).exit.rawValue == exit)
  }

  @Test(
    "A usage error is JSON too when JSON was asked for, in full or cut short",
    arguments: ["ticket lst --json", "--js ticket lst"])
  func json(line: String) {
    #expect(
      Machine().run(line).messages == """
        {
          "error": {
            "code": "USAGE",
            "details": {},
            "message": "sluice ticket has no verb “lst”. Did you mean “list”?",
            "next_command": "sluice help ticket",
            "next_step": null
          }
        }

        """)
  }

  @Test("What stands behind -- is no wish for JSON")
  func noJSON() {
    #expect(Machine().run("ticket lst -- --json").messages.hasPrefix("sluice: sluice ticket has"))
  }

  @Test(
    "The next command works on the database that was named, wherever an option may stand",
    arguments: [
      ("sluice ticket list", "sluice ticket list --db 'a b.db'"),
      ("sluice forget --yes -- -it", "sluice forget --yes --db 'a b.db' -- -it"),
      ("sluice a --json | sluice b -", "sluice a --json --db 'a b.db' | sluice b - --db 'a b.db'"),
      ("sluice provider show helper", "sluice provider show helper --db 'a b.db'"),
      ("sluice ticket list --help", "sluice ticket list --help"),
      ("sluice help ticket", "sluice help ticket"),
      ("sluice --db 'a b.db' undo --yes", "sluice --db 'a b.db' undo --yes"),
    ])
  func naming(command: String, named: String) {
    let failure = Failure.usage("No.", next: command)
    #expect(failure.naming([(.database, "a b.db")]).nextCommand == named)
    #expect(failure.naming([]).nextCommand == command)
  }

  @Test(
    "The next command works on the server that was named",
    arguments: [
      ("sluice ticket list", "sluice ticket list --server unix:/run/s --organization acme"),
      ("sluice login --server unix:/run/s", "sluice login --server unix:/run/s"),
      ("sluice whoami --profile team", "sluice whoami --profile team"),
      ("sluice profile list", "sluice profile list"), ("chmod 600 x", "chmod 600 x"),
    ])
  func namingServers(command: String, named: String) {
    let places: [(option: Option, value: String)] = [
      (.server, "unix:/run/s"), (.organization, "acme"),
    ]
    #expect(Failure.usage("No.", next: command).naming(places).nextCommand == named)
  }

  @Test("An output that cannot be written is a failure, even if everything else worked")
  func fullDisk() {
    var messages: [UInt8] = []
    let host = Machine().host(
      ["--version"], output: { _ in 28 },
      messages: { bytes in
        messages += bytes
        return 0
      })
    #expect(Program.run(on: host) == .inputOutput)
    #expect(
      String(decoding: messages, as: UTF8.self)
        == "sluice: The output cannot be written: No space left on device.\n")
  }
}
