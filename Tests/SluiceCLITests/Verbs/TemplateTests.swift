import Testing

@testable import SluiceCLI

@Suite("A template is added with what needs it, or not at all") struct TemplateTests {
  private func machine() -> Machine {
    let machine = Machine()
    machine.run("project create --key OPS --name Operations")
    machine.run("ticket create -p OPS --status InReview", "Check the backups")
    return machine
  }

  private func names(_ machine: Machine) -> [Substring] {
    machine.run("workflow list").output.split(separator: "\n").dropFirst()
      .map { $0.prefix { $0 != " " } }
  }

  @Test("A dry run adds nothing")
  func dryRun() {
    let machine = machine()
    #expect(
      machine.run("ticket create Ship -p OPS --workflow-id Delivery --dry-run")
        == .done("Would create OPS-2."))
    #expect(names(machine) == ["Default"])
  }

  @Test(
    "A change that is refused adds nothing",
    arguments: [
      ("ticket create Ship -p OPS --workflow-id Delivery --status Nowhere", ExitCode.refused),
      ("project update OPS --workflow-id Delivery", .conflict),
      ("project create --key OPS --workflow Delivery", .conflict),
    ])
  func refused(line: String, exit: ExitCode) {
    let machine = machine()
    #expect(machine.run(line).exit == exit)
    #expect(names(machine) == ["Default"])
  }

  @Test("A change that is made is one step, and the workflow stays when it is taken back")
  func made() {
    let machine = machine()
    #expect(
      machine.run("ticket create Ship -p OPS --workflow-id delivery")
        == .done("Created OPS-2 in Idea."))
    #expect(names(machine) == ["Default", "Delivery"])
    #expect(machine.run("undo").exit == .done)
    #expect(machine.run("ticket show OPS-2").exit == .notFound)
    #expect(names(machine) == ["Default", "Delivery"])
    #expect(machine.run("redo").exit == .done)
    #expect(machine.run("ticket show OPS-2").output.contains("Status    Idea,"))
  }
}
