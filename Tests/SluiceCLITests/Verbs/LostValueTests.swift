import Testing

@testable import SluiceCLI

@Suite("A value that its field takes no longer") struct LostValueTests {
  @Test("Counts as missing, as the rules count it")
  func gone() {
    let machine = Machine.withReleases()
    machine.run("workflow create --file", machine.folder.write(Short.definition, to: "short.json"))
    machine.run("project create --key SHO --workflow Short")
    machine.run("ticket create -p SHO", "Try it")
    machine.run("ticket set SHO-1 why=gone")
    machine.run("ticket accept SHO-1 over")
    #expect(
      machine.run("ticket show SHO-1")
        == .done(
          """
          SHO-1  Try it

          Status    Open, just now
          Workflow  Short, strict
          Priority  Medium
          Assignee  nobody
          Reporter  ana
          Created   2026-03-09T14:05:00Z
          Updated   2026-03-09T14:05:00Z

          Moves
            → Never
            · Shut   Open → Shut waits for gate “Over”: 1 of 3 left.

          Gate “Over”, Todo → Done: 2 of 3
            [ ] over/told  All know
            [x] over       “I saw it work.”  (ana, just now)
            [x] why        Why: gone  (ana, just now)
          """))
    machine.run("field update why --workflow Short --option fixed --option moot")
    #expect(
      machine.run("ticket show SHO-1")
        == .done(
          """
          SHO-1  Try it

          Status    Open, just now
          Workflow  Short, strict
          Priority  Medium
          Assignee  nobody
          Reporter  ana
          Created   2026-03-09T14:05:00Z
          Updated   2026-03-09T14:05:00Z

          Moves
            → Never
            · Shut   Open → Shut waits for gate “Over”: 2 of 3 left.

          Gate “Over”, Todo → Done: 1 of 3
            [ ] over/told  All know
            [x] over       “I saw it work.”  (ana, just now)
            [ ] why        Why: needs one of fixed, moot, no longer “gone”
          """))
    #expect(
      machine.run("work-item agent-context SHO-1")
        == .done(
          """
          SHO-1  Try it
          Open

          Goal
            Satisfy gate “Over”: tick “All know”; fill “Why”.

          Exits
            → Never
            · Shut  Open → Shut waits for gate “Over”: 2 of 3 left.

          Fields
            [ ] why  Why: needs one of fixed, moot, no longer “gone”
          """))
    machine.run("ticket tick SHO-1 over/told")
    #expect(
      machine.run("work-item transitions SHO-1 --json")
        == .done(
          """
          {
            "allowedTransitions": [
              "Shut",
              "Never"
            ],
            "availableStageGates": [
              {
                "acknowledged": true,
                "acknowledgment": "I saw it work.",
                "checklist": [
                  {
                    "done": true,
                    "key": "told",
                    "text": "All know"
                  }
                ],
                "fromStage": "todo",
                "key": "over",
                "missing": [
                  {
                    "key": "why",
                    "text": "fill “Why”",
                    "type": "field"
                  }
                ],
                "name": "Over",
                "requiredFields": [
                  "why"
                ],
                "satisfied": false,
                "toStage": "done"
              }
            ],
            "availableTransitions": [
              "Shut",
              "Never"
            ],
            "currentStage": "todo",
            "currentStatus": "Open",
            "key": "SHO-1",
            "terminalStatuses": [
              "Shut",
              "Never"
            ]
          }
          """))
    #expect(
      machine.run("ticket show SHO-1 --json")
        == .done(
          """
          {
            "active_agent_id": null,
            "assignee": null,
            "available": [
              {
                "category": "done",
                "name": "Shut"
              },
              {
                "category": "cancelled",
                "name": "Never"
              }
            ],
            "bound": false,
            "category": "todo",
            "comments": [],
            "created_at": "2026-03-09T14:05:00Z",
            "description": "",
            "due": null,
            "entered_at": "2026-03-09T14:05:00Z",
            "execution_target": "either",
            "fields": {
              "why": "gone"
            },
            "gates": [
              {
                "from": "todo",
                "key": "over",
                "met": 2,
                "name": "Over",
                "required": 3,
                "to": "done",
                "unmet": [
                  {
                    "key": "why",
                    "text": "fill “Why”",
                    "type": "field"
                  }
                ]
              }
            ],
            "id": "00000000-0000-4000-8000-00000000000d",
            "key": "SHO-1",
            "kind": "task",
            "labels": [],
            "priority": "Medium",
            "project_id": "00000000-0000-4000-8000-00000000000c",
            "reporter": "ana",
            "status": "Open",
            "ticket_number": 1,
            "title": "Try it",
            "updated_at": "2026-03-09T14:05:00Z",
            "version": 4,
            "workflow_id": "00000000-0000-4000-8000-000000000009",
            "workflow_revision": 2
          }
          """))
    #expect(
      machine.run("ticket transition SHO-1 --to-status Shut")
        == .failed(
          .refused,
          """
          sluice: Open → Shut waits for gate “Over”: 1 of 3 left.
            next: Still to do: fill “Why”.
            run:  sluice ticket show SHO-1
          """))
  }
}
