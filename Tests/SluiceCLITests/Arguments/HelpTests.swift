import Testing

@testable import SluiceCLI

@Suite("Help") struct HelpTests {
  @Test func ofTheProgram() {
    let run = Machine().run("--help")
    #expect(run.exit == .done)
    #expect(
      run.output == """
        Sluice: a keyboard-driven kanban board for the terminal.

          sluice                                     # the board of the last used project
          sluice demo                                # a board full of made-up tickets
          sluice import github issues.json           # a board from GitHub's issues
          sluice ticket list --project OPS --json    # tickets for a program

        Program:
          sluice demo                 Opens a board of made-up tickets, which is thrown away at the end.
          sluice completion           Prints what makes a shell complete the words of sluice.

        Import:
          sluice import github        Imports issues of GitHub into a project, or brings imported ones up to date.
          sluice import csv           Imports the rows of a CSV file, or brings imported ones up to date.

        Ticket:
          sluice ticket list          Lists tickets of a project, newest first.
          sluice ticket show          Shows a ticket with its gates, its moves and the newest comments.
          sluice ticket create        Adds a ticket to a project.
          sluice ticket transition    Moves a ticket to another status, as far as the workflow allows.

        Project:
          sluice project list         Lists the projects by key.
          sluice project show         Shows a project and its workflow.
          sluice project create       Adds a project, and makes the database if there is none yet.
          sluice project update       Assigns a workflow to a project, or changes its name or description.
          sluice project delete       Removes a project that has no tickets.

        Workflow:
          sluice workflow list        Lists the workflows by name.
          sluice workflow show        Shows a workflow: its stages, statuses, transitions, gates and fields.
          sluice workflow check       Tells what is not wrong in workflows but seldom meant, and what would mend it.
          sluice workflow audit       Tells what strict enforcement would have refused of the moves that were made.
          sluice workflow create      Adds a workflow from a definition in JSON.
          sluice workflow update      Changes a workflow, and takes along the tickets that follow it.
          sluice workflow delete      Removes a workflow that nothing uses.

        Field:
          sluice field list           Lists the custom fields of a workflow, or of all.
          sluice field create         Adds a custom field to a workflow.
          sluice field update         Changes a custom field of a workflow.
          sluice field delete         Takes a custom field out of a workflow.

        Provider:
          sluice provider list        Lists the assistant providers by name.
          sluice provider show        Shows an assistant provider, of its secrets only the names.
          sluice provider create      Adds an assistant provider, which agent-required stages need.
          sluice provider update      Changes an assistant provider; settings that are not named stay.
          sluice provider delete      Removes an assistant provider and its secrets.
          sluice provider test        Calls an assistant provider's endpoint and tells what came of it.

        Organization:
          sluice organization show    Shows the organization, which owns workflows and projects.
          sluice organization list    Lists the organizations; a local file has one.
          sluice organization update  Gives the organization another name.

        Options:
          --theme NAME   the colours of the board; SLUICE_THEME does the same
          --db FILE      the database; by default the one in your data folder
          --project KEY  the project, by key or id (-p)
          --json         print JSON for programs
          --help         show this help (-h)
          --version      print the version

        Exit codes:
          0    done, also when there was nothing to show
          1    failed, for example a file that cannot be imported
          2    the command line was not understood
          3    there is no such thing
          5    something changed meanwhile, or is in the way
          6    a rule refused it: a move, a value, or a definition with faults
          69   needs something that is not there, such as a terminal
          74   reading or writing failed, or the disk is full
          75   cannot be done now; try again
          77   not permitted
          78   a file or a setting is not usable
          130  stopped from the keyboard; what was not done leaves no trace

        “sluice help VERB” says more about one of them.

        """)
  }

  @Test func ofAVerbWithExamplesFirst() {
    let text = """
      Moves a ticket to another status, as far as the workflow allows.

        sluice ticket transition OPS-42 --to-status InProgress
        sluice ticket transition OPS-42 --to-status Done --expect-status InReview --json

      Usage: sluice ticket transition TICKET --to-status NAME [options]

      Arguments:
        TICKET  its key or id, or its number beside --project

      Options:
        --to-status NAME      where it should go
        --expect-status NAME  refuse with 5 if it is not in this status any more

      Options of every verb:
        --db FILE      the database; by default the one in your data folder
        --project KEY  the project, by key or id (-p)
        --json         print JSON for programs
        --help         show this help (-h)

      A move that a rule refuses exits with 6 and changes nothing; the message says what is allowed
      or still to do. Moving a ticket to where it is succeeds and changes nothing.

      """
    #expect(Machine().run("ticket transition --help").output == text)
    #expect(Machine().run("help ticket transition").output == text)
    #expect(Machine().run("-h ticket move").output == text)
  }

  @Test func ofAGroup() {
    #expect(
      Machine().run("help workflow").output == """
          sluice workflow list
          sluice workflow show Default
          sluice workflow check
          sluice workflow audit
          sluice workflow create --file ship-it.json
          sluice workflow update "Bug Triage" --name "Bug Triage v2"
          sluice workflow delete "Bug Triage"

        Verbs:
          sluice workflow list    Lists the workflows by name.
          sluice workflow show    Shows a workflow: its stages, statuses, transitions, gates and fields.
          sluice workflow check   Tells what is not wrong in workflows but seldom meant, and what would mend it.
          sluice workflow audit   Tells what strict enforcement would have refused of the moves that were made.
          sluice workflow create  Adds a workflow from a definition in JSON.
          sluice workflow update  Changes a workflow, and takes along the tickets that follow it.
          sluice workflow delete  Removes a workflow that nothing uses.

        """)
  }

  @Test func ofNothingThatExists() {
    let run = Machine().run("help ticket lst")
    #expect(run.exit == .usage)
    #expect(
      run.messages == """
        sluice: sluice ticket has no verb “lst”. Did you mean “list”?
          next: sluice help ticket

        """)
  }

  @Test("The first line of the version is the name and the number")
  func version() {
    #expect(
      Machine().run("--version") == Machine.Run(exit: .done, output: "sluice 0.1.0\n", messages: "")
    )
    #expect(Machine().run("ticket list --version").output == "sluice 0.1.0\n")
  }

  @Test("Help of every verb fits into a hundred columns")
  func width() {
    for verb in VerbTable.standard.verbs where !verb.words.isEmpty {
      let lines = Machine().run(arguments: ["help"] + verb.words).output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 100 }, "\(verb.name)")
    }
  }
}
