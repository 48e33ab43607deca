import Testing

@testable import SluiceCLI

@Suite("sluice ticket tick, accept and set") struct TicketGateTests {
  @Test("Tick and clear an item")
  func tick() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket tick REL-1 shaped/goal")
        == .done("REL-1: ticked shaped/goal."))
    #expect(
      machine.run("ticket tick REL-1 shaped/goal")
        == .done("REL-1 is so already."))
    #expect(
      machine.run("ticket tick REL-1 shaped/goal --off --dry-run")
        == .done("Dry run: REL-1: cleared shaped/goal."))
    #expect(
      machine.run("ticket tick REL-1 shaped/goal --off")
        == .done("REL-1: cleared shaped/goal."))
  }

  @Test("An item or a gate that there is none of")
  func unknown() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket tick REL-1 shaped")
        == .failed(
          .usage,
          """
          sluice: An item is named with its gate: GATE/ITEM, not “shaped”.
            next: sluice ticket show REL-1
          """))
    #expect(
      machine.run("ticket tick REL-1 shaped/gaol")
        == .failed(
          .refused,
          """
          sluice: Gate “shaped” has no item “gaol”; it has goal, small.
            next: Did you mean “goal”?
            run:  sluice ticket show REL-1
          """))
    #expect(
      machine.run("ticket tick REL-1 shapd/goal")
        == .failed(
          .refused,
          """
          sluice: “shapd” is not a gate of this workflow; it has shaped, ready, release.
            next: Did you mean “shaped”?
            run:  sluice ticket show REL-1
          """))
    #expect(
      machine.run("ticket tick REL-1 shapd/goal --json")
        == .failed(
          .refused,
          """
          {
            "error": {
              "code": "VALIDATION_ERROR",
              "details": {
                "gate": "shapd",
                "known": [
                  "shaped",
                  "ready",
                  "release"
                ],
                "rule": "UNKNOWN_GATE"
              },
              "message": "“shapd” is not a gate of this workflow; it has shaped, ready, release.",
              "next_command": "sluice ticket show REL-1",
              "next_step": "Did you mean “shaped”?"
            }
          }
          """))
    #expect(
      machine.run("ticket tick REL-9 shaped/goal")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “REL-9”.
            next: Project REL has tickets up to REL-2.
            run:  sluice ticket list --project REL
          """))
  }

  @Test("Accept the text of a gate, and take that back")
  func accept() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket accept REL-1 ready")
        == .done("REL-1: the text of gate ready is accepted."))
    #expect(
      machine.run("ticket accept REL-1 ready")
        == .done("REL-1 is so already."))
    #expect(
      machine.run("ticket accept REL-1 ready --off")
        == .done("REL-1: the text of gate ready is accepted no more."))
    #expect(
      machine.run("ticket accept REL-1 shaped")
        == .failed(
          .refused,
          """
          sluice: Gate “shaped” has no text to accept.
            next: Tick its items or give its fields instead.
            run:  sluice ticket show REL-1
          """))
    #expect(
      machine.run("ticket accept REL-1 nix")
        == .failed(
          .refused,
          """
          sluice: “nix” is not a gate of this workflow; it has shaped, ready, release.
            next: Name one of them.
            run:  sluice ticket show REL-1
          """))
  }

  @Test("Give fields values, and empty them")
  func set() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket set REL-1 size=3 risk=low")
        == .done("REL-1: set risk=low, size=3."))
    #expect(
      machine.run("ticket set REL-1 size=3")
        == .done("REL-1 is so already."))
    #expect(
      machine.run("ticket set REL-1 size= risk=high")
        == .done("REL-1: set risk=high; emptied size."))
    #expect(
      machine.run("ticket set REL-1 risk= --dry-run")
        == .done("Dry run: REL-1: emptied risk."))
    #expect(
      machine.run("ticket set REL-1 size")
        == .failed(
          .usage,
          """
          sluice: A field is given as FIELD=VALUE, not “size”.
            next: sluice ticket set --help
          """))
    #expect(
      machine.run("ticket set REL-1 sice=3")
        == .failed(
          .refused,
          """
          sluice: “sice” is not a field of this workflow; it has size, root_cause, risk, release_date.
            next: Did you mean “size”?
            run:  sluice work-item custom-fields REL-1
          """))
    #expect(
      machine.run("ticket set REL-1 risk=huge")
        == .failed(
          .refused,
          """
          sluice: Risk needs one of low, medium, high, not “huge”.
            next: Correct the value and try again; nothing was changed.
          """))
    #expect(
      machine.run("ticket set REL-1 risk=huge --json")
        == .failed(
          .refused,
          """
          {
            "error": {
              "code": "VALIDATION_ERROR",
              "details": {
                "attribute": "risk",
                "rule": "INVALID_VALUE"
              },
              "message": "Risk needs one of low, medium, high, not “huge”.",
              "next_command": null,
              "next_step": "Correct the value and try again; nothing was changed."
            }
          }
          """))
  }

  @Test("Programs get the ticket")
  func json() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket tick REL-1 shaped/goal --json")
        == .done(
          """
          {
            "active_agent_id": null,
            "assignee": null,
            "bound": false,
            "category": "backlog",
            "change": 5,
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
            "missing": [],
            "priority": "High",
            "project_id": "00000000-0000-4000-8000-000000000004",
            "reporter": "ana",
            "status": "Idea",
            "ticket_number": 1,
            "title": "Login times out",
            "updated_at": "2026-03-09T14:05:00Z",
            "version": 2,
            "workflow_id": "00000000-0000-4000-8000-000000000003",
            "workflow_revision": 1
          }
          """))
  }
}
