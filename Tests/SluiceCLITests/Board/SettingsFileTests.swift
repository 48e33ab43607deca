import SluiceTUI
import Testing

@testable import SluiceCLI

@Suite("config.json5") struct SettingsFileTests {
  private func machine(_ settings: String?) -> Machine {
    let machine = Machine.withTicket()
    machine.columns = 80
    machine.folder.makeFolder(".config/sluice")
    if let settings { _ = machine.folder.write(settings, to: ".config/sluice/config.json5") }
    return machine
  }

  @Test("The board is opened with what is set up")
  func opened() throws {
    let machine = machine("{theme: 'light', keys: {preset: 'arrows'}}")
    #expect(machine.run("").exit == .done)
    let opening = try #require(machine.boards.last)
    #expect(opening.settings != .standard)
    #expect(opening.theme?.name == "light")
    machine.environment["SLUICE_THEME"] = "dark"
    machine.run("")
    #expect(machine.boards.last?.theme?.name == "dark")
  }

  @Test(
    "Without a file, or with one that says nothing, the board is opened as ever",
    arguments: [nil, "", "// theme: 'dark'\n"])
  func missing(text: String?) throws {
    let machine = machine(text)
    #expect(machine.run("").exit == .done)
    #expect(machine.boards.last?.settings == .standard)
  }

  @Test(
    "A fault is told with its line, and nothing is opened",
    arguments: ["", "demo", "keys", "import csv FILE --project WF --open"])
  func faulty(line: String) {
    let machine = machine("{\n  keys: { bord: {} },\n}")
    let file = machine.folder.write("title\nx\n", to: "a.csv")
    let words = line.split(separator: " ").map { $0 == "FILE" ? file : String($0) }
    let run = machine.run(arguments: words)
    #expect(run.exit == .configuration)
    #expect(
      run.messages.hasPrefix(
        "sluice: The settings in “\(machine.folder.path)/.config/sluice/config.json5” cannot be used.\n"
          + "  line 2, column 11: There is no “bord” in “keys”. Did you mean “board”?\n"))
    #expect(machine.boards.isEmpty)
  }

  @Test("What is edited is kept and read")
  func edited() throws {
    let machine = machine(nil)
    machine.run("")
    let editor = machine.folder.write("#!/bin/sh\necho '{theme: 3}' > $1\n", to: "editor")
    machine.environment["EDITOR"] = "sh \(editor)"
    machine.environment["TMPDIR"] = machine.folder.path
    machine.run("")
    let edit = try #require(machine.boards.last?.editSettings)
    guard case .failure(let error) = edit() else {
      Issue.record("faults are taken")
      return
    }
    #expect(
      error.message == "Saved, but not in force: line 1, column 9: "
        + "Expected a text for “theme”, found a number.")
    #expect(machine.folder.read(".config/sluice/config.json5") == "{theme: 3}\n")
  }

  @Test(
    "A theme that there is not is a fault with its line, and one with faults tells them",
    arguments: ["", "demo", "keys"])
  func unknownTheme(line: String) {
    let machine = machine("{\n  theme: 'ligt',\n}")
    let run = machine.run(line)
    #expect(run.exit == .configuration)
    #expect(run.messages.contains("\n  line 2, column 10: There is no theme “ligt”; there are "))
    #expect(run.messages.contains(". Did you mean “light”?\n"))
    #expect(machine.boards.isEmpty)
    machine.folder.makeFolder(".config/sluice/themes")
    let theme = machine.folder.write("plain = puce\n", to: ".config/sluice/themes/ligt.theme")
    #expect(
      machine.run(line).messages.contains(
        "\n  line 2, column 10: The theme “\(theme)” has faults. line 1: "))
  }

  @Test("A theme that is chosen on the board holds, unless another was asked for")
  func chosenTheme() throws {
    let machine = machine(nil)
    machine.run("")
    let editor = machine.folder.write("#!/bin/sh\necho '{theme: \"light\"}' > $1\n", to: "editor")
    machine.environment["EDITOR"] = "sh \(editor)"
    machine.environment["TMPDIR"] = machine.folder.path
    machine.run("")
    let opening = try #require(machine.boards.last)
    #expect(opening.theme == nil)
    let settings = try #require(try opening.editSettings().get())
    #expect(opening.themeOf(settings)?.name == "light")
    #expect(opening.themeOf(.standard) == nil)
    machine.run("--theme dark")
    #expect(machine.boards.last?.themeOf(settings)?.name == "dark")
  }

  @Test("It is edited under its own name, by which editors know what is in it")
  func named() throws {
    let machine = machine("{}")
    let editor = machine.folder.write("#!/bin/sh\necho \"// $1\" > $1\n", to: "editor")
    machine.environment["EDITOR"] = "sh \(editor)"
    machine.environment["TMPDIR"] = machine.folder.path
    machine.run("")
    _ = try #require(machine.boards.last).editSettings()
    let kept = machine.folder.read(".config/sluice/config.json5") ?? ""
    #expect(kept.hasPrefix("// \(machine.folder.path)/sluice-"))
    #expect(kept.hasSuffix("/config.json5\n"))
  }

  @Test("Keys are listed for people and for programs")
  func listed() {
    let machine = machine("{keys: {board: {undo: ['U', ', u']}}}")
    let lines = machine.run("keys").output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("WHERE") == true)
    #expect(lines.contains { $0.hasPrefix("board   undo") && $0.contains("U, , u") })
    let json = machine.run("keys --json").output
    #expect(json.contains("\"command\": \"undo\""))
  }
}
