import Testing

@testable import SluiceCLI

@Suite("sluice ticket delete") struct TicketDeleteTests {
  @Test("Takes it off the board until undo brings it back")
  func undone() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket delete REL-1 --dry-run")
        == .done("Dry run: Deleted REL-1."))
    #expect(
      machine.run("ticket delete REL-1")
        == .done("Deleted REL-1. “sluice undo” brings it back."))
    #expect(
      machine.run("ticket list")
        == .done(
          """
          KEY    STATUS  PRIORITY  ASSIGNEE  AGE  TITLE
          REL-2  Idea    Medium    –         now  Ship 4.2
          """))
    #expect(
      machine.run("ticket history REL-1 --limit 1")
        == .done(
          "2026-03-09T14:05:00Z  REL-1  ana  ticket.deleted  Idea → –",
          noting: "There are more: --cursor 5"))
    #expect(
      machine.run("undo REL-1")
        == .done(
          """
          REL-1: the last change is taken back, deleted → Idea.
            ticket.deleted  Idea → –
          """))
    #expect(
      machine.run("ticket delete REL-1 REL-2")
        == .done(
          """
          REL-1  deleted
          REL-2  deleted
          """, noting: "2 of 2 tickets changed."))
    #expect(
      machine.run("undo")
        == .done(
          """
          REL-1  Idea
          REL-2  Idea
          """, noting: "2 of 2 tickets changed."))
  }

  @Test("Who asks for a deleted ticket is told who deleted it, and that it can be brought back")
  func asked() {
    let machine = Machine.withReleases()
    machine.run("ticket delete REL-1")
    #expect(
      machine.run("ticket show REL-1")
        == .failed(
          .notFound,
          """
          sluice: REL-1 was deleted by ana, 2026-03-09T14:05:00Z.
            next: It can be brought back.
            run:  sluice undo REL-1
          """))
    #expect(
      machine.run("ticket show REL-1 --json")
        == .failed(
          .notFound,
          """
          {
            "error": {
              "code": "NOT_FOUND",
              "details": {
                "deleted": true,
                "deleted_at": "2026-03-09T14:05:00Z",
                "deleted_by": "ana"
              },
              "message": "REL-1 was deleted by ana, 2026-03-09T14:05:00Z.",
              "next_command": "sluice undo REL-1",
              "next_step": "It can be brought back."
            }
          }
          """))
    #expect(
      machine.run("ticket transition REL-1 REL-2 --to-status Ready")
        == .failed(
          .notFound,
          """
          sluice: 1 of 2 tickets cannot be changed, so none was. REL-1: There is no ticket “REL-1”.
            REL-1  refused: There is no ticket “REL-1”.
            next: Leave them out, or change those that can be with --keep-going.
            run:  sluice ticket transition REL-1 REL-2 --to-status Ready --keep-going
          """))
    #expect(
      machine.run("comment add REL-1", "Gone?")
        == .failed(
          .notFound,
          """
          sluice: REL-1 was deleted by ana, 2026-03-09T14:05:00Z.
            next: It can be brought back.
            run:  sluice undo REL-1
          """))
    #expect(
      machine.run("queue list -p REL")
        == .done(
          """
          Available:
          KEY    PRIORITY  WAITS  TITLE
          REL-2  Medium      now  Ship 4.2
          """))
  }

  @Test("or why it cannot")
  func kept() {
    let machine = Machine.withReleases()
    machine.run("ticket delete REL-1")
    machine.name = "ben"
    #expect(
      machine.run("ticket show REL-1")
        == .failed(
          .notFound,
          """
          sluice: REL-1 was deleted by ana, 2026-03-09T14:05:00Z.
            next: The last change of REL-1 was made by ana; who made a change takes it back.
            run:  sluice ticket history REL-1
          """))
  }

  @Test("Gives programs the ticket as it is now")
  func json() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket delete REL-2 --json")
        == .done(
          """
          {
            "active_agent_id": null,
            "assignee": null,
            "bound": false,
            "category": null,
            "change": 5,
            "created_at": "2026-03-09T14:05:00Z",
            "description": "",
            "dry_run": false,
            "due": null,
            "entered_at": "2026-03-09T14:05:00Z",
            "execution_target": "either",
            "id": "00000000-0000-4000-8000-000000000006",
            "key": "REL-2",
            "kind": "task",
            "labels": [],
            "missing": [],
            "priority": "Medium",
            "project_id": "00000000-0000-4000-8000-000000000004",
            "reporter": "ana",
            "status": null,
            "ticket_number": 2,
            "title": "Ship 4.2",
            "updated_at": "2026-03-09T14:05:00Z",
            "version": 2,
            "workflow_id": "00000000-0000-4000-8000-000000000003",
            "workflow_revision": 1
          }
          """))
    #expect(
      machine.run("work-item delete REL-1 REL-2")
        == .failed(
          .notFound,
          """
          sluice: 1 of 2 tickets cannot be changed, so none was. REL-2: There is no ticket “REL-2”.
            REL-2  refused: There is no ticket “REL-2”.
            next: Leave them out, or change those that can be with --keep-going.
            run:  sluice work-item delete REL-1 REL-2 --keep-going
          """))
    #expect(
      machine.run("ticket delete REL-9")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “REL-9”.
            next: Project REL has tickets up to REL-2.
            run:  sluice ticket list --project REL
          """))
    #expect(
      machine.run("ticket delete")
        == .failed(
          .usage,
          """
          sluice: sluice ticket delete needs a ticket, or --where with a filter.
            next: sluice ticket delete --help
          """))
  }
}
