import Testing

@testable import SluiceCLI

@Suite("sluice field") struct FieldVerbTests {
  @Test func createUpdateListDelete() {
    let machine = Machine.withTicket()
    #expect(machine.run("field list").messages == "No fields.\n")
    #expect(
      machine.run(
        "field create --key risk --name Risk --type select --option low --option high --workflow",
        "Bug Triage"
      ).output == "Added field risk to workflow Bug Triage, which is at revision 2.\n")
    #expect(
      machine.run("field update risk --option high --name", "Root risk", "--workflow", "Bug Triage")
        .output == "Changed field risk of workflow Bug Triage, which is at revision 3.\n")
    #expect(
      machine.run("field list --workflow", "Bug Triage").output == """
        WORKFLOW    KEY   TYPE    NAME       REQUIRED BY  OPTIONS
        Bug Triage  risk  select  Root risk               high

        """)
    #expect(
      machine.run("field update risk --type number --json --workflow", "Bug Triage").output
        .hasPrefix(
          """
          {
            "key": "risk",
            "name": "Root risk",
            "options": [],
            "type": "number",
            "workflow": "Bug Triage",
          """))
    #expect(
      machine.run("field delete risk --yes --workflow", "Bug Triage").output
        == "Took field risk out of workflow Bug Triage, which is at revision 5.\n")
    #expect(machine.run("field list --json").output == "{\n  \"items\": []\n}\n")
  }

  @Test("What another person changes meanwhile is never written over")
  func changedMeanwhile() {
    let machine = Machine.withTicket()
    machine.run("field create --key risk --name Risk --type text --workflow", "Bug Triage")
    machine.columns = 80
    machine.typed = ["y"]
    machine.whileAsked = { [unowned machine] in
      machine.run("field create --key size --name Size --type number --workflow", "Bug Triage")
    }
    let run = machine.run("field delete risk --workflow", "Bug Triage")
    #expect(run.exit == .conflict)
    #expect(
      run.messages.hasSuffix(
        """
        sluice: Workflow “Bug Triage” has changed meanwhile: it is at revision 3, not 2.
          next: Look at it again and repeat what still makes sense.

        """))
    #expect(
      machine.run("field list --workflow", "Bug Triage").output == """
        WORKFLOW    KEY   TYPE    NAME  REQUIRED BY  OPTIONS
        Bug Triage  risk  text    Risk
        Bug Triage  size  number  Size

        """)
  }

  @Test("Values of a field that is gone are shown nowhere, and are there again with the field")
  func valuesOfTheDeleted() {
    let machine = Machine.withTicket()
    let create = "field create --key size --name Size --type number --workflow"
    machine.run(create, "Bug Triage")
    machine.run("ticket set WF-1 size=3")
    machine.run("field delete size --yes --workflow", "Bug Triage")
    let pages = [
      "ticket show WF-1 --json", "work-item get WF-1 --json", "work-item custom-fields WF-1 --json",
      "work-item custom-fields WF-1",
    ]
    #expect(pages.filter { machine.run($0).output.contains("size") } == [])
    machine.run(create, "Bug Triage")
    #expect(pages.filter { machine.run($0).output.contains("size") } == pages)
    #expect(machine.run(pages[3]).output.hasSuffix("size   number  3\n"))
  }

  @Test func whatIsWrongIsRefused() {
    let machine = Machine.withTicket()
    machine.run("project create --key REL --workflow Delivery")
    let required = machine.run("field delete risk --workflow Delivery")
    #expect(required.exit == .refused)
    #expect(
      required.messages.hasPrefix(
        "sluice: The workflow definition has a fault.\n  gates[2].required_fields[0]: "))
    #expect(machine.run("field delete riks --workflow Delivery").exit == .refused)
    #expect(machine.run("field delete risk --workflow Kanban").exit == .notFound)
    #expect(machine.run("field update risk --workflow Delivery").exit == .usage)
    #expect(
      machine.run("field create --workflow Delivery --key x --name X --type select").exit
        == .refused)
    #expect(
      machine.run("field create --workflow Delivery --key risk --name X --type text").exit
        == .refused)
    #expect(
      machine.run("field create --workflow Delivery --key y --name Y --type txt").exit == .usage)
  }
}
