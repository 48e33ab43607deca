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

  @Test func onlyTheLastDays() {
    let machine = machine()
    machine.clock = "2026-03-20T14:05:00Z"
    #expect(
      machine.run("workflow audit --days 7").output
        == "Of 0 moves in the last 7 days, strict would have refused none.\n")
    #expect(machine.run("workflow audit --days 0").exit == .usage)
    #expect(machine.run("workflow audit --project WF --workflow Default").exit == .usage)
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
