import Testing

@testable import SluiceCLI

@Suite("sluice organization, and the rest of project") struct OrganizationVerbTests {
  @Test func organization() {
    let machine = Machine.withTicket()
    #expect(
      machine.run("organization update --name", "Night shift").output
        == "The organization is called Night shift.\n")
    #expect(machine.run("organization list").output.contains("\nNight shift  00000000-"))
    #expect(machine.run("organization get --json").output.contains("\"default_workflow_id\": \"0"))
    #expect(
      machine.run("organization show").output.hasPrefix(
        "Night shift\n\nDefault  workflow Default\n")
    )
    #expect(machine.run("organization update").exit == .usage)
  }

  @Test func projectGetAndDelete() {
    let machine = Machine.withTicket()
    #expect(
      machine.run("project get wf").output == """
        WF  Workflow Demo

        Workflow  Bug Triage, strict
        Tickets   1 so far
        Id        \(machine.projectID("WF"))
        Created   2026-03-09T14:05:00Z
        Updated   2026-03-09T14:05:00Z

        """)
    #expect(machine.run("project delete WF --yes").exit == .conflict)
    machine.run("project create --key OPS")
    #expect(machine.run("project delete OPS").exit == .usage)
    #expect(machine.run("project delete OPS --yes").output == "Deleted project OPS.\n")
    #expect(machine.run("project show OPS").exit == .notFound)
  }

  @Test("A project goes back to the default, with a mapping where one is needed")
  func noWorkflow() {
    let machine = Machine.withTicket()
    let refused = machine.run("project update WF --workflow-id none")
    #expect(refused.exit == .conflict)
    #expect(
      refused.messages.hasPrefix(
        "sluice: Workflow “Default” has no status for tickets that stand in New (1).\n"))
    #expect(
      machine.run("project update WF --workflow-id none --map New=Todo --dry-run").output == """
        Would update project WF, Workflow Demo, with workflow Default.
          WF: 1 ticket from New to Todo

        """)
    #expect(machine.run("project update WF --workflow-id none --map-suggested --yes").exit == .done)
    #expect(machine.run("ticket show WF-1").output.contains("Status    Backlog,"))
    #expect(machine.run("project show WF").output.contains("Default, none, the default\n"))
    let template = machine.run("project update WF --workflow-id delivery --dry-run")
    #expect(template.exit == .notFound)
    #expect(template.messages.hasPrefix("sluice: “Delivery” is a template that is not added yet."))
    #expect(!machine.run("workflow list --json").output.contains("Delivery"))
  }

  @Test("A mapping that nothing asks for is refused")
  func idleMapping() {
    let machine = Machine.withTicket()
    for mapping in ["--map New=Closed", "--map-suggested"] {
      #expect(
        machine.run("project update WF --name X --yes \(mapping)")
          == .failed(
            .usage,
            """
            sluice: A mapping of statuses goes with another workflow, and none is assigned.
              next: Name the workflow too, or leave the mapping out.
            """))
    }
    #expect(machine.run("project show WF").output.contains("Workflow Demo"))
  }

  @Test("The default may have another name")
  func renamedDefault() {
    let machine = Machine()
    machine.run("project create --key OPS")
    machine.run("workflow update Default --name Plain")
    #expect(machine.run("project list").output.contains("OPS        0  Plain     OPS\n"))
  }
}
