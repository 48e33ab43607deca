import Testing

@testable import SluiceCLI

@Suite("sluice ticket claim and release") struct ClaimTests {
  @Test("Takes a ticket and moves it in one step, for one agent")
  func claim() {
    let machine = Machine.withTeamwork()
    #expect(
      machine.run("ticket claim OPS-1 --agent-id claude-1 --dry-run")
        == .done("Dry run: OPS-1 is claimed by claude-1, in InProgress."))
    #expect(
      machine.run("ticket claim OPS-1 --agent-id claude-1")
        == .done("OPS-1 is claimed by claude-1, in InProgress."))
    #expect(
      machine.run("ticket claim OPS-1 --agent-id claude-1")
        == .done("OPS-1 is claimed by claude-1 already, in InProgress."))
    #expect(
      machine.run("ticket claim OPS-1 --agent-id bot-2")
        == .failed(
          .conflict,
          """
          sluice: OPS-1 is claimed by claude-1.
            next: Take another ticket, or have claude-1 release OPS-1.
            run:  sluice queue list --project OPS
          """))
    #expect(
      machine.run("ticket claim OPS-1 --agent-id bot-2 --json")
        == .failed(
          .conflict,
          """
          {
            "error": {
              "code": "CONFLICT",
              "details": {
                "holder": "claude-1",
                "rule": "CLAIMED",
                "ticket": "OPS-1"
              },
              "message": "OPS-1 is claimed by claude-1.",
              "next_command": "sluice queue list --project OPS",
              "next_step": "Take another ticket, or have claude-1 release OPS-1."
            }
          }
          """))
    #expect(
      machine.run("work-item claim OPS-3 --agent-id bot-2 --to-status inprogress")
        == .done("OPS-3 is claimed by bot-2, in InProgress."))
  }

  @Test("Gives programs the ticket with its agent")
  func json() {
    let machine = Machine.withTeamwork()
    #expect(
      machine.run("work-item claim OPS-3 --agent-id bot-2 --json")
        == .done(
          """
          {
            "active_agent_id": "bot-2",
            "assignee": null,
            "bound": false,
            "category": "in_progress",
            "change": 9,
            "created_at": "2026-03-09T14:05:00Z",
            "description": "",
            "dry_run": false,
            "due": null,
            "entered_at": "2026-03-09T14:05:00Z",
            "execution_target": "either",
            "id": "00000000-0000-4000-8000-00000000000c",
            "key": "OPS-3",
            "kind": "task",
            "labels": [],
            "missing": [],
            "priority": "Urgent",
            "project_id": "00000000-0000-4000-8000-000000000009",
            "reporter": "ana",
            "status": "InProgress",
            "ticket_number": 3,
            "title": "Disk is full",
            "updated_at": "2026-03-09T14:05:00Z",
            "version": 2,
            "workflow_id": "00000000-0000-4000-8000-000000000001",
            "workflow_revision": 1
          }
          """))
  }

  @Test("Refuses what no agent may take")
  func refusals() {
    let machine = Machine.withTeamwork()
    #expect(
      machine.run("ticket claim OPS-1")
        == .failed(
          .usage,
          """
          sluice: A claim needs the agent: --agent-id, or SLUICE_AGENT_ID.
            next: sluice ticket claim --help
          """))
    #expect(
      machine.run("ticket claim OPS-2 --agent-id bot-2")
        == .failed(
          .refused,
          """
          sluice: The ticket is meant to be done by a person; no agent may claim it.
            next: Set its target to either or agent first, if an agent should do it.
            run:  sluice ticket update OPS-2 --target either
          """))
    #expect(
      machine.run("ticket claim OPS-1 --agent-id bot-2 --to-status Done")
        == .failed(
          .refused,
          """
          sluice: A claim leads to a status of category in_progress (InProgress); Done is none.
            next: Name one of InProgress.
            run:  sluice ticket transitions OPS-1
          """))
    #expect(
      machine.run("ticket claim REL-1 --agent-id bot-2")
        == .failed(
          .refused,
          """
          sluice: Idea has no transition to Building, and the workflow is strict.
            next: From Idea you can go to Ready, Dropped.
            run:  sluice ticket explain REL-1 --to-status Building
          """))
    machine.run("ticket transition OPS-1 --to-status Done")
    #expect(
      machine.run("ticket claim OPS-1 --agent-id bot-2")
        == .failed(
          .refused,
          """
          sluice: The ticket is in Done, where work is over; there is nothing to claim.
            next: Move it back to where work goes on first.
            run:  sluice ticket transitions OPS-1
          """))
  }

  @Test("Release gives it back; a person may, another agent may not")
  func release() {
    let machine = Machine.withTeamwork()
    machine.run("ticket claim OPS-1 --agent-id claude-1")
    #expect(
      machine.run("ticket release OPS-1 --agent-id bot-2")
        == .failed(
          .conflict,
          """
          sluice: OPS-1 is claimed by claude-1.
            next: Take another ticket, or have claude-1 release OPS-1.
            run:  sluice queue list --project OPS
          """))
    #expect(
      machine.run("work-item release OPS-1 --agent-id claude-1")
        == .done("OPS-1 is given back by claude-1, in InProgress."))
    #expect(
      machine.run("ticket release OPS-1")
        == .done("OPS-1 is claimed by nobody."))
    machine.environment["SLUICE_AGENT_ID"] = "bot-2"
    machine.run("ticket claim OPS-1")
    machine.environment["SLUICE_AGENT_ID"] = nil
    #expect(
      machine.run("ticket release OPS-1")
        == .done("OPS-1 is given back by bot-2, in InProgress."))
    #expect(
      machine.run("ticket release OPS-9")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “OPS-9”.
            next: Project OPS has tickets up to OPS-3.
            run:  sluice ticket list --project OPS
          """))
  }
}
