import Glibc
import Testing

@testable import SluiceCLI

@Suite("The database file") struct DatabaseTests {
  @Test("Without one, verbs say so and how to get one; nothing is made")
  func missing() {
    let machine = Machine()
    let run = machine.run("ticket list --project OPS")
    #expect(run.exit == .notFound)
    #expect(
      run.messages == """
        sluice: There is no database at “\(machine.folder.path)/.local/share/sluice/sluice.db” yet.
          next: Make it with a first project, or look around with “sluice demo”.
          run:  sluice project create --key OPS --name Operations

        """)
    #expect(!machine.folder.exists(".local"))
  }

  @Test("XDG_DATA_HOME is where it lies, unless it is relative")
  func folders() {
    let machine = Machine()
    machine.environment["XDG_DATA_HOME"] = "\(machine.folder.path)/data"
    machine.run("project create --key OPS")
    #expect(machine.folder.exists("data/sluice/sluice.db"))
    machine.environment["XDG_DATA_HOME"] = "data"
    machine.run("project create --key OPS")
    #expect(machine.folder.exists(".local/share/sluice/sluice.db"))
  }

  @Test("Without a home, a file must be named")
  func homeless() {
    let machine = Machine()
    machine.environment = [:]
    let run = machine.run("project list")
    #expect(run.exit == .configuration)
    #expect(
      run.messages == """
        sluice: Neither XDG_DATA_HOME nor HOME names a folder from the root.
          next: Set HOME, or name the database with --db FILE.

        """)
    #expect(machine.run("project create --key OPS --db \(machine.folder.path)/a.db").exit == .done)
  }

  @Test("--db names it before and after the verb")
  func named() {
    let machine = Machine()
    let file = "\(machine.folder.path)/team.db"
    #expect(machine.run("--db \(file) project create --key OPS").exit == .done)
    #expect(machine.run("project list --db=\(file)").output.contains("OPS"))
    #expect(machine.run("project list").exit == .notFound)
  }

  @Test("A file of something else is left alone")
  func foreign() {
    let machine = Machine()
    let file = machine.folder.write("Dear diary", to: "diary.txt")
    #expect(machine.run("--db \(file) project create --key OPS").exit == .configuration)
    #expect(machine.folder.read("diary.txt") == "Dear diary")
  }

  @Test(
    "A folder that is not there is named before anything is asked",
    arguments: ["project create --key OPS", "project list", "ticket create x", ""])
  func noFolder(verb: String) {
    let machine = Machine()
    machine.columns = 80
    let run = machine.run("--db /nowhere/it/a.db \(verb)")
    #expect(run.exit == .configuration)
    #expect(
      run.messages == """
        sluice: There is no folder “/nowhere/it”.
          next: Make it first: mkdir -p /nowhere/it

        """)
    #expect(machine.boards.isEmpty)
  }

  @Test("What a failure proposes works on the database that was named")
  func proposals() {
    let machine = Machine()
    let run = machine.run(arguments: [
      "project", "list", "--db", "\(machine.folder.path)/my board.db",
    ])
    #expect(
      run.messages.hasSuffix(
        "  run:  sluice project create --key OPS --name Operations "
          + "--db '\(machine.folder.path)/my board.db'\n"))
  }

  @Test("An empty file is a database yet to be made")
  func empty() {
    let machine = Machine()
    let file = machine.folder.write("", to: "new.db")
    let run = machine.run("ticket list --db \(file)")
    #expect(run.exit == .notFound)
    #expect(
      run.messages == """
        sluice: “\(file)” is empty; there is no board in it yet.
          next: Make it with a first project, or look around with “sluice demo”.
          run:  sluice project create --key OPS --name Operations --db \(file)

        """)
    #expect(machine.folder.read("new.db") == "")
    machine.columns = 80
    #expect(machine.run("--db \(file)").exit == .done)
    guard case .firstRun = machine.boards.first?.start else {
      Issue.record("no first screen")
      return
    }
    #expect(machine.run("project create --key OPS --db \(file)").exit == .done)
    let issues = machine.folder.write("title\nx\n", to: "a.csv")
    let other = machine.folder.write("", to: "other.db")
    #expect(machine.run("import csv \(issues) --project OPS --db \(other)").exit == .done)
  }

  @Test("One that may not be looked at is not taken for none")
  func hidden() {
    let machine = Machine()
    // A link to itself, for the superuser may look at anything else.
    let file = "\(machine.folder.path)/loop.db"
    #expect(symlink("loop.db", file) == 0)
    for verb in ["ticket list", "project list", ""] {
      machine.columns = 80
      let run = machine.run("--db \(file) \(verb)")
      #expect(run.exit != .done && run.exit != .notFound, "\(verb): \(run)")
      #expect(run.messages.contains("loop.db"))
      #expect(!run.messages.contains("yet"))
    }
    #expect(machine.boards.isEmpty)
  }
}
