import Glibc
import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("sluice without a verb") struct BoardTests {
  private func machine() -> Machine {
    let machine = Machine.withTicket()
    machine.run("project create --key OPS --name Operations")
    machine.columns = 80
    return machine
  }

  /// The key of the project that was opened last.
  private func opened(_ machine: Machine) -> String? {
    guard case .board(_, let board) = machine.boards.last?.start else { return nil }
    return board.project.key.text
  }

  @Test("Opens the first project with open work, then the last used one")
  func lastUsed() {
    let machine = machine()
    #expect(machine.run("").exit == .done)
    #expect(opened(machine) == "WF")
    machine.run("--project OPS")
    machine.run("")
    #expect(opened(machine) == "OPS")
    #expect(
      machine.folder.read(".local/state/sluice/last-project")
        == "OPS \(machine.folder.path)/.local/share/sluice/sluice.db\n")
  }

  @Test("Remembers a project per database, and what the board says")
  func remembered() {
    let machine = machine()
    let other = "\(machine.folder.path)/other.db"
    machine.run("--db \(other) project create --key ABC")
    machine.run("--db \(other) project create --key XYZ")
    machine.whileOpen = { opening in
      if let key = ProjectKey("XYZ") { opening.remember(key) }
    }
    machine.run("--db \(other)")
    #expect(opened(machine) == "ABC")
    machine.run("--db \(other)")
    #expect(opened(machine) == "XYZ")
    machine.run("")
    #expect(opened(machine) == "WF")
  }

  @Test("Lets nothing be changed if asked so")
  func readOnly() {
    let machine = machine()
    machine.run("--read-only")
    machine.run("")
    #expect(machine.boards.map(\.isReadOnly) == [true, false])
  }

  @Test("Makes no first project where nothing is to be changed")
  func readOnlyWithoutProject() {
    let machine = Machine()
    machine.columns = 80
    let run = machine.run("--read-only")
    #expect(run.exit == .notFound)
    #expect(
      run.messages == """
        sluice: There is no project yet, and --read-only makes none.
          next: Make a first one:
          run:  sluice

        """)
    #expect(machine.boards.isEmpty)
    #expect(!machine.folder.exists(".local/share"))
  }

  @Test("Decides about nothing where nothing is to be changed")
  func readOnlyTriage() {
    let machine = machine()
    let run = machine.run("triage --read-only")
    #expect(run.exit == .usage)
    #expect(run.messages.contains("--read-only"))
    #expect(machine.boards.isEmpty)
  }

  @Test("Tells what failed after the board was left")
  func lateFailure() {
    let machine = machine()
    machine.ending = .failed(EngineError(.storage, "The disk is full.", nextStep: "Make room."))
    let run = machine.run("")
    #expect(run.exit == .inputOutput)
    #expect(run.messages.hasPrefix("sluice: The disk is full.\n  next: Make room.\n"))
  }

  @Test("Works without a home, if the database is named")
  func homeless() {
    let machine = machine()
    machine.environment = [:]
    let file = "\(machine.folder.path)/.local/share/sluice/sluice.db"
    #expect(machine.run("--db \(file) --project WF").exit == .done)
    #expect(opened(machine) == "WF")
  }

  @Test("Without a database offers the first screen, which makes it")
  func firstRun() {
    let machine = Machine()
    machine.columns = 80
    machine.whileOpen = { opening in
      guard case .firstRun(let makeEngine) = opening.start else { return }
      #expect(!machine.folder.exists(".local/share"))
      _ = try? makeEngine()
    }
    #expect(machine.run("").exit == .done)
    #expect(machine.boards.count == 1)
    #expect(machine.folder.exists(".local/share/sluice/sluice.db"))
  }

  @Test("Needs a terminal, and names what works without")
  func noTerminal() {
    let machine = machine()
    machine.columns = nil
    #expect(
      machine.run("")
        == Machine.Run(
          exit: .unavailable, output: "",
          messages: """
            sluice: The board needs a terminal to draw on and to read keys from.
              next: Without one, the verbs of the command line do the same:
              run:  sluice ticket list --json

            """))
  }

  @Test("A project that is not there is named")
  func unknownProject() {
    #expect(machine().run("--project NIX").exit == .notFound)
  }

  @Test("A theme that is not there, or has faults, is named before anything is opened")
  func themes() {
    let machine = machine()
    let run = machine.run("--theme ligt")
    #expect(run.exit == .configuration)
    #expect(run.messages.hasPrefix("sluice: There is no theme “ligt”; there are "))
    #expect(run.messages.contains("Did you mean “light”?"))
    let file = machine.folder.write("plain = 7\ncardKy = 75\n", to: "odd.theme")
    let odd = machine.run("--theme \(file)")
    #expect(odd.exit == .configuration)
    #expect(
      odd.messages.contains("  line 2: unknown key “cardKy”; the nearest known one is “cardKey”"))
    #expect(machine.boards.isEmpty)
  }

  @Test("--open shows the board of what was imported")
  func openAfterImport() {
    let machine = machine()
    let file = machine.folder.write("title\nx\n", to: "a.csv")
    #expect(machine.run("import csv \(file) --project WF --open").exit == .done)
    #expect(opened(machine) == "WF")
    machine.columns = nil
    #expect(machine.run("import csv \(file) --project WF --open").exit == .unavailable)
  }

  @Test("A theme whose parent has faults tells those")
  func parentTheme() {
    let machine = machine()
    machine.folder.makeFolder(".config/sluice/themes")
    _ = machine.folder.write("plan = 7\n", to: ".config/sluice/themes/mother.theme")
    _ = machine.folder.write("inherits = mother\n", to: ".config/sluice/themes/child.theme")
    let run = machine.run("--theme child")
    #expect(run.exit == .configuration)
    #expect(
      run.messages.hasPrefix(
        "sluice: The theme “\(machine.folder.path)/.config/sluice/themes/mother.theme” has faults.\n"
          + "  line 1: unknown key “plan”"))
  }

  @Test("Tells what failed before it dies of a signal")
  func killedLate() {
    let machine = machine()
    // By default this signal does nothing, so that the test outlives it.
    machine.ending = .killed(
      signal: SIGURG, after: EngineError(.storage, "The disk is full.", nextStep: "Make room."))
    #expect(machine.run("").messages == "sluice: The disk is full.\n  next: Make room.\n")
  }
}
