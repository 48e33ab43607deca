import Testing

@testable import SluiceCLI

@Suite("sluice workflow update and delete") struct WorkflowUpdateTests {
  private static let shut = """
    {"statuses": [{"name": "New", "category": "backlog"}, {"name": "Shut", "category": "done", "was": "Closed"}],
     "transitions": [{"from": "New", "to": "Shut"}]}
    """

  /// A machine whose ticket WF-1 stands in New and WF-2 in Triaged.
  private func machine() -> Machine {
    let machine = Machine.withTicket()
    machine.run("ticket create Second")
    machine.run("ticket transition WF-2 --to-status Triaged")
    return machine
  }

  @Test func renameAsInTheGuide() {
    let machine = machine()
    #expect(
      machine.run("workflow update --name", "Bug Triage v2", "Bug Triage").output
        == "Updated workflow Bug Triage v2 to revision 2.\n")
    #expect(machine.run("workflow get", "Bug Triage v2").exit == .done)
    #expect(
      machine.run("workflow update --enforcement strict", "Bug Triage v2").output
        == "Workflow Bug Triage v2 is so already.\n")
    let run = machine.run("workflow update", "Bug Triage v2")
    #expect(run.exit == .usage)
    #expect(
      run.messages == """
        sluice: sluice workflow update needs something to change.
          next: sluice workflow update --help

        """)
  }

  @Test func aRenamedStatusKeepsItsTickets() {
    let machine = machine()
    #expect(
      machine.run("workflow update --rename-status triaged=Seen", "Bug Triage").output
        == "Updated workflow Bug Triage to revision 2.\n")
    #expect(machine.run("ticket show WF-2").output.contains("Status    Seen,"))
    let run = machine.run("workflow update --rename-status Triagd=Seen", "Bug Triage")
    #expect(run.exit == .refused)
    #expect(run.messages.hasPrefix("sluice: “Triagd” is not a status of this workflow"))
    #expect(machine.run("workflow update --rename-status Seen", "Bug Triage").exit == .usage)
  }

  @Test("Names that statuses give to each other go by what the statuses were called before")
  func namesHandedOn() {
    let machine = machine()
    machine.run(
      "workflow update --rename-status New=Triaged --rename-status Triaged=Seen", "Bug Triage")
    #expect(machine.run("ticket show WF-1").output.contains("Status    Triaged,"))
    #expect(machine.run("ticket show WF-2").output.contains("Status    Seen,"))
    let swap = "workflow update --rename-status Triaged=Seen --rename-status Seen=Triaged"
    #expect(
      machine.run(swap, "Bug Triage").output
        == "Updated workflow Bug Triage to revision 3.\n")
    #expect(machine.run("ticket show WF-1").output.contains("Status    Seen,"))
    #expect(machine.run("ticket show WF-2").output.contains("Status    Triaged,"))
  }

  @Test("Tickets that would be stranded are a conflict with their statuses and counts")
  func stranded() {
    let machine = machine()
    let file = machine.folder.write(Self.shut, to: "shut.json")
    let run = machine.run("workflow update --file \(file)", "Bug Triage")
    #expect(run.exit == .conflict)
    #expect(
      run.messages == """
        sluice: Workflow “Bug Triage” has no status for tickets that stand in Triaged (1).
          next: Say where they go, for example --map 'Triaged=New'.

        """)
    let json = machine.run("workflow update --json --file \(file)", "Bug Triage")
    #expect(json.exit == .conflict)
    #expect(
      json.messages.contains(
        """
              "stranded": [
                {
                  "count": 1,
                  "from": "Triaged",
                  "project": "WF",
                  "to": null
                }
              ]
        """))
    #expect(machine.run("workflow show", "Bug Triage").output.contains("Verifying"))
  }

  @Test("Where every status left has one that could take its tickets, that is a command away")
  func suggested() {
    let run = machine().run("project update WF --workflow-id Default")
    #expect(run.exit == .conflict)
    #expect(
      run.messages == """
        sluice: Workflow “Default” has no status for tickets that stand in New (1), Triaged (1).
          next: Say where they go, for example --map 'New=Backlog' --map 'Triaged=Todo', which is what --map-suggested takes.
          run:  sluice project update WF --workflow-id Default --map-suggested --dry-run

        """)
  }

  @Test("With a mapping it is one step, which can be rehearsed")
  func mapping() {
    let machine = machine()
    let file = machine.folder.write(Self.shut, to: "shut.json")
    let line = "workflow update --file \(file) --map Triaged=New"
    #expect(
      machine.run(line + " --dry-run", "Bug Triage").output == """
        Would update workflow Bug Triage to revision 2.
          WF: 1 ticket from Triaged to New

        """)
    #expect(machine.run("ticket show WF-2").output.contains("Status    Triaged,"))
    let run = machine.run(line + " --json --yes", "Bug Triage")
    #expect(run.exit == .done)
    #expect(run.output.contains("\"dry_run\": false"))
    #expect(run.output.contains("\"revision\": 2"))
    #expect(run.output.contains("\"to\": \"New\""))
    #expect(machine.run("ticket show WF-2").output.contains("Status    New,"))
  }

  @Test("On a terminal it is asked before tickets move")
  func asking() {
    let machine = machine()
    let file = machine.folder.write(Self.shut, to: "shut.json")
    machine.columns = 80
    machine.typed = ["n", "y"]
    let line = "workflow update --file \(file) --map Triaged=New"
    let run = machine.run(line, "Bug Triage")
    #expect(run.exit == .failed)
    #expect(
      run.messages.hasPrefix(
        "WF: 1 ticket from Triaged to New\n1 ticket will move to another status. Go on? [y/N] "))
    #expect(machine.run(line, "Bug Triage").exit == .done)
  }

  @Test("An interrupt leaves no trace")
  func interrupted() {
    let machine = machine()
    let file = machine.folder.write(Self.shut, to: "shut.json")
    machine.columns = 80
    machine.isInterrupted = true
    let run = machine.run("workflow update --yes --file \(file) --map Triaged=New", "Bug Triage")
    #expect(run.exit == .interrupted)
    #expect(run.messages.hasPrefix("sluice: It was stopped before it was done"))
    #expect(machine.progress.text == "\r\u{1B}[K")
    machine.isInterrupted = false
    machine.columns = nil
    #expect(machine.run("ticket show WF-2").output.contains("Status    Triaged,"))
    #expect(machine.run("workflow show --json", "Bug Triage").output.contains("\"revision\": 1"))
  }

  @Test("Faults of a file are told by line")
  func faults() {
    let machine = machine()
    let file = machine.folder.write(
      """
      {"statuses": [{"name": "New", "category": "backlog"},
                    {"name": "Gone", "category": "done", "was": "Clozed"}]}
      """, to: "odd.json")
    let run = machine.run("workflow update --file \(file) --map-suggested", "Bug Triage")
    #expect(run.exit == .refused)
    #expect(
      run.messages.contains(
        "  \(file), line 2, statuses[1].was: “Clozed” is not a status of this workflow.\n"))
  }

  @Test func deleteAsInTheGuide() {
    let machine = machine()
    let used = machine.run("workflow delete", "Bug Triage")
    #expect(used.exit == .conflict)
    #expect(
      used.messages == """
        sluice: Workflow “Bug Triage” is used by project WF.
          next: Assign these projects another workflow first.
          run:  sluice project update WF --workflow-id none --dry-run

        """)
    #expect(
      machine.run("workflow delete --json", "Bug Triage").messages.contains(
        "\"projects\": [\n        \"WF\"\n      ]"))
    machine.run("project update WF --workflow-id none --map-suggested --yes")
    #expect(
      machine.run("workflow delete --dry-run", "Bug Triage").output
        == "Would delete workflow Bug Triage.\n")
    #expect(
      machine.run("workflow delete", "Bug Triage").output == "Deleted workflow Bug Triage.\n")
    #expect(machine.run("workflow delete", "Bug Triage").exit == .notFound)
    #expect(machine.run("workflow delete Default").exit == .conflict)
  }
}
