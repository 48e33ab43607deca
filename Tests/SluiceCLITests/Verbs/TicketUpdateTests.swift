import Testing

@testable import SluiceCLI

@Suite("sluice ticket update") struct TicketUpdateTests {
  @Test("Says what became of the ticket, and whether anything did")
  func changed() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket update REL-1 --priority urgent --assignee me --due 2026-04-01")
        == .done("Updated REL-1."))
    #expect(
      machine.run("ticket update REL-1 --priority urgent")
        == .done("REL-1 is so already."))
    #expect(
      machine.run("ticket update 1 -p REL --title", "Login never ends")
        == .done("Updated REL-1."))
    #expect(
      machine.run("ticket update REL-1 --assignee none --dry-run")
        == .done("Dry run: Updated REL-1."))
    #expect(
      machine.run("ticket list")
        == .done(
          """
          KEY    STATUS  PRIORITY  ASSIGNEE  AGE  TITLE
          REL-2  Idea    Medium    –         now  Ship 4.2
          REL-1  Idea    Urgent    ana       now  Login never ends
          """))
  }

  @Test(
    "Takes a day as people say it, counted from today",
    arguments: [
      ("today", "2026-03-09"), ("tomorrow", "2026-03-10"), ("mon", "2026-03-16"),
      ("Friday", "2026-03-13"), ("+3d", "2026-03-12"), ("+2w", "2026-03-23"),
    ])
  func saidDay(text: String, day: String) {
    let machine = Machine.withReleases()
    machine.run("ticket update REL-1 --due \(text)")
    #expect(machine.run("ticket show REL-1 --json").output.contains("\"due\": \"\(day)\""))
    let made = machine.run("ticket create One -p REL --json --due \(text)")
    #expect(made.output.contains("\"due\": \"\(day)\""))
  }

  @Test(
    "A day that cannot be written down is refused",
    arguments: ["create One -p", "update 1 -p"])
  func farDay(words: String) {
    let machine = Machine.withReleases()
    let run = machine.run("ticket \(words) REL --due +2932000d")
    #expect(run.exit == .usage)
    #expect(run.messages.hasPrefix("sluice: --due needs a day as YYYY-MM-DD, today, tomorrow, "))
  }

  @Test("Gives programs the ticket, the number of the change, and what is missing")
  func json() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket update REL-1 --add-label api --remove-label auth --json")
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
              "api"
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

  @Test("Holds against what the caller believes")
  func expectation() {
    let machine = Machine.withReleases()
    machine.run("ticket update REL-1 --priority low")
    #expect(
      machine.run("ticket update REL-1 --priority high --expect-version 1")
        == .failed(
          .conflict,
          """
          sluice: REL-1 has changed meanwhile: it is at version 2, not version 1.
            next: Look at it again and repeat what still makes sense.
            run:  sluice ticket show REL-1
          """))
    #expect(
      machine.run("ticket update REL-1 --priority high --expect-version 1 --json")
        == .failed(
          .conflict,
          """
          {
            "error": {
              "code": "CONFLICT",
              "details": {
                "current": {
                  "id": "00000000-0000-4000-8000-000000000005",
                  "key": "REL-1",
                  "version": 2
                }
              },
              "message": "REL-1 has changed meanwhile: it is at version 2, not version 1.",
              "next_command": "sluice ticket show REL-1",
              "next_step": "Look at it again and repeat what still makes sense."
            }
          }
          """))
    #expect(
      machine.run("ticket update REL-1 --priority high --expect-version 2")
        == .done("Updated REL-1."))
  }

  @Test("Refuses what it cannot do, and says what would help")
  func refusals() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket update REL-1")
        == .failed(
          .usage,
          """
          sluice: sluice ticket update needs something to change.
            next: sluice ticket update --help
          """))
    #expect(
      machine.run("ticket update --priority low")
        == .failed(
          .usage,
          """
          sluice: sluice ticket update needs a ticket, or --where with a filter.
            next: sluice ticket update --help
          """))
    #expect(
      machine.run("ticket update REL-1 --where prio>=low --priority low")
        == .failed(
          .usage,
          """
          sluice: Name the tickets, or give --where; not both.
            next: sluice ticket update --help
          """))
    #expect(
      machine.run("ticket update REL-1 --due soon")
        == .failed(
          .usage,
          """
          sluice: --due needs a day as YYYY-MM-DD, today, tomorrow, fri, +3d or +2w, or none, not “soon”.
            next: sluice ticket update --help
          """))
    #expect(
      machine.run("ticket update REL-1 --title=")
        == .failed(
          .refused,
          """
          sluice: A ticket needs a title.
            next: Correct the value and try again; nothing was changed.
          """))
    #expect(
      machine.run("ticket update REL-9 --priority low")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “REL-9”.
            next: Project REL has tickets up to REL-2.
            run:  sluice ticket list --project REL
          """))
    #expect(
      machine.run("ticket update REL-9 --priority low --json")
        == .failed(
          .notFound,
          """
          {
            "error": {
              "code": "NOT_FOUND",
              "details": {},
              "message": "There is no ticket “REL-9”.",
              "next_command": "sluice ticket list --project REL",
              "next_step": "Project REL has tickets up to REL-2."
            }
          }
          """))
  }
}
