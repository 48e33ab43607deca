import Testing

@testable import SluiceCLI

@Suite("sluice workflow audit") struct WorkflowAuditTests {
  private func machine() -> Machine {
    let machine = Machine.withTicket()
    machine.run("workflow update --enforcement warn", "Bug Triage")
    machine.run("ticket create Second")
    machine.run("ticket transition WF-1 --to-status Closed")
    machine.run("ticket transition WF-2 --to-status Triaged")
    machine.run("ticket transition WF-2 --to-status Closed")
    machine.run("ticket transition WF-1 --to-status Triaged")
    machine.run("ticket transition WF-1 --to-status Closed")
    return machine
  }

  @Test func countsByStep() {
    let machine = machine()
    let text = """
      Of 5 moves in the last 30 days, strict would have refused 4.

      COUNT  FROM     TO       WHY            FOR EXAMPLE
          2  Triaged  Closed   no transition  WF-1, WF-2
          1  Closed   Triaged  no transition  WF-1
          1  New      Closed   no transition  WF-1

      """
    #expect(machine.run("workflow audit").output == text)
    #expect(machine.run("workflow audit --project WF").output == text)
    #expect(machine.run("workflow audit --workflow", "Bug Triage").output == text)
    #expect(
      machine.run("workflow audit --workflow Default --days 1").output
        == "Of 0 moves in the last day, strict would have refused none.\n")
  }

  @Test("A ticket that starts in a full status counts as what strict would have refused")
  func starts() {
    let machine = Machine.withReleases()
    machine.run("workflow update Delivery --enforcement none")
    for _ in 1...6 { machine.run("ticket create -p REL --status Building", "One more") }
    let text = """
      Of 1 move in the last 30 days, strict would have refused 1.

      COUNT  FROM  TO        WHY        FOR EXAMPLE
          1  –     Building  WIP limit  REL-8

      """
    #expect(machine.run("workflow audit").output == text)
    #expect(machine.run("workflow audit --workflow Delivery").output == text)
  }

  @Test func onlyTheLastDays() {
    let machine = machine()
    machine.clock = "2026-03-20T14:05:00Z"
    #expect(
      machine.run("workflow audit --days 7").output
        == "Of 0 moves in the last 7 days, strict would have refused none.\n")
    #expect(machine.run("workflow audit --days 0").exit == .usage)
  }

  @Test("With --workflow only moves count that were checked against it")
  func oneWorkflow() {
    let machine = Machine.withTicket()
    machine.run("workflow update --enforcement warn", "Bug Triage")
    machine.run("ticket create --workflow-id Default", "Bound elsewhere")
    machine.run("ticket transition WF-2 --to-status Todo")
    machine.run("ticket transition WF-1 --to-status Closed")
    machine.run("project create --key OPS")
    machine.run("ticket create -p OPS --workflow-id", "Bug Triage", "Bound to it")
    machine.run("ticket transition OPS-1 --to-status Verifying")
    machine.run("ticket delete OPS-1")
    machine.run("ticket create -p OPS", "Follows")
    machine.run("ticket transition OPS-2 --to-status Done")
    // From here on WF follows another workflow.
    machine.run("project update WF --workflow Default --map-suggested --yes")
    machine.run("ticket transition WF-1 --to-status Todo")
    #expect(
      machine.run("workflow audit --workflow", "Bug Triage").output == """
        Of 2 moves in the last 30 days, strict would have refused 2.

        COUNT  FROM  TO         WHY            FOR EXAMPLE
            1  New   Closed     no transition  WF-1
            1  New   Verifying  no transition  OPS-1

        """)
    let prefix = "Of 3 moves in the last 30 days"
    #expect(machine.run("workflow audit --workflow Default").output.hasPrefix(prefix))
    #expect(machine.run("workflow audit").output.hasPrefix("Of 5 moves in the last 30 days"))
    #expect(
      machine.run("workflow audit -p WF --workflow Default --json").output.contains(
        "\"moves\": 2,\n  \"project\": \"WF\""))
    #expect(machine.run("workflow audit --workflow Kanban").exit == .notFound)
  }

  @Test("A workflow is followed under all names that it had")
  func otherNames() {
    let machine = machine()
    machine.run("project update WF --workflow Default --map-suggested --yes")
    machine.run("workflow update --name Bugs", "Bug Triage")
    machine.run("workflow create --file", machine.folder.write(Self.namesake, to: "namesake.json"))
    let prefix = "Of 5 moves in the last 30 days, strict would have refused 4.\n"
    #expect(machine.run("workflow audit --workflow Bugs").output.hasPrefix(prefix))
    #expect(
      machine.run("workflow audit --workflow", "Bug Triage")
        == .done("Of 0 moves in the last 30 days, strict would have refused none."))
  }

  private static let namesake = """
    {"name": "Bug Triage", "statuses": [{"name": "Only", "category": "todo"}], "transitions": []}
    """

  @Test("A deleted project is in nobody's way, nor is one that has its key now")
  func deletedProject() {
    let machine = machine()
    machine.run("ticket delete WF-1 WF-2")
    machine.run("project delete WF --yes")
    let none = Machine.Run.done("Of 0 moves in the last 30 days, strict would have refused none.")
    #expect(machine.run("workflow audit --workflow Default") == none)
    machine.run("project create --key WF")
    machine.run("ticket create New -p WF")
    #expect(machine.run("workflow audit --workflow Default") == none)
    #expect(machine.run("workflow audit").output.hasPrefix("Of 5 moves in the last 30 days"))
  }

  @Test func forPrograms() {
    let machine = machine()
    let output = machine.run("workflow audit --json --project WF").output
    #expect(
      output.hasPrefix(
        """
        {
          "days": 30,
          "findings": [
            {
              "count": 2,
              "examples": [
                "WF-1",
                "WF-2"
              ],
              "from": "Triaged",
              "rule": "NO_TRANSITION",
              "to": "Closed"
            },
        """))
    #expect(
      output.hasSuffix(
        """
          "moves": 5,
          "project": "WF",
          "refused": 4,
          "since": "2026-02-07T14:05:00Z",
          "workflow": null
        }

        """))
  }
}
