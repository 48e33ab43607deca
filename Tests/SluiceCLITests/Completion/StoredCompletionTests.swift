import Testing

@testable import SluiceCLI

@Suite("Completion of what is stored") struct StoredCompletionTests {
  /// Projects `WF` on Bug Triage with a ticket, and `OPS` on Default with forty-five.
  private static func machine() -> Machine {
    let machine = Machine.withTicket()
    machine.run("project create --key OPS --name Operations")
    let rows = (1...45).map { "Ticket \($0),\"area:db,area:web\",ben\n" }.joined()
    let file = machine.folder.write("title,labels,assignee\n" + rows, to: "tickets.csv")
    machine.run("import csv --project OPS \(file)")
    return machine
  }

  @Test("Keys of tickets by what they begin with")
  func tickets() {
    let machine = Self.machine()
    #expect(
      machine.offers("ticket show OPS-4") == [
        "OPS-4", "OPS-40", "OPS-41", "OPS-42", "OPS-43", "OPS-44", "OPS-45",
      ])
    #expect(machine.offers("ticket show ops-45") == ["OPS-45"])
    #expect(machine.offers("ticket show OPS-46") == [])
    #expect(machine.offers("ticket show OPS-04") == [])
    #expect(machine.offers("ticket show W") == ["WF-1"])
    #expect(machine.answers("ticket show W") == ["WF-1\tFix login timeout"])
    #expect(machine.offers("ticket show NO-") == [])
  }

  @Test("Sub-tasks stand behind their task, and behind a dot alone")
  func subTasks() {
    let machine = Self.machine()
    for title in ["One", "Two", "Three"] {
      machine.run("ticket create --parent OPS-42", title)
    }
    #expect(
      machine.offers("ticket show OPS-42") == ["OPS-42", "OPS-42.1", "OPS-42.2", "OPS-42.3"])
    machine.run("ticket delete OPS-42.2")
    #expect(
      machine.answers("ticket show ops-42.") == ["OPS-42.1\tOne", "OPS-42.3\tThree"])
    #expect(machine.offers("ticket show OPS-42.3") == ["OPS-42.3"])
    #expect(machine.offers("ticket show OPS-42.1.") == [])
    #expect(machine.offers("ticket show OPS-41.") == [])
    #expect(
      machine.offers("ticket transition OPS-42.1 --to-status D") == ["Done"])
  }

  @Test("What stands behind -- is an operand, and completed as one")
  func operands() {
    let machine = Self.machine()
    #expect(machine.offers("ticket show -- W") == ["WF-1"])
    #expect(machine.offers("ticket transition --to-status Done -- OPS-1 W") == ["WF-1"])
    #expect(machine.offers("ticket show -- WF-1 ") == [])
    #expect(machine.offers("label add -p WF -- a") == ["auth"])
  }

  @Test("Names with blanks are offered whole, by what they begin with in any case")
  func blanks() {
    let machine = Machine()
    let file = machine.folder.write(
      """
      {"name": "Two words", "statuses": [{"name": "To do", "category": "todo"},
        {"name": "In review", "category": "in_review"}, {"name": "In the end", "category": "done"}],
       "transitions": [{"from": "To do", "to": "In review"}, {"from": "In review", "to": "In the end"}]}
      """, to: "words.json")
    machine.run("workflow create --file \(file)")
    machine.run("project create --key TW --workflow", "Two words")
    machine.run("ticket create", "Try it")
    #expect(machine.offers("ticket list -p TW --status", "in ") == ["In review", "In the end"])
    #expect(
      machine.offers("ticket list -p TW --status=In") == [
        "--status=In review", "--status=In the end",
      ])
    #expect(
      machine.offers("ticket transition TW-1 --to-status", "i") == ["In review", "In the end"])
    #expect(machine.offers("workflow show", "two w") == ["Two words"])
    #expect(
      machine.run(arguments: [
        "complete", "--bash", "--", "sluice ticket transition TW-1 --to-status In", "In",
      ])
      .output == "In\\ review\nIn\\ the\\ end\n")
    #expect(
      machine.run(
        arguments: [
          "complete", "--bash", "--", "sluice ticket transition TW-1 --to-status \"In r", "In r",
        ])
        .output == "In review\n")
  }

  @Test("Items of gates are offered with their gate")
  func items() {
    let machine = Machine.withReleases()
    #expect(
      machine.answers("ticket tick REL-1 sh") == [
        "shaped/goal\tThe goal is written down", "shaped/small\tIt fits into a week",
      ])
    #expect(machine.offers("ticket accept REL-1 re") == ["ready", "release"])
  }

  @Test("The newest first, of the project that was named before the others, and fifty at most")
  func newest() {
    let machine = Self.machine()
    #expect(machine.offers("ticket show OPS-").prefix(2) == ["OPS-45", "OPS-44"])
    #expect(machine.offers("ticket show --project WF ").prefix(2) == ["WF-1", "OPS-45"])
    machine.run("import csv --project OPS", "\(machine.folder.path)/tickets.csv")
    let file = machine.folder.write(
      "title\n" + (1...60).map { "More \($0)\n" }.joined(), to: "more.csv")
    machine.run("import csv --project OPS \(file)")
    #expect(machine.offers("ticket show O").count == 50)
  }

  @Test("Projects, workflows, labels and people")
  func names() {
    let machine = Self.machine()
    #expect(machine.answers("ticket list -p ") == ["OPS\tOperations", "WF\tWorkflow Demo"])
    #expect(machine.offers("ticket list -po") == ["-pOPS"])
    #expect(machine.offers("project update w") == ["WF"])
    #expect(machine.answers("workflow show b") == ["Bug Triage\tstrict"])
    #expect(machine.offers("ticket list -p OPS --label ar") == ["area:db", "area:web"])
    #expect(machine.offers("ticket list -p WF --label ") == ["auth", "bug"])
    #expect(machine.offers("ticket create x --project OPS --assignee B") == ["ben"])
  }

  @Test(
    "Statuses of the workflow that the line is about",
    arguments: [
      (
        "ticket list -p OPS --status ",
        ["Backlog", "Todo", "InProgress", "InReview", "Done", "Cancelled"]
      ),
      (
        "ticket list -p WF --status ",
        ["New", "Triaged", "Fixing", "Verifying", "Closed", "WontFix"]
      ),
      ("ticket list --status ", []),
      ("ticket transition WF-1 --expect-status n", ["New"]),
    ]) func statuses(line: String, offers: [String])
  {
    #expect(Self.machine().offers(line) == offers)
  }

  @Test("Where a ticket goes, only what its workflow allows")
  func moves() {
    let machine = Self.machine()
    #expect(
      machine.answers("ticket transition WF-1 --to-status ") == [
        "Triaged\tTodo", "WontFix\tCancelled",
      ])
    #expect(
      machine.offers("ticket transition OPS-1 --to-status=In") == [
        "--to-status=InProgress", "--to-status=InReview",
      ])
  }

  @Test("Looks into the database that the line names")
  func otherDatabase() {
    let machine = Machine()
    machine.run("project create --key TEAM --db", "\(machine.folder.path)/team.db")
    #expect(machine.offers("--db \(machine.folder.path)/team.db ticket list -p ") == ["TEAM"])
    #expect(machine.offers("--db ~/team.db ticket list -p ") == ["TEAM"])
    #expect(machine.offers("ticket list -p ") == [])
  }

  @Test("What hides something is not offered, and what is told of it is made visible")
  func hostile() {
    let machine = Machine.withTicket()
    machine.run(
      "ticket create --label", "a\u{1B}[2Jb", "--label", "a\u{202E}c", "--label", "ad", "x\ty")
    #expect(machine.offers("ticket list --label a") == ["ad", "auth"])
    #expect(machine.answers("ticket show WF-2") == ["WF-2\tx␉y"])
  }
}
