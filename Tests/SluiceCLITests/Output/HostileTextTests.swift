import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("Stored text") struct HostileTextTests {
  /// Escape sequences, C0, C1, a direction override and something invisible.
  private static let hostile = "a\u{1B}[31mred\u{07}\u{9B}2J\u{202E}evil\u{200B}z"

  private func machine() -> Machine {
    let machine = Machine.withTicket()
    machine.run(
      "ticket create --assignee", "x\u{1B}]0;y\u{07}", "--label", "l\u{1B}[0m",
      "--description", "first\u{1B}[2J\nsecond\u{85}line", Self.hostile)
    return machine
  }

  @Test(
    "Never reaches a terminal as control",
    arguments: [
      "ticket list", "ticket show WF-2", "ticket list --json", "ticket show WF-2 --json",
      "ticket transition WF-2 --to-status Triaged",
    ]) func output(line: String)
  {
    let run = machine().run(line)
    #expect(run.exit == .done)
    for scalar in (run.output + run.messages).unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value), "\(scalar.value)")
      #expect(![0x202E, 0x200B].contains(scalar.value))
    }
  }

  @Test("Nor do names that are not there")
  func messages() {
    let run = machine().run("workflow show", Self.hostile)
    #expect(
      run.messages.hasPrefix(
        "sluice: There is no workflow “a␛[31mred␇‹U+009B›2J‹U+202E›evil‹U+200B›z”."))
  }

  @Test("Is marked for people")
  func marks() {
    #expect(
      machine().run("ticket list").output.split(separator: "\n")[1]
        == "WF-2  New     Medium    x␛]0;y␇   now  a␛[31mred␇‹U+009B›2J‹U+202E›evil‹U+200B›z")
  }

  @Test("Comes through JSON unchanged")
  func json() throws {
    let output = machine().run("ticket show WF-2 --json").output
    #expect(output.contains(#""title": "a\u001b[31mred\u0007\u009b2J\u202eevil\u200bz""#))
    let node = try JSONReader.read(SourceText(output))
    #expect(node["title"]?.value == .string(Self.hostile))
  }
}
