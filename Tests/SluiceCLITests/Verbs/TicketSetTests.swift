import Testing

@testable import SluiceCLI

@Suite("A set of tickets") struct TicketSetTests {
  @Test("Is named or found, and is one change")
  func changed() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket update REL-1 REL-2 --priority high")
        == .done(
          """
          REL-1  Idea, as it was
          REL-2  Idea
          """, noting: "1 of 2 tickets changed."))
    #expect(
      machine.run("ticket update --where label:auth --assignee me")
        == .done("REL-1  Idea", noting: "1 of 1 ticket changed."))
    #expect(
      machine.run("ticket transition --where prio>=high --in-status Idea --to-status Ready")
        == .done(
          """
          REL-2  Ready
          REL-1  Ready
          """, noting: "2 of 2 tickets changed."))
    #expect(
      machine.run("ticket update --where label:nothing --assignee me")
        == .done("", noting: "No ticket passes the filter."))
    #expect(
      machine.run("ticket transition REL-1 REL-2 --to-status Dropped --dry-run")
        == .done(
          """
          REL-1  Dropped
          REL-2  Dropped
          """, noting: "Dry run: 2 of 2 tickets would change."))
    #expect(
      machine.run("undo")
        == .done(
          """
          REL-2  Idea
          REL-1  Idea
          """, noting: "2 of 2 tickets changed."))
  }

  @Test("Tells programs of each ticket")
  func json() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket transition REL-1 REL-2 --to-status Dropped --dry-run --json")
        == .done(
          """
          {
            "change": null,
            "dry_run": true,
            "items": [
              {
                "key": "REL-1",
                "outcome": "changed",
                "status": "Dropped",
                "warnings": []
              },
              {
                "key": "REL-2",
                "outcome": "changed",
                "status": "Dropped",
                "warnings": []
              }
            ]
          }
          """))
  }

  @Test("Is changed as a whole or not at all, and says which ticket is in the way")
  func refused() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-2 --to-status Dropped")
    #expect(
      machine.run("ticket transition REL-1 REL-2 --to-status Ready")
        == .failed(
          .refused,
          """
          sluice: 1 of 2 tickets cannot be changed, so none was. REL-2: Dropped has no transition to Ready, and the workflow is strict.
            REL-2  refused: Dropped has no transition to Ready, and the workflow is strict.
            next: Leave them out, or change those that can be with --keep-going.
            run:  sluice ticket transition REL-1 REL-2 --to-status Ready --keep-going
          """))
    #expect(
      machine.run("ticket transition REL-1 REL-2 --to-status Building")
        == .failed(
          .refused,
          """
          sluice: 2 of 2 tickets cannot be changed, so none was. REL-1: Idea has no transition to Building, and the workflow is strict. And 1 more.
            REL-1  refused: Idea has no transition to Building, and the workflow is strict.
            REL-2  refused: Dropped has no transition to Building, and the workflow is strict.
            next: Leave them out, or change those that can be with --keep-going.
            run:  sluice ticket explain REL-1 --to-status Building
          """))
    #expect(
      machine.run("ticket transition REL-1 REL-9 --to-status Ready")
        == .failed(
          .notFound,
          """
          sluice: 1 of 2 tickets cannot be changed, so none was. REL-9: There is no ticket “REL-9”.
            REL-9  refused: There is no ticket “REL-9”.
            next: Leave them out, or change those that can be with --keep-going.
            run:  sluice ticket transition REL-1 REL-9 --to-status Ready --keep-going
          """))
    #expect(
      machine.run("ticket transition REL-1 REL-2 --to-status Ready --json")
        == .failed(
          .refused,
          """
          {
            "error": {
              "code": "VALIDATION_ERROR",
              "details": {
                "allowed": [],
                "from": "Dropped",
                "items": [
                  {
                    "key": "REL-1",
                    "outcome": "changed",
                    "status": "Ready",
                    "warnings": []
                  },
                  {
                    "error": {
                      "code": "NO_TRANSITION",
                      "message": "Dropped has no transition to Ready, and the workflow is strict."
                    },
                    "key": "REL-2",
                    "outcome": "refused",
                    "status": "Dropped",
                    "warnings": []
                  }
                ],
                "rule": "NO_TRANSITION",
                "to": "Ready"
              },
              "message": "1 of 2 tickets cannot be changed, so none was. REL-2: Dropped has no transition to Ready, and the workflow is strict.",
              "next_command": "sluice ticket transition REL-1 REL-2 --to-status Ready --json --keep-going",
              "next_step": "Leave them out, or change those that can be with --keep-going."
            }
          }
          """))
  }

  @Test("Each of it must be as expected")
  func expected() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-2 --to-status Ready")
    let line = "ticket transition REL-1 REL-2 --to-status Dropped --expect-status Ready"
    #expect(
      machine.run(line)
        == .failed(
          .conflict,
          """
          sluice: 1 of 2 tickets cannot be changed, so none was. REL-1: REL-1 has changed meanwhile: it is in Idea, not Ready.
            REL-1  refused: REL-1 has changed meanwhile: it is in Idea, not Ready.
            next: Leave them out, or change those that can be with --keep-going.
            run:  sluice \(line) --keep-going
          """))
    #expect(
      machine.run(line + " --keep-going")
        == .done(
          """
          REL-1  refused: REL-1 has changed meanwhile: it is in Idea, not Ready.
          REL-2  Dropped
          """, noting: "1 of 2 tickets changed."))
    #expect(
      machine.run("ticket update --where label:auth --expect-version 7 --assignee bob").exit
        == .conflict)
  }

  @Test("--in-status narrows what is found, and is refused for what is named")
  func statusOfNamed() {
    let machine = Machine.withReleases()
    #expect(
      machine.run("ticket delete REL-1 --in-status Ready --yes")
        == .failed(
          .usage,
          """
          sluice: --in-status goes with --where, not with tickets that are named.
            next: sluice ticket delete --help
          """))
    #expect(machine.run("ticket show REL-1").exit == .done)
  }

  @Test("Is changed in part with --keep-going, which fails only if nothing is changed")
  func keepGoing() {
    let machine = Machine.withReleases()
    machine.run("ticket transition REL-2 --to-status Dropped")
    #expect(
      machine.run("ticket transition REL-1 REL-2 --to-status Ready --keep-going")
        == .done(
          """
          REL-1  Ready
          REL-2  refused: Dropped has no transition to Ready, and the workflow is strict.
          """, noting: "1 of 2 tickets changed."))
    #expect(
      machine.run("ticket transition REL-1 REL-2 --to-status Ready --keep-going")
        == .failed(
          .refused,
          """
          0 of 2 tickets changed.
          sluice: 1 of 2 tickets could not be changed.
            next: REL-2: Nothing leads out of Dropped.
            run:  sluice ticket explain REL-2 --to-status Ready
          """,
          printing: """
            REL-1  Ready, as it was
            REL-2  refused: Dropped has no transition to Ready, and the workflow is strict.
            """))
    #expect(
      machine.run("ticket transition REL-1 REL-2 --to-status Ready --keep-going --json")
        == .failed(
          .refused,
          """
          {
            "error": {
              "code": "VALIDATION_ERROR",
              "details": {},
              "message": "1 of 2 tickets could not be changed.",
              "next_command": "sluice ticket explain REL-2 --to-status Ready",
              "next_step": "REL-2: Nothing leads out of Dropped."
            }
          }
          """,
          printing: """
            {
              "change": null,
              "dry_run": false,
              "items": [
                {
                  "key": "REL-1",
                  "outcome": "unchanged",
                  "status": "Ready",
                  "warnings": []
                },
                {
                  "error": {
                    "code": "NO_TRANSITION",
                    "message": "Dropped has no transition to Ready, and the workflow is strict."
                  },
                  "key": "REL-2",
                  "outcome": "refused",
                  "status": "Dropped",
                  "warnings": []
                }
              ]
            }
            """))
  }

  @Test("A filter that is empty or has a slip in it is not taken for all or for nothing")
  func unclearFilters() {
    let machine = Machine.withTeamwork()
    let empty = machine.run("ticket delete -p OPS --yes --where", "")
    #expect(empty.exit == .usage)
    #expect(
      empty.messages.contains("--where needs a filter; an empty one would take every ticket."))
    #expect(
      machine.run("ticket delete -p OPS --yes --where lable:auth")
        == .failed(
          .usage,
          """
          sluice: The filter has a fault.
            lable:auth
            ^^^^^ There is no condition “lable”. Did you mean “label”? In quotes it is looked for as text.
            next: sluice ticket delete --help
          """))
    #expect(machine.run("ticket list -p OPS --json").output.contains("OPS-3"))
  }

  @Test("A list says the status that a bound ticket has in its own workflow")
  func boundInLists() {
    let machine = Machine.withTeamwork()
    machine.run("ticket create -p OPS --workflow-id Delivery", "Ship it")
    machine.run("ticket transition OPS-4 --to-status Ready")
    let list = machine.run("ticket list -p OPS --status Ready")
    #expect(list.output.contains("OPS-4  Ready"))
    #expect(!list.output.contains("OPS-1"))
    #expect(
      machine.run("ticket list -p OPS --status Ready --json").output.contains(
        "\"category\": \"todo\""))
    #expect(machine.run("ticket list -p OPS --status Backlog").output.contains("OPS-1"))
  }

  @Test("What cannot be is refused where it is typed")
  func refusedEarly() {
    let machine = Machine.withTeamwork()
    #expect(machine.run("label add", " ", "OPS-1").messages.contains("needs a label, not “ ”"))
    #expect(
      machine.run("event list --follow --limit 2").messages.hasPrefix(
        "sluice: --limit is for pages; what --follow tells does not end."))
    #expect(
      machine.run("ticket create -p OPS --dry-run --json", "Once more").output == """
        {
          "dry_run": true,
          "key": "OPS-4"
        }

        """)
    #expect(
      machine.run("ticket show FOO-1").messages.hasSuffix("  run:  sluice project list\n"))
  }
}
