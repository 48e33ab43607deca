import Testing

@testable import SluiceCLI

@Suite("sluice project") struct ProjectVerbTests {
  @Test func createMakesTheDatabaseForTheUserAlone() {
    let machine = Machine()
    #expect(
      machine.run("project create --key ops --name Operations")
        == Machine.Run(
          exit: .done, output: "Created project OPS, Operations, with workflow Default.\n",
          messages: ""))
    #expect(machine.folder.exists(".local/share/sluice/sluice.db"))
    #expect(machine.folder.mode(of: ".local/share/sluice") == 0o700)
  }

  @Test func createTakesAWorkflowOrTheTemplateOfThatName() {
    let machine = Machine()
    #expect(
      machine.run("project create --key WF --workflow", "bug triage").output
        == "Created project WF, WF, with workflow Bug Triage.\n")
    #expect(
      machine.run("project create --key QA --workflow", "Bug Triage").output
        == "Created project QA, QA, with workflow Bug Triage.\n")
    let run = machine.run("project create --key NO --workflow Kanban")
    #expect(run.exit == .notFound)
    #expect(
      run.messages == """
        sluice: There is no workflow “Kanban”.
          next: There are Bug Triage, Default, Delivery.
          run:  sluice workflow list

        """)
    #expect(!machine.run("project list").output.contains("NO"))
  }

  @Test func createRefusesAKeyThatIsNoneOrIsTaken() {
    let machine = Machine()
    machine.run("project create --key OPS")
    #expect(machine.run("project create --key OPS").exit == .conflict)
    #expect(machine.run("project create --key 1A").exit == .refused)
    #expect(machine.run("project create --name Operations").exit == .usage)
  }

  @Test func updateAssignsAWorkflowAsInTheGuide() {
    let machine = Machine()
    machine.run("project create --key OPS --name Operations")
    #expect(
      machine.run("project update OPS --workflow-id", "Bug Triage").output
        == "Updated project OPS, Operations, with workflow Bug Triage.\n")
    #expect(
      machine.run("project update \(machine.projectID("OPS")) --name Ops").output
        == "Updated project OPS, Ops, with workflow Bug Triage.\n")
    #expect(machine.run("project update OPS").exit == .usage)
    #expect(machine.run("project update NIX --name x").exit == .notFound)
  }

  @Test func aWorkflowIsFoundInAnyCase() {
    let machine = Machine()
    machine.run("project create --key OPS")
    #expect(
      machine.run("project update OPS --workflow default").output
        == "Updated project OPS, OPS, with workflow Default.\n")
    #expect(machine.run("workflow show DEFAULT").output.hasPrefix("Default  none, id "))
    let file = machine.folder.write("title\nx\n", to: "a.csv")
    #expect(machine.run("import csv \(file) --project OPS --workflow default").exit == .done)
    #expect(machine.run("import csv \(file) --project OPS --workflow delivery").exit == .conflict)
  }

  @Test func whatIsNotThereComesWithWhatIs() {
    let machine = Machine.withTicket()
    #expect(
      machine.run("ticket list --project WFF").messages == """
        sluice: There is no project “WFF”.
          next: Did you mean “WF”?
          run:  sluice project list

        """)
    #expect(
      machine.run("ticket show WF-7").messages == """
        sluice: There is no ticket “WF-7”.
          next: Project WF has tickets up to WF-1.
          run:  sluice ticket list --project WF

        """)
    #expect(
      machine.run("ticket list --status Clsoed").messages.hasSuffix(
        "\n  next: Did you mean “Closed”?\n  run:  sluice workflow show 'Bug Triage'\n"))
  }

  @Test func list() {
    let machine = Machine.withTicket()
    machine.run("project create --key OPS --name Operations --json")
    #expect(
      machine.run("project list").output == """
        KEY  TICKETS  WORKFLOW    NAME
        OPS        0  Default     Operations
        WF         1  Bug Triage  Workflow Demo

        """)
    #expect(
      machine.run("project list --json --limit 1").output.hasPrefix(
        """
        {
          "has_more": true,
          "items": [
            {
              "created_at": "2026-03-09T14:05:00Z",
              "description": "",
              "id": "\(machine.projectID("OPS"))",
              "key": "OPS",
              "name": "Operations",
              "ticket_counter": 0,
              "updated_at": "2026-03-09T14:05:00Z",
              "workflow_id": null
            }
          ],
          "next_cursor": "
        """.trimmedEnd))
  }
}

extension String {
  fileprivate var trimmedEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
