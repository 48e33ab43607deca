import Testing

@testable import SluiceCLI

@Suite("sluice ticket") struct TicketVerbTests {
  @Test func createSaysTheKeyAndTheStatus() {
    let machine = Machine()
    machine.run("project create --key OPS")
    #expect(
      machine.run("ticket create", "Fix login timeout")
        == Machine.Run(exit: .done, output: "Created OPS-1 in Backlog.\n", messages: ""))
    #expect(
      machine.run("ticket create --project OPS --status Todo --title", "Second").output
        == "Created OPS-2 in Todo.\n")
  }

  @Test func aSubTaskIsMadeInTheProjectOfItsTask() {
    let machine = Machine.withTicket()
    machine.run("project create --key OPS")
    #expect(machine.run("ticket create Part --parent WF-1").output == "Created WF-1.1 in New.\n")
    #expect(
      machine.run("ticket create Part --parent WF-9")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “WF-9”.
            next: Project WF has tickets up to WF-1.
            run:  sluice ticket list --project WF
          """))
  }

  @Test func createPrintsJSONAsTheGuideDoes() {
    let machine = Machine.withTicket()
    #expect(
      machine.run("ticket create --json --title Slow --due 2026-04-01 --assignee ben").output == """
        {
          "active_agent_id": null,
          "assignee": "ben",
          "bound": false,
          "category": "backlog",
          "created_at": "2026-03-09T14:05:00Z",
          "description": "",
          "due": "2026-04-01",
          "entered_at": "2026-03-09T14:05:00Z",
          "execution_target": "either",
          "id": "\(machine.ticketID("WF-2"))",
          "key": "WF-2",
          "kind": "task",
          "labels": [],
          "priority": "Medium",
          "project_id": "\(machine.projectID("WF"))",
          "reporter": "ana",
          "status": "New",
          "ticket_number": 2,
          "title": "Slow",
          "updated_at": "2026-03-09T14:05:00Z",
          "version": 1,
          "workflow_id": "00000000-0000-4000-8000-000000000003",
          "workflow_revision": 1
        }

        """)
  }

  @Test(arguments: [
    ("ticket create", "A ticket needs a title."),
    ("ticket create --title=", "A ticket needs a title."),
    ("ticket create One --title Two", "The title was given twice."),
    (
      "ticket create One --priority hgih",
      "--priority needs one of urgent, high, medium, low, not “hgih”. Did you mean “high”?"
    ),
    (
      "ticket create One --due yesterday",
      "--due needs a day as YYYY-MM-DD, today, tomorrow, fri, +3d or +2w, not “yesterday”."
    ),
    (
      "ticket transition WF-1",
      "sluice ticket transition needs --to-status NAME: where it should go."
    ),
    (
      "ticket show nonsense",
      "“nonsense” is neither the key of a ticket, such as OPS-42, nor an id."
    ),
    ("ticket list --limit 0", "--limit needs a whole number from 1 to 500, not “0”."),
  ]) func usage(line: String, message: String) {
    let run = Machine.withTicket().run(line)
    #expect(run.exit == .usage)
    #expect(run.messages.hasPrefix("sluice: \(message)\n  next: sluice ticket"))
  }

  @Test func aTitleOfFiveHundredAndOneCharactersIsRefused() {
    let run = Machine.withTicket().run("ticket create --title", String(repeating: "é", count: 501))
    #expect(run.exit == .refused)
    #expect(
      run.messages == """
        sluice: A title has at most 500 characters, not 501.
          next: Correct the value and try again; nothing was changed.

        """)
  }

  @Test func transitionMovesAndSaysFromWhereToWhere() {
    let machine = Machine.withTicket()
    #expect(
      machine.run("ticket transition WF-1 --to-status Triaged").output == "WF-1: New → Triaged\n")
    #expect(
      machine.run("ticket transition WF-1 --to-status triaged").output
        == "WF-1 is in Triaged already.\n")
    #expect(machine.run("ticket transition 1 --project WF --to-status Fixing").exit == .done)
    #expect(
      machine.run("ticket transition --to-status Verifying", machine.ticketID("WF-1")).exit == .done
    )
  }

  @Test func transitionThatTheRulesForbidExitsWithSix() {
    let machine = Machine.withTicket()
    #expect(
      machine.run("ticket transition WF-1 --to-status Closed")
        == Machine.Run(
          exit: .refused, output: "",
          messages: """
            sluice: New has no transition to Closed, and the workflow is strict.
              next: From New you can go to Triaged, WontFix.
              run:  sluice ticket explain WF-1 --to-status Closed

            """))
    #expect(
      machine.run("ticket transition WF-1 --to-status Closed --json").messages == """
        {
          "error": {
            "code": "VALIDATION_ERROR",
            "details": {
              "allowed": [
                "Triaged",
                "WontFix"
              ],
              "from": "New",
              "rule": "NO_TRANSITION",
              "to": "Closed"
            },
            "message": "New has no transition to Closed, and the workflow is strict.",
            "next_command": "sluice ticket explain WF-1 --to-status Closed",
            "next_step": "From New you can go to Triaged, WontFix."
          }
        }

        """)
  }

  @Test func transitionOfWhatIsElsewhereByNowExitsWithFive() {
    let run = Machine.withTicket().run(
      "ticket transition WF-1 --to-status Triaged --expect-status Fixing")
    #expect(run.exit == .conflict)
  }

  @Test func aTicketThatIsNotThereExitsWithThree() {
    let run = Machine.withTicket().run("ticket show WF-7")
    #expect(run.exit == .notFound)
    #expect(run.messages.hasPrefix("sluice: There is no ticket “WF-7”."))
  }

  @Test func showSaysWhatItIsAndWhereItMayGo() {
    let machine = Machine.withTicket()
    machine.clock = "2026-03-11T15:05:00Z"
    #expect(
      machine.run("ticket show wf-1").output == """
        WF-1  Fix login timeout

        Status    New, for 2d
        Workflow  Bug Triage, strict
        Priority  High
        Assignee  nobody
        Reporter  ana
        Labels    auth, bug
        Created   2026-03-09T14:05:00Z
        Updated   2026-03-09T14:05:00Z

        Users report session expiring too early

        Moves
          → Triaged
          → WontFix
          · Fixing     New has no transition to Fixing, and the workflow is strict.
          · Verifying  New has no transition to Verifying, and the workflow is strict.
          · Closed     New has no transition to Closed, and the workflow is strict.

        """)
  }

  @Test func listAlignsAndCutsToTheTerminal() {
    let machine = Machine.withTicket()
    machine.clock = "2026-03-09T16:05:00Z"
    machine.run("ticket create --assignee 李娜 --priority low", "文字化け in the CSV export")
    #expect(
      machine.run("ticket list").output == """
        KEY   STATUS  PRIORITY  ASSIGNEE  AGE  TITLE
        WF-2  New     Low       李娜      now  文字化け in the CSV export
        WF-1  New     High      –          2h  Fix login timeout

        """)
    machine.columns = 55
    #expect(
      machine.run("ticket list").output == """
        KEY   STATUS  PRIORITY  ASSIGNEE  AGE  TITLE
        WF-2  New     Low       李娜      now  文字化け in the…
        WF-1  New     High      –          2h  Fix login timeo…

        """)
  }

  @Test func listFiltersByEverythingItOffers() {
    let machine = Machine.withTicket()
    machine.run(
      "ticket create --assignee ana --priority low --label ui", "Typo in the welcome mail")
    machine.run("ticket transition WF-2 --to-status Triaged")
    func keys(_ line: String) -> [Substring] {
      machine.run(line).output.split(separator: "\n").dropFirst().compactMap {
        $0.split(separator: " ").first
      }
    }
    #expect(keys("ticket list") == ["WF-2", "WF-1"])
    #expect(keys("ticket list --status Triaged") == ["WF-2"])
    #expect(keys("ticket list --assignee me") == ["WF-2"])
    #expect(keys("ticket list --assignee none") == ["WF-1"])
    #expect(keys("ticket list --label bug --label auth") == ["WF-1"])
    #expect(keys("ticket list --label bug --label ui") == [])
    #expect(keys("ticket list --priority high") == ["WF-1"])
    #expect(keys("ticket list --search welc") == ["WF-2"])
  }

  @Test func listGoesOnWhereThePageBeforeEnded() {
    let machine = Machine.withTicket()
    machine.run("ticket create Second")
    let first = machine.run("ticket list --limit 1 --json").output
    let cursor =
      first.split(separator: "\"next_cursor\": \"").last?.split(separator: "\"").first ?? ""
    #expect(first.contains("\"has_more\": true"))
    #expect(first.contains("\"key\": \"WF-2\""))
    let second = machine.run("ticket list --limit 1 --json --cursor \(cursor)").output
    #expect(second.contains("\"has_more\": false"))
    #expect(second.contains("\"next_cursor\": null"))
    #expect(second.contains("\"key\": \"WF-1\""))
    #expect(machine.run("ticket list --cursor nonsense").exit == .usage)
  }

  @Test func anEmptyListSucceeds() {
    let machine = Machine()
    machine.run("project create --key OPS")
    #expect(
      machine.run("ticket list") == Machine.Run(exit: .done, output: "", messages: "No tickets.\n"))
    #expect(
      machine.run("ticket list --json").output == """
        {
          "has_more": false,
          "items": [],
          "next_cursor": null
        }

        """)
  }

  @Test func withSeveralProjectsOneMustBeNamed() {
    let machine = Machine.withTicket()
    machine.run("project create --key OPS")
    #expect(
      machine.run("ticket list")
        == Machine.Run(
          exit: .usage, output: "",
          messages: """
            sluice: There are several projects (OPS, WF); name one.
              next: sluice ticket list --project OPS

            """))
  }
}
