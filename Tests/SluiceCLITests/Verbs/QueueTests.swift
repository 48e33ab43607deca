import Testing

@testable import SluiceCLI

@Suite("sluice queue list") struct QueueTests {
  @Test("Lists what may be taken, the most urgent first, and what an agent has")
  func text() {
    let machine = Machine.withTeamwork()
    machine.run("ticket claim OPS-3 --agent-id claude-1")
    machine.clock = "2026-03-09T17:05:00Z"
    #expect(
      machine.run("queue list")
        == .done(
          """
          Available:
          KEY    PRIORITY  WAITS  TITLE
          REL-1  High         3h  Login times out
          REL-2  Medium       3h  Ship 4.2
          OPS-1  Medium       3h  Rotate the keys
          """))
    #expect(
      machine.run("queue list -p OPS --agent-id claude-1")
        == .done(
          """
          Available:
          KEY    PRIORITY  WAITS  TITLE
          OPS-1  Medium       3h  Rotate the keys

          Claimed by claude-1:
          KEY    PRIORITY  WAITS  TITLE
          OPS-3  Urgent       3h  Disk is full
          """))
    #expect(
      machine.run("queue list -p OPS --agent-id bot-2")
        == .done(
          """
          Available:
          KEY    PRIORITY  WAITS  TITLE
          OPS-1  Medium       3h  Rotate the keys

          Claimed by bot-2: nothing.
          """))
    #expect(
      machine.run("queue list --limit 1 --cursor nonsense")
        == .failed(
          .usage,
          """
          sluice: “nonsense” is not a cursor.
            next: Start again without a cursor.
          """))
    #expect(
      machine.run("queue list -p NIX")
        == .failed(
          .notFound,
          """
          sluice: There is no project “NIX”.
            next: There are OPS, REL.
            run:  sluice project list
          """))
  }

  @Test("The same for programs")
  func json() {
    let machine = Machine.withTeamwork()
    machine.run("ticket claim OPS-3 --agent-id claude-1")
    #expect(
      machine.run("queue list -p OPS --agent-id claude-1 --json")
        == .done(
          """
          {
            "available": [
              {
                "activeAgentId": null,
                "assignee": null,
                "createdAt": "2026-03-09T14:05:00Z",
                "customFields": {},
                "description": "",
                "domainId": "00000000-0000-4000-8000-000000000009",
                "dueDate": null,
                "executionTarget": "agent",
                "id": "00000000-0000-4000-8000-00000000000a",
                "key": "OPS-1",
                "kind": "task",
                "labels": [],
                "parentKey": null,
                "priority": "medium",
                "reporter": "ana",
                "resolution": "unresolved",
                "stage": "backlog",
                "status": "Backlog",
                "title": "Rotate the keys",
                "updatedAt": "2026-03-09T14:05:00Z",
                "version": 1,
                "workflowBound": false,
                "workflowId": "00000000-0000-4000-8000-000000000001",
                "workflowRevision": 1
              }
            ],
            "has_more": false,
            "mine": [
              {
                "activeAgentId": "claude-1",
                "assignee": null,
                "createdAt": "2026-03-09T14:05:00Z",
                "customFields": {},
                "description": "",
                "domainId": "00000000-0000-4000-8000-000000000009",
                "dueDate": null,
                "executionTarget": "either",
                "id": "00000000-0000-4000-8000-00000000000c",
                "key": "OPS-3",
                "kind": "task",
                "labels": [],
                "parentKey": null,
                "priority": "urgent",
                "reporter": "ana",
                "resolution": "unresolved",
                "stage": "in_progress",
                "status": "InProgress",
                "title": "Disk is full",
                "updatedAt": "2026-03-09T14:05:00Z",
                "version": 2,
                "workflowBound": false,
                "workflowId": "00000000-0000-4000-8000-000000000001",
                "workflowRevision": 1
              }
            ],
            "next_cursor": null
          }
          """))
    #expect(
      machine.run("queue list -p NIX --json")
        == .failed(
          .notFound,
          """
          {
            "error": {
              "code": "NOT_FOUND",
              "details": {},
              "message": "There is no project “NIX”.",
              "next_command": "sluice project list",
              "next_step": "There are OPS, REL."
            }
          }
          """))
  }
}
