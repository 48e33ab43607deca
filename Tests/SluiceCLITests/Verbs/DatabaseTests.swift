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

  @Test("A folder that is not there is named")
  func noFolder() {
    let run = Machine().run("--db /nowhere/a.db project create --key OPS")
    #expect(run.exit != .done)
    #expect(run.messages.contains("/nowhere"))
  }
}
