import Testing

@testable import SluiceCLI

@Suite("sluice import csv") struct CSVImportTests {
  private static let rows = """
    Key,Summary,State,Prio,Owner,Tags,Created,Notes
    J-1,"Fix ""quoted"" login",New,high,ana,"auth, bug",2026-01-01,"line one
    line two"
    J-2,Slow search,Triaged,,,,2026-01-02,

    """
  private static let map =
    "id=Key,title=Summary,status=State,priority=Prio,assignee=Owner,"
    + "labels=Tags,created=Created,description=Notes"

  private func machine(_ text: String = rows) -> (Machine, String) {
    let machine = Machine.withTicket()
    return (machine, machine.folder.write(text, to: "tickets.csv"))
  }

  @Test func importsByTheMap() {
    let (machine, file) = machine()
    #expect(
      machine.run("import csv \(file) --project WF --map", Self.map).output
        == "Imported into WF, Workflow Demo: 2 added, 0 updated, 0 unchanged.\n")
    #expect(
      machine.run("ticket list").output == """
        KEY   STATUS   PRIORITY  ASSIGNEE  AGE  TITLE
        WF-3  Triaged  Medium    –          9w  Slow search
        WF-2  New      High      ana        9w  Fix "quoted" login
        WF-1  New      High      –         now  Fix login timeout

        """)
    let page = machine.run("ticket show WF-2").output
    #expect(page.contains("Labels    auth, bug\n"))
    #expect(page.contains("\nline one\nline two\n"))
  }

  @Test("With an id a second run updates")
  func secondRun() {
    let (machine, file) = machine()
    machine.run("import csv \(file) --project WF --map", Self.map)
    _ = machine.folder.write(
      Self.rows.split(separator: "Slow search").joined(separator: "Fast search"), to: "tickets.csv")
    #expect(
      machine.run("import csv \(file) --project WF --map", Self.map).output
        == "Imported into WF, Workflow Demo: 0 added, 1 updated, 1 unchanged.\n")
  }

  @Test("Without an id equal rows stay what they are")
  func withoutId() {
    let (machine, file) = machine("title\nsame\nsame\nother\n")
    #expect(
      machine.run("import csv \(file) --project WF").output
        == "Imported into WF, Workflow Demo: 3 added, 0 updated, 0 unchanged.\n")
    #expect(
      machine.run("import csv \(file) --project WF").output
        == "Imported into WF, Workflow Demo: 0 added, 0 updated, 3 unchanged.\n")
  }

  @Test("A project that is missing is made")
  func newProject() {
    let (machine, file) = machine("Title;Labels\nTippfehler;a, b\n")
    #expect(
      machine.run("import csv \(file) --project NEU --delimiter ;").output
        == "Imported into NEU, NEU: 1 added, 0 updated, 0 unchanged.\n")
  }

  @Test("Every bad cell is named with its line, and nothing is imported")
  func faults() {
    let (machine, file) = machine(
      """
      id,title,status,priority,created,due
      1,fine,New,low,2026-01-01,2026-02-01
      2,,Fixng,hgih,yesterday,someday
      1,twice,,,,
       ,,,,,
      3,short
      4,long,Fixng,,,,
      """)
    let run = machine.run("import csv \(file) --project WF")
    #expect(run.exit == .failed)
    #expect(
      run.messages == """
        sluice: “\(file)” has 8 faults; nothing was imported.
          line 3, created: Expected a date such as 2026-03-09, found “yesterday”.
          line 3, status: “Fixng” is not a status of this workflow; it has New, Triaged, Fixing, \
        Verifying, Closed, WontFix. Did you mean “Fixing”?
          line 3, priority: Expected urgent, high, medium, low or P0 to P4, found “hgih”.
          line 3, due: Expected a date such as 2026-03-09, found “someday”.
          line 3: A ticket needs a title.
          line 4, id: “1” was already the id of line 2.
          line 6: Expected 6 cells, found 2.
          line 7: Expected 6 cells, found 7.
          next: Correct the file and import it again.

        """)
    #expect(machine.run("project list").output.contains("WF         1  "))
  }

  @Test("Blank rows are skipped, and priorities may be levels")
  func blanksAndLevels() {
    let (machine, file) = machine("title,priority\na,P0\n,\n ,  \nb,p3\nc,High\n")
    #expect(
      machine.run("import csv \(file) --project WF").output
        == "Imported into WF, Workflow Demo: 3 added, 0 updated, 0 unchanged.\n")
    #expect(machine.run("ticket show WF-2").output.contains("Priority  Urgent\n"))
    #expect(machine.run("ticket show WF-3").output.contains("Priority  Low\n"))
  }

  @Test(
    "A first row of one cell hints at the delimiter",
    arguments: [
      ("Titel;Status\nx;New\n", "semicolons", "';'"), ("title\tstatus\nx\tNew\n", "tabs", "tab"),
    ])
  func delimiterHint(text: String, name: String, option: String) {
    let (machine, file) = machine(text)
    let row = text.split(separator: "\n")[0].split(separator: "\t").joined(separator: "␉")
    let run = machine.run("import csv \(file) --project WF")
    #expect(run.exit == .usage)
    #expect(
      run.messages == """
        sluice: The first row has only one cell, “\(row)”; \(name) seem to divide it.
          next: sluice import csv \(file) --delimiter \(option)

        """)
  }

  @Test("A title that the rules refuse is named with its line")
  func titles() {
    let (machine, file) = machine("id,title\n1,fine\n2,\" \"\n")
    #expect(
      machine.run("import csv \(file) --project WF").messages
        == """
        sluice: “\(file)” has a fault; nothing was imported.
          line 3: A ticket needs a title.
          next: Correct the file and import it again.

        """)
  }

  @Test("More than twenty faults are counted")
  func manyFaults() {
    let (machine, file) = machine("title,due\n" + String(repeating: "x,y\n", count: 30))
    let lines = machine.run("import csv \(file) --project WF").messages.split(separator: "\n")
    #expect(lines.count == 23)
    #expect(lines[21] == "  and 10 more")
  }

  @Test(
    "What the map says is checked against the file",
    arguments: [
      (
        "titel=Summary",
        "“titel” is not an attribute of a ticket (id, title, description, status, priority, assignee, "
          + "reporter, labels, due, created, updated). Did you mean “title”?"
      ),
      (
        "title=Sumary",
        "“Sumary” is not a column of the file (Key, Summary, State, Prio, Owner, Tags, Created, Notes). "
          + "Did you mean “Summary”?"
      ),
      ("Summary", "--map needs ATTRIBUTE=COLUMN, not “Summary”."),
      (
        "id=Key",
        "No column is called “title”; the file has Key, Summary, State, Prio, Owner, Tags, Created, Notes."
      ),
    ]) func maps(map: String, message: String)
  {
    let (machine, file) = machine()
    let run = machine.run("import csv \(file) --project WF --map", map)
    #expect(run.exit == .usage)
    #expect(run.messages.hasPrefix("sluice: \(message)\n"))
  }

  @Test("Long work shows on a terminal how far it is")
  func progress() {
    let (machine, file) = machine("title\n" + String(repeating: "x\n", count: 1_100))
    machine.columns = 80
    #expect(
      machine.run("import csv \(file) --project WF").messages
        == "\r500 of 1100 tickets\r1000 of 1100 tickets\r1100 of 1100 tickets\r\u{1B}[K")
  }

  @Test("A heading may hold a comma")
  func comma() {
    let (machine, file) = machine("\"Name, short\",b\nHello,1\n")
    #expect(
      machine.run("import csv \(file) --project WF --map", "title=Name, short,id=b").exit == .done)
  }

  @Test func emptyFileAndMissingProject() {
    let (machine, file) = machine("")
    #expect(
      machine.run("import csv \(file) --project WF").messages.contains("line 1: The file is empty.")
    )
    _ = machine.folder.write("title\nx\n", to: "tickets.csv")
    let run = machine.run("import csv \(file)")
    #expect(run.exit == .usage)
    #expect(run.messages.contains("  next: sluice import csv --project KEY …"))
  }
}
