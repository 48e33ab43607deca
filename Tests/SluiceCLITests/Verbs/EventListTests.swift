import Testing

@testable import SluiceCLI

@Suite("sluice event list, ticket history and ticket state") struct EventListTests {
  @Test("Tells who did what, when, newest first")
  func text() {
    let machine = Machine.withTeamwork()
    machine.run("ticket claim OPS-3 --agent-id claude-1")
    machine.clock = "2026-03-10T09:00:00Z"
    machine.run("ticket transition OPS-3 --to-status Done")
    machine.run("undo")
    #expect(
      machine.run("event list -p OPS --limit 5")
        == .done(
          """
          2026-03-10T09:00:00Z  OPS-3  ana  change.undone  11  Done → InProgress
          2026-03-10T09:00:00Z  OPS-3  ana  agent.released  claude-1 → –
          2026-03-10T09:00:00Z  OPS-3  ana  ticket.moved  InProgress → Done
          2026-03-09T14:05:00Z  OPS-3  ana (claude-1)  ticket.moved  Backlog → InProgress
          2026-03-09T14:05:00Z  OPS-3  ana (claude-1)  agent.claimed  – → claude-1
          """, noting: "There are more: --cursor 9"))
    #expect(
      machine.run("event list --ticket OPS-3 --type ticket.moved --type agent.claimed")
        == .done(
          """
          2026-03-10T09:00:00Z  OPS-3  ana  ticket.moved  InProgress → Done
          2026-03-09T14:05:00Z  OPS-3  ana (claude-1)  ticket.moved  Backlog → InProgress
          2026-03-09T14:05:00Z  OPS-3  ana (claude-1)  agent.claimed  – → claude-1
          """))
    #expect(
      machine.run("event list --actor ben")
        == .done("", noting: "No events."))
    #expect(
      machine.run("event list --until 2026-03-09T14:05:01Z --type project.created")
        == .done(
          """
          2026-03-09T14:05:00Z  OPS  ana  project.created  OPS  – → Operations
          2026-03-09T14:05:00Z  REL  ana  project.created  REL  – → Releases
          """))
    #expect(
      machine.run("ticket history OPS-3 --limit 2")
        == .done(
          """
          2026-03-10T09:00:00Z  OPS-3  ana  change.undone  11  Done → InProgress
          2026-03-10T09:00:00Z  OPS-3  ana  agent.released  claude-1 → –
          """, noting: "There are more: --cursor 12"))
  }

  @Test("Keeps what a rule in mode warn had to say")
  func warning() {
    let machine = Machine.withTeamwork()
    machine.run("workflow update Delivery --enforcement warn")
    machine.run("ticket transition REL-1 --to-status Dropped")
    #expect(
      machine.run("ticket transition REL-1 --to-status Idea")
        == .done("REL-1: Dropped → Idea", noting: "warning: Dropped has no transition to Idea."))
    #expect(
      machine.run("ticket transition REL-1 --to-status Blocked")
        == .failed(
          .refused,
          """
          sluice: Idea → Blocked waits for gate “Ready to build”: 3 of 3 left.
            next: Still to do: tick “The goal is written down”; tick “It fits into a week”; fill “Size in days”.
            run:  sluice ticket show REL-1
          """))
    #expect(
      machine.run("event list --type ticket.moved")
        == .done(
          """
          2026-03-09T14:05:00Z  REL-1  ana  ticket.moved  Dropped → Idea  warning: Dropped has no transition to Idea.
          2026-03-09T14:05:00Z  REL-1  ana  ticket.moved  Idea → Dropped
          """))
  }

  @Test("Gives programs every member of an event")
  func json() {
    let machine = Machine.withTeamwork()
    #expect(
      machine.run("event list --ticket OPS-1 --json")
        == .done(
          """
          {
            "has_more": false,
            "items": [
              {
                "actor": "ana",
                "agent": null,
                "at": "2026-03-09T14:05:00Z",
                "change": 6,
                "from": null,
                "project": "OPS",
                "sequence": 6,
                "subject": "Rotate the keys",
                "ticket": "OPS-1",
                "to": "Backlog",
                "type": "ticket.created",
                "warning": null
              }
            ],
            "next_cursor": null
          }
          """))
    #expect(
      machine.run("event list --actor ben --json")
        == .done(
          """
          {
            "has_more": false,
            "items": [],
            "next_cursor": null
          }
          """))
    #expect(
      machine.run("ticket history OPS-1 --json")
        == .done(
          """
          {
            "has_more": false,
            "items": [
              {
                "actor": "ana",
                "agent": null,
                "at": "2026-03-09T14:05:00Z",
                "change": 6,
                "from": null,
                "project": "OPS",
                "sequence": 6,
                "subject": "Rotate the keys",
                "ticket": "OPS-1",
                "to": "Backlog",
                "type": "ticket.created",
                "warning": null
              }
            ],
            "next_cursor": null
          }
          """))
    #expect(
      machine.run("event list --ticket OPS-9 --json")
        == .failed(
          .notFound,
          """
          {
            "error": {
              "code": "NOT_FOUND",
              "details": {},
              "message": "There is no ticket “OPS-9”.",
              "next_command": "sluice ticket list --project OPS",
              "next_step": "Project OPS has tickets up to OPS-3."
            }
          }
          """))
  }

  @Test("Refuses what it cannot read")
  func refusals() {
    let machine = Machine.withTeamwork()
    #expect(
      machine.run("event list --since yesterday")
        == .failed(
          .usage,
          """
          sluice: --since needs a day as YYYY-MM-DD or a time as YYYY-MM-DDTHH:MM:SSZ, not “yesterday”.
            next: sluice event list --help
          """))
    #expect(
      machine.run("event list --ticket OPS-9")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “OPS-9”.
            next: Project OPS has tickets up to OPS-3.
            run:  sluice ticket list --project OPS
          """))
    #expect(
      machine.run("event list -p NIX")
        == .failed(
          .notFound,
          """
          sluice: There is no project “NIX”.
            next: There are OPS, REL.
            run:  sluice project list
          """))
    #expect(
      machine.run("ticket history OPS-9")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “OPS-9”.
            next: Project OPS has tickets up to OPS-3.
            run:  sluice ticket list --project OPS
          """))
    #expect(
      machine.run("event list --cursor nonsense")
        == .failed(
          .usage,
          """
          sluice: “nonsense” is not a cursor.
            next: Start again without a cursor.
          """))
  }

  @Test("Rebuilds a ticket as it was at a moment")
  func state() {
    let machine = Machine.withTeamwork()
    machine.run("ticket tick REL-1 shaped/goal")
    machine.run("ticket set REL-1 size=3")
    machine.clock = "2026-03-10T09:00:00Z"
    machine.run("ticket update REL-1 --assignee ben --due 2026-04-01")
    machine.run("ticket delete REL-1")
    #expect(
      machine.run("ticket state REL-1 --at 2026-03-10")
        == .done(
          """
          REL-1  Login times out

          Status    Idea
          Priority  High
          Assignee  nobody
          Labels    auth
          Fields    size=3
          Ticked    shaped/goal
          Version   3
          """))
    #expect(
      machine.run("ticket state REL-1 --at 2026-03-11")
        == .done(
          """
          REL-1  Login times out

          Status    deleted
          Priority  High
          Assignee  ben
          Due       2026-04-01
          Labels    auth
          Fields    size=3
          Ticked    shaped/goal
          Version   5
          """))
    #expect(
      machine.run("ticket state REL-1 --at 2026-03-10 --json")
        == .done(
          """
          {
            "active_agent_id": null,
            "assignee": null,
            "description": "",
            "due": null,
            "fields": {
              "size": 3
            },
            "key": "REL-1",
            "labels": [
              "auth"
            ],
            "priority": "High",
            "reporter": "ana",
            "status": "Idea",
            "ticked": [
              "shaped/goal"
            ],
            "title": "Login times out",
            "version": 3
          }
          """))
    #expect(
      machine.run("ticket state REL-1 --at 2026-03-01")
        == .failed(
          .notFound,
          """
          sluice: History does not tell what REL-1 was then.
            next: It may not have been made yet, or by an earlier version of this program.
          """))
    #expect(
      machine.run("ticket state REL-9 --at 2026-03-01")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “REL-9”.
            next: Project REL has tickets up to REL-2.
            run:  sluice ticket list --project REL
          """))
    #expect(
      machine.run("ticket state REL-1")
        == .failed(
          .usage,
          """
          sluice: sluice ticket state needs --at TIME: the moment.
            next: sluice ticket state --help
          """))
  }
}
