import Testing

@testable import SluiceCLI

@Suite("sluice work-item agent-context") struct AgentContextTests {
  @Test("Tells goal, exits, blocked exits and fields")
  func text() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-1 --to-status Ready")
    #expect(
      machine.run("work-item agent-context REL-1")
        == .done(
          """
          REL-1  Login times out
          Ready

          Goal
            Satisfy gate “Ready to build”: tick “The goal is written down”; tick “It fits into a week”; fill “Size in days”.

          Exits
            → Idea
            → Dropped
            · Building   Ready → Building waits for gate “Ready to build”: 3 of 3 left.
            · Blocked    Ready has no transition to Blocked, and the workflow is strict.
            · Reviewing  Ready has no transition to Reviewing, and the workflow is strict.
            · Staging    Ready has no transition to Staging, and the workflow is strict.
            · Released   Ready has no transition to Released, and the workflow is strict.

          Fields
            [ ] size  Size in days: needs a number
          """))
    machine.run("work-item progress REL-1 shaped --check goal --check small --set size=2")
    machine.run("ticket claim REL-1 --agent-id claude-1")
    #expect(
      machine.run("work-item agent-context REL-1")
        == .done(
          """
          REL-1  Login times out
          Building, claimed by claude-1

          Goal
            Satisfy gate “Ready to check”: tick “Tests cover the change”; tick “Changelog entry written”; accept “I ran it on staging.”; fill “Root cause”.

          Exits
            → Ready
            → Blocked
            · Idea       Building has no transition to Idea, and the workflow is strict.
            · Reviewing  Building → Reviewing waits for gate “Ready to check”: 4 of 4 left.
            · Staging    Building has no transition to Staging, and the workflow is strict.
            · Released   Building has no transition to Released, and the workflow is strict.
            · Dropped    Building has no transition to Dropped, and the workflow is strict.

          Fields
            [ ] root_cause  Root cause: needs a text
          """))
  }

  @Test("Shows which gates an exit passes")
  func passing() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-1 --to-status Ready")
    machine.run("ticket tick REL-1 shaped/goal")
    machine.run("ticket tick REL-1 shaped/small")
    machine.run("ticket set REL-1 size=2")
    #expect(
      machine.run("work-item agent-context REL-1")
        == .done(
          """
          REL-1  Login times out
          Ready

          Goal
            Pass gate “Ready to build” out of Ready.

          Exits
            → Idea
            → Building, passing gate “Ready to build”
            → Dropped
            · Blocked    Ready has no transition to Blocked, and the workflow is strict.
            · Reviewing  Ready has no transition to Reviewing, and the workflow is strict.
            · Staging    Ready has no transition to Staging, and the workflow is strict.
            · Released   Ready has no transition to Released, and the workflow is strict.

          Fields
            [x] size  Size in days: 2
          """))
  }

  @Test("Gives programs everything by name")
  func json() {
    let machine = Machine.withReleases()
    machine.run("workflow create --file", machine.folder.write(Short.definition, to: "short.json"))
    machine.run("ticket create -p REL --workflow-id Short", "Try it")
    #expect(
      machine.run("work-item agent-context REL-3 --json")
        == .done(
          """
          {
            "activeAgentId": null,
            "allowedExits": [
              {
                "category": "cancelled",
                "stage": "cancelled",
                "stageGates": [],
                "status": "Never",
                "warnings": []
              }
            ],
            "blockedExits": [
              {
                "category": "done",
                "code": "GATE_UNMET",
                "details": {
                  "from": "Open",
                  "gates": [
                    {
                      "key": "over",
                      "name": "Over",
                      "unmet": [
                        {
                          "key": "told",
                          "text": "tick “All know”",
                          "type": "checklist"
                        },
                        {
                          "text": "accept “I saw it work.”",
                          "type": "acknowledgment"
                        },
                        {
                          "key": "why",
                          "text": "fill “Why”",
                          "type": "field"
                        }
                      ]
                    }
                  ],
                  "rule": "GATE_UNMET",
                  "to": "Shut"
                },
                "nextStep": "Still to do: tick “All know”; accept “I saw it work.”; fill “Why”.",
                "reason": "Open → Shut waits for gate “Over”: 3 of 3 left.",
                "stage": "done",
                "status": "Shut"
              }
            ],
            "currentGoal": "Satisfy gate “Over”: tick “All know”; accept “I saw it work.”; fill “Why”.",
            "executionTarget": "either",
            "key": "REL-3",
            "requiredFields": [
              {
                "key": "why",
                "name": "Why",
                "options": [
                  "fixed",
                  "gone"
                ],
                "required": true,
                "satisfied": false,
                "stageGates": [
                  "over"
                ],
                "type": "select",
                "value": null
              }
            ],
            "status": "Open",
            "title": "Try it"
          }
          """))
    #expect(
      machine.run("work-item agent-context REL-9 --json")
        == .failed(
          .notFound,
          """
          {
            "error": {
              "code": "NOT_FOUND",
              "details": {},
              "message": "There is no ticket “REL-9”.",
              "next_command": "sluice ticket list --project REL",
              "next_step": "Project REL has tickets up to REL-3."
            }
          }
          """))
  }

  @Test("Where any move is allowed, the goal names those that lead on")
  func goal() {
    let machine = Machine.withReleases()
    machine.run("project create --key OPS")
    machine.run("ticket create -p OPS --status InReview", "Rotate the keys")
    #expect(
      machine.run("work-item agent-context OPS-1")
        == .done(
          """
          OPS-1  Rotate the keys
          InReview

          Goal
            Finish InReview and go on to Done.

          Exits
            → Backlog
            → Todo
            → InProgress
            → Done
            → Cancelled
          """))
  }
}
