import Testing

@testable import SluiceCLI

@Suite("sluice work-item") struct WorkItemVerbTests {
  @Test("Speaks the other guide's words")
  func text() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("work-item create --kind task --title", "Write it down", "-p", "REL")
        == .done("Created REL-3 in Idea."))
    #expect(
      machine.run("work-item update REL-3 --priority critical")
        == .done("Updated REL-3."))
    #expect(
      machine.run("work-item get REL-3")
        == .done(
          """
          REL-3  Write it down

          Status    Idea, just now
          Workflow  Delivery, strict
          Priority  Urgent
          Assignee  nobody
          Reporter  ana
          Created   2026-03-09T14:05:00Z
          Updated   2026-03-09T14:05:00Z

          Moves
            → Ready
            → Dropped
            · Building   Idea has no transition to Building, and the workflow is strict.
            · Blocked    Idea has no transition to Blocked, and the workflow is strict.
            · Reviewing  Idea has no transition to Reviewing, and the workflow is strict.
            · Staging    Idea has no transition to Staging, and the workflow is strict.
            · Released   Idea has no transition to Released, and the workflow is strict.

          Gate “Ready to build”, Shape → Build: 0 of 3
            [ ] shaped/goal   The goal is written down
            [ ] shaped/small  It fits into a week
            [ ] size          Size in days: needs a number
          """))
    #expect(
      machine.run("work-item list -p REL --status idea")
        == .done(
          """
          KEY    STATUS  PRIORITY  ASSIGNEE  AGE  TITLE
          REL-3  Idea    Urgent    –         now  Write it down
          REL-2  Idea    Medium    –         now  Ship 4.2
          REL-1  Idea    High      –         now  Login times out
          """))
    #expect(
      machine.run("work-item create --kind tsk --title T -p REL")
        == .failed(
          .usage,
          """
          sluice: --kind needs one of project, task, sub_task, not “tsk”. Did you mean “task”?
            next: sluice work-item create --help
          """))
    #expect(
      machine.run("work-item list -p REL --status idae")
        == .failed(
          .refused,
          """
          sluice: “idae” is not a status of this workflow; it has Idea, Ready, Building, Blocked, Reviewing, Staging, Released, Dropped.
            next: Did you mean “Idea”?
            run:  sluice workflow show Delivery
          """))
    #expect(
      machine.run("work-item get REL-9")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “REL-9”.
            next: Project REL has tickets up to REL-3.
            run:  sluice ticket list --project REL
          """))
  }

  @Test("and its names in JSON")
  func json() {
    let machine = Machine.withReleases()
    machine.run("ticket set REL-1 size=2 risk=low")
    #expect(
      machine.run("work-item get REL-1 --json")
        == .done(
          """
          {
            "activeAgentId": null,
            "assignee": null,
            "createdAt": "2026-03-09T14:05:00Z",
            "customFields": {
              "risk": "low",
              "size": 2
            },
            "description": "",
            "domainId": "00000000-0000-4000-8000-000000000004",
            "dueDate": null,
            "executionTarget": "either",
            "id": "00000000-0000-4000-8000-000000000005",
            "key": "REL-1",
            "kind": "task",
            "labels": [
              "auth"
            ],
            "parentKey": null,
            "priority": "high",
            "reporter": "ana",
            "resolution": "unresolved",
            "stage": "shape",
            "status": "Idea",
            "title": "Login times out",
            "updatedAt": "2026-03-09T14:05:00Z",
            "version": 2,
            "workflowBound": false,
            "workflowId": "00000000-0000-4000-8000-000000000003",
            "workflowRevision": 1
          }
          """))
  }
}
