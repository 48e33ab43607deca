import Testing

@testable import SluiceCLI

@Suite("sluice work-item progress and custom-fields") struct WorkItemProgressTests {
  @Test("Saves what is confirmed, says what is missing, and passes once nothing is")
  func passing() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-1 --to-status Ready")
    #expect(
      machine.run("work-item progress REL-1 shaped --check goal")
        == .done(
          """
          REL-1 stays in Ready; what was confirmed is saved.
            gate “Ready to build” still asks: tick “It fits into a week”; fill “Size in days”
          """))
    #expect(
      machine.run("work-item progress REL-1 shaped --check goal")
        == .done(
          """
          REL-1 stays in Ready; nothing new was confirmed.
            gate “Ready to build” still asks: tick “It fits into a week”; fill “Size in days”
          """))
    #expect(
      machine.run("work-item progress REL-1 shaped --check small --set size=2 --dry-run")
        == .done("Dry run: REL-1 passed gate shaped: Ready → Building"))
    #expect(
      machine.run("work-item progress REL-1 shaped --check small --set size=2")
        == .done("REL-1 passed gate shaped: Ready → Building"))
  }

  @Test("Tells programs what is missing")
  func json() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-1 --to-status Ready")
    #expect(
      machine.run("work-item progress REL-1 shaped --check small --check goal --json")
        == .done(
          """
          {
            "active_agent_id": null,
            "assignee": null,
            "bound": false,
            "category": "todo",
            "change": 6,
            "created_at": "2026-03-09T14:05:00Z",
            "description": "",
            "dry_run": false,
            "due": null,
            "entered_at": "2026-03-09T14:05:00Z",
            "execution_target": "either",
            "id": "00000000-0000-4000-8000-000000000005",
            "key": "REL-1",
            "kind": "task",
            "labels": [
              "auth"
            ],
            "missing": [
              {
                "key": "shaped",
                "name": "Ready to build",
                "unmet": [
                  {
                    "key": "size",
                    "text": "fill “Size in days”",
                    "type": "field"
                  }
                ]
              }
            ],
            "priority": "High",
            "project_id": "00000000-0000-4000-8000-000000000004",
            "reporter": "ana",
            "status": "Ready",
            "ticket_number": 1,
            "title": "Login times out",
            "updated_at": "2026-03-09T14:05:00Z",
            "version": 3,
            "workflow_id": "00000000-0000-4000-8000-000000000003",
            "workflow_revision": 1
          }
          """))
  }

  @Test("Refuses a gate elsewhere, and a status that does not lie behind it")
  func refusals() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-1 --to-status Ready")
    #expect(
      machine.run("work-item progress REL-1 ready --check tests")
        == .failed(
          .refused,
          """
          sluice: Gate “Ready to check” leads out of stage Build, and the ticket is in stage Shape.
            next: Bring the ticket into stage Build first, or progress the gate of its own stage.
            run:  sluice ticket show REL-1
          """))
    #expect(
      machine.run(
        "work-item progress REL-1 shaped --check goal --check small --set size=2 --to-status Idea")
        == .failed(
          .refused,
          """
          sluice: Behind gate “Ready to build” lie Building, Blocked; name the one to go to.
            next: Repeat it with one of Building, Blocked; nothing was changed.
            run:  sluice ticket transitions REL-1
          """))
    #expect(
      machine.run(
        "work-item progress REL-1 shaped --check goal --check small --set size=2 --to-status Released"
      )
        == .failed(
          .refused,
          """
          sluice: Ready has no transition to Released, and the workflow is strict.
            next: From Ready you can go to Idea, Building, Dropped.
            run:  sluice ticket explain REL-1 --to-status Released
          """))
    #expect(
      machine.run("work-item progress REL-1 shaped --check nix")
        == .failed(
          .refused,
          """
          sluice: Gate “shaped” has no item “nix”; it has goal, small.
            next: Name one of them.
            run:  sluice ticket show REL-1
          """))
    #expect(
      machine.run("work-item progress REL-1")
        == .failed(
          .usage,
          """
          sluice: sluice work-item progress needs GATE: the key of the gate.
            next: sluice work-item progress --help
          """))
    #expect(
      machine.run("work-item progress REL-1 shaped --check nix --json")
        == .failed(
          .refused,
          """
          {
            "error": {
              "code": "VALIDATION_ERROR",
              "details": {
                "gate": "shaped",
                "item": "nix",
                "known": [
                  "goal",
                  "small"
                ],
                "rule": "UNKNOWN_ITEM"
              },
              "message": "Gate “shaped” has no item “nix”; it has goal, small.",
              "next_command": "sluice ticket show REL-1",
              "next_step": "Name one of them."
            }
          }
          """))
  }

  @Test("Custom fields are shown and given")
  func fields() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("work-item custom-fields REL-1 --set size=2.5 --set risk=low")
        == .done("REL-1: set risk=low, size=2.5."))
    #expect(
      machine.run("work-item custom-fields REL-1")
        == .done(
          """
          FIELD         TYPE    VALUE
          size          number  2.5
          root_cause    text    –
          risk          select  low
          release_date  date    –
          """))
    #expect(
      machine.run("work-item custom-fields REL-1 --json")
        == .done(
          """
          {
            "key": "REL-1",
            "values": {
              "risk": "low",
              "size": 2.5
            },
            "workflowId": "00000000-0000-4000-8000-000000000003"
          }
          """))
    #expect(
      machine.run("work-item custom-fields REL-1 --set sice=2")
        == .failed(
          .refused,
          """
          sluice: “sice” is not a field of this workflow; it has size, root_cause, risk, release_date.
            next: Did you mean “size”?
            run:  sluice work-item custom-fields REL-1
          """))
  }
}
