import Testing

@testable import SluiceCLI

@Suite("sluice ticket explain, transitions and work-item transitions") struct TicketExplainTests {
  @Test("Why not, and the way with what each step needs")
  func explain() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-1 --to-status Ready")
    machine.run("ticket tick REL-1 shaped/goal")
    #expect(
      machine.run("ticket explain REL-1 --to-status Building")
        == .done(
          """
          REL-1: Ready → Building is refused (GATE_UNMET).
            Ready → Building waits for gate “Ready to build”: 2 of 3 left.
            next: Still to do: tick “It fits into a week”; fill “Size in days”.
          The way:
            1. Building
               gate “Ready to build”: tick “It fits into a week”
               gate “Ready to build”: fill “Size in days”
          """))
    #expect(
      machine.run("ticket why REL-1 --to-status Reviewing")
        == .done(
          """
          REL-1: Ready → Reviewing is refused (NO_TRANSITION).
            Ready has no transition to Reviewing, and the workflow is strict.
            next: From Ready you can go to Idea, Building, Dropped.
          The way:
            1. Building
               gate “Ready to build”: tick “It fits into a week”
               gate “Ready to build”: fill “Size in days”
            2. Reviewing
               gate “Ready to check”: tick “Tests cover the change”
               gate “Ready to check”: tick “Changelog entry written”
               gate “Ready to check”: accept “I ran it on staging.”
               gate “Ready to check”: fill “Root cause”
          """))
    #expect(
      machine.run("ticket explain REL-1 --to-status Idea")
        == .done("REL-1: Ready → Idea is allowed."))
    #expect(
      machine.run("ticket explain REL-1 --to-status Ready")
        == .done("REL-1 is in Ready already."))
    machine.run("ticket transition REL-2 --to-status Dropped")
    #expect(
      machine.run("ticket explain REL-2 --to-status Idea")
        == .done(
          """
          REL-2: Dropped → Idea is refused (NO_TRANSITION).
            Dropped has no transition to Idea, and the workflow is strict.
            next: Nothing leads out of Dropped.
          No way leads to Idea.
          """))
    #expect(
      machine.run("ticket explain REL-1 --to-status Relaesed")
        == .failed(
          .refused,
          """
          sluice: “Relaesed” is not a status of this workflow; it has Idea, Ready, Building, Blocked, Reviewing, Staging, Released, Dropped.
            next: Did you mean “Released”?
            run:  sluice ticket transitions REL-1
          """))
    #expect(
      machine.run("ticket explain REL-1")
        == .failed(
          .usage,
          """
          sluice: sluice ticket explain needs --to-status NAME: where it should go.
            next: sluice ticket explain --help
          """))
  }

  @Test("The same for programs")
  func explainJSON() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-1 --to-status Ready")
    #expect(
      machine.run("ticket explain REL-1 --to-status Building --json")
        == .done(
          """
          {
            "allowed": false,
            "details": {
              "from": "Ready",
              "gates": [
                {
                  "key": "shaped",
                  "name": "Ready to build",
                  "unmet": [
                    {
                      "key": "goal",
                      "text": "tick “The goal is written down”",
                      "type": "checklist"
                    },
                    {
                      "key": "small",
                      "text": "tick “It fits into a week”",
                      "type": "checklist"
                    },
                    {
                      "key": "size",
                      "text": "fill “Size in days”",
                      "type": "field"
                    }
                  ]
                }
              ],
              "rule": "GATE_UNMET",
              "to": "Building"
            },
            "from": "Ready",
            "key": "REL-1",
            "message": "Ready → Building waits for gate “Ready to build”: 3 of 3 left.",
            "next_step": "Still to do: tick “The goal is written down”; tick “It fits into a week”; fill “Size in days”.",
            "path": [
              {
                "needs": [
                  {
                    "key": "shaped",
                    "name": "Ready to build",
                    "unmet": [
                      {
                        "key": "goal",
                        "text": "tick “The goal is written down”",
                        "type": "checklist"
                      },
                      {
                        "key": "small",
                        "text": "tick “It fits into a week”",
                        "type": "checklist"
                      },
                      {
                        "key": "size",
                        "text": "fill “Size in days”",
                        "type": "field"
                      }
                    ]
                  }
                ],
                "obstacle": null,
                "status": "Building"
              }
            ],
            "rule": "GATE_UNMET",
            "to": "Building",
            "warnings": []
          }
          """))
    #expect(
      machine.run("ticket explain REL-1 --to-status Idea --json")
        == .done(
          """
          {
            "allowed": true,
            "details": {},
            "from": "Ready",
            "key": "REL-1",
            "message": null,
            "next_step": null,
            "path": [
              {
                "needs": [],
                "obstacle": null,
                "status": "Idea"
              }
            ],
            "rule": null,
            "to": "Idea",
            "warnings": []
          }
          """))
    #expect(
      machine.run("ticket explain REL-1 --to-status Relaesed --json")
        == .failed(
          .refused,
          """
          {
            "error": {
              "code": "VALIDATION_ERROR",
              "details": {
                "known": [
                  "Idea",
                  "Ready",
                  "Building",
                  "Blocked",
                  "Reviewing",
                  "Staging",
                  "Released",
                  "Dropped"
                ],
                "rule": "UNKNOWN_STATUS",
                "status": "Relaesed"
              },
              "message": "“Relaesed” is not a status of this workflow; it has Idea, Ready, Building, Blocked, Reviewing, Staging, Released, Dropped.",
              "next_command": "sluice ticket transitions REL-1",
              "next_step": "Did you mean “Released”?"
            }
          }
          """))
  }

  @Test("Transitions tell which of them can be taken now")
  func transitions() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-1 --to-status Ready")
    #expect(
      machine.run("ticket transitions REL-1")
        == .done(
          """
          STATUS    NOW
          Idea      allowed
          Building  Ready → Building waits for gate “Ready to build”: 3 of 3 left.
          Dropped   allowed
          """))
    #expect(
      machine.run("ticket transitions REL-1 --json")
        == .done(
          """
          {
            "available": [
              {
                "category": "backlog",
                "name": "Idea"
              },
              {
                "category": "in_progress",
                "name": "Building"
              },
              {
                "category": "cancelled",
                "name": "Dropped"
              }
            ],
            "current_status": "Ready"
          }
          """))
    #expect(
      machine.run("ticket transitions REL-9")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “REL-9”.
            next: Project REL has tickets up to REL-2.
            run:  sluice ticket list --project REL
          """))
  }

  @Test("Work-item transitions tell the gates ahead")
  func workItem() {
    let machine = Machine.withReleases()
    machine.run("ticket tick REL-1 shaped/goal")
    #expect(
      machine.run("work-item transitions REL-1 --json")
        == .done(
          """
          {
            "allowedTransitions": [
              "Ready",
              "Dropped"
            ],
            "availableStageGates": [
              {
                "acknowledged": true,
                "acknowledgment": null,
                "checklist": [
                  {
                    "done": true,
                    "key": "goal",
                    "text": "The goal is written down"
                  },
                  {
                    "done": false,
                    "key": "small",
                    "text": "It fits into a week"
                  }
                ],
                "fromStage": "shape",
                "key": "shaped",
                "missing": [
                  {
                    "key": "small",
                    "text": "tick “It fits into a week”",
                    "type": "checklist"
                  },
                  {
                    "key": "size",
                    "text": "fill “Size in days”",
                    "type": "field"
                  }
                ],
                "name": "Ready to build",
                "requiredFields": [
                  "size"
                ],
                "satisfied": false,
                "toStage": "build"
              }
            ],
            "availableTransitions": [
              "Ready",
              "Dropped"
            ],
            "currentStage": "shape",
            "currentStatus": "Idea",
            "key": "REL-1",
            "terminalStatuses": [
              "Released",
              "Dropped"
            ]
          }
          """))
  }

  @Test(
    "A ticket's page names what its gate asks for as the verbs of gates do, with who did it and when"
  )
  func page() {
    let machine = Machine.withReleases()
    machine.run("ticket tick REL-1 shaped/goal")
    machine.clock = "2026-03-11T14:05:00Z"
    machine.run("ticket set REL-1 size=3")
    #expect(
      machine.run("ticket show REL-1")
        == .done(
          """
          REL-1  Login times out

          Status    Idea, for 2d
          Workflow  Delivery, strict
          Priority  High
          Assignee  nobody
          Reporter  ana
          Labels    auth
          Created   2026-03-09T14:05:00Z
          Updated   2026-03-11T14:05:00Z

          Moves
            → Ready
            → Dropped
            · Building   Idea has no transition to Building, and the workflow is strict.
            · Blocked    Idea has no transition to Blocked, and the workflow is strict.
            · Reviewing  Idea has no transition to Reviewing, and the workflow is strict.
            · Staging    Idea has no transition to Staging, and the workflow is strict.
            · Released   Idea has no transition to Released, and the workflow is strict.

          Gate “Ready to build”, Shape → Build: 2 of 3
            [x] shaped/goal   The goal is written down  (ana, 2d ago)
            [ ] shaped/small  It fits into a week
            [x] size          Size in days: 3  (ana, just now)
          """))
  }
}
