import Testing

@testable import SluiceCLI

@Suite("sluice import github") struct GitHubImportTests {
  private static let issues = """
    [
      {"number": 2, "title": "Rename foo", "body": "", "state": "OPEN", "author": {"login": "ben"},
       "assignees": [{"login": "cy"}, {"login": "dee"}], "labels": [{"name": "priority: high"}],
       "comments": [], "createdAt": "2026-01-02T00:00:00Z", "updatedAt": "2026-01-02T00:00:00Z",
       "closedAt": null, "url": "https://github.com/acme/web-shop/issues/2"},
      {"number": 1, "title": "SNI encryption 暗号化", "body": "A lot.", "state": "CLOSED",
       "author": {"login": "ana"}, "assignees": [], "labels": [{"name": "parked"}],
       "comments": [{"author": null, "body": "Me too", "createdAt": "2026-01-05T00:00:00Z"}],
       "createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-06T00:00:00Z",
       "closedAt": "2026-01-06T00:00:00Z", "url": "https://github.com/acme/web-shop/issues/1"},
      {"number": 3, "title": "Not a bug", "body": null, "state": "CLOSED",
       "author": {"login": "ana"}, "labels": [{"name": "wontfix"}],
       "createdAt": "2026-01-03T00:00:00Z", "closedAt": "2026-01-04T00:00:00Z",
       "url": "https://github.com/acme/web-shop/issues/3"}
    ]
    """

  private func machine(_ text: String = issues) -> (Machine, String) {
    let machine = Machine()
    return (machine, machine.folder.write(text, to: "issues.json"))
  }

  @Test func makesAProjectOfTheRepositoryAndTicketsInTheOrderOfTheirAge() {
    let (machine, file) = machine()
    #expect(
      machine.run("import github \(file)")
        == Machine.Run(
          exit: .done,
          output: "Imported into WEB, acme/web-shop: 3 added, 0 updated, 0 unchanged.\n",
          messages:
            "1 issue has several assignees; a ticket has one, so the first was kept.\n"))
    #expect(
      machine.run("ticket list").output == """
        KEY    STATUS     PRIORITY  ASSIGNEE  AGE  TITLE
        WEB-3  Cancelled  Medium    –          9w  Not a bug
        WEB-2  Backlog    High      cy         9w  Rename foo
        WEB-1  Done       Medium    –          8w  SNI encryption 暗号化

        """)
    let page = machine.run("ticket show WEB-1").output
    #expect(page.contains("Reporter  ana\nLabels    parked\nCreated   2026-01-01T00:00:00Z\n"))
    #expect(page.contains("Comments, newest first\n  ghost, 2026-01-05T00:00:00Z\n    Me too\n"))
  }

  @Test("A second run changes only what changed at the source")
  func secondRun() {
    let (machine, file) = machine()
    machine.run("import github \(file)")
    machine.run("ticket transition WEB-2 --to-status InProgress")
    #expect(
      machine.run("import github \(file)").output
        == "Imported into WEB, acme/web-shop: 0 added, 0 updated, 3 unchanged.\n")
    let changed = Self.issues.split(separator: "Rename foo").joined(separator: "Rename bar")
    _ = machine.folder.write(changed, to: "issues.json")
    #expect(
      machine.run("import github \(file) --json").output == """
        {
          "added": 0,
          "kept_place": 0,
          "project": "WEB",
          "project_id": "\(machine.projectID("WEB"))",
          "unchanged": 2,
          "updated": 1
        }

        """)
    #expect(
      machine.run("ticket list --status InProgress").output.split(separator: "\n").last
        == "WEB-2  InProgress  High      cy        now  Rename bar")
  }

  @Test("--as-new starts every ticket over")
  func fresh() {
    let (machine, file) = machine()
    machine.run("import github \(file) --as-new --project NEW --workflow", "Bug Triage")
    let list = machine.run("ticket list --status New").output.split(separator: "\n")
    #expect(list.count == 4)
    #expect(machine.run("project list").output.contains("NEW        3  Bug Triage  acme/web-shop"))
  }

  @Test("What was imported as new keeps its place at an import that is not")
  func freshAndAgain() {
    let (machine, file) = machine()
    machine.run("import github \(file) --as-new --workflow Delivery")
    #expect(
      machine.run("import github \(file)").output
        == "Imported into WEB, acme/web-shop: 0 added, 0 updated, 3 unchanged; "
        + "2 keep their place, for they were imported as new.\n")
    #expect(machine.run("ticket list --status Idea").output.split(separator: "\n").count == 4)
  }

  @Test(
    "Labels tell the priority",
    arguments: [
      (["P0"], "Urgent"), (["priority/high", "P3"], "High"), (["Priority: Low"], "Low"),
      (["urgent"], "Urgent"), (["high"], "Medium"), (["needs high priority now"], "Medium"),
      ([], "Medium"),
    ]) func priorities(labels: [String], priority: String)
  {
    let names = labels.map { "{\"name\": \"\($0)\"}" }.joined(separator: ", ")
    let (machine, file) = machine(
      "[{\"number\": 1, \"title\": \"x\", \"state\": \"OPEN\", \"labels\": [\(names)]}]")
    machine.run("import github \(file) --project OPS")
    #expect(machine.run("ticket show OPS-1").output.contains("Priority  \(priority)\n"))
  }

  @Test(
    "The key comes from the repository",
    arguments: [
      ("tlswg/tls13-spec", "TLS"), ("apple/swift-nio", "SWIFT"), ("a/3d-viewer", "VIEWER"),
      ("golang/go", "GO"), ("kubernetes-sigs/kustomization-tools", "KUSTOMIZAT"),
    ]) func keys(repository: String, key: String)
  {
    let (machine, file) = machine(
      """
      [{"title": "x", "state": "OPEN", "url": "https://github.com/\(repository)/issues/1"}]
      """)
    #expect(
      machine.run("import github \(file)").output.hasPrefix("Imported into \(key), \(repository)"))
  }

  @Test("A project that has the key by chance is not taken for the repository's")
  func taken() {
    let (machine, file) = machine()
    machine.run("project create --key WEB --name", "Another web")
    let run = machine.run("import github \(file)")
    #expect(run.exit == .conflict)
    #expect(
      run.messages == """
        sluice: Project WEB exists already and is “Another web”, not “acme/web-shop”.
          next: Name the project to import into with --project KEY.

        """)
    #expect(machine.run("import github \(file) --project WEB").exit == .done)
  }

  @Test("Nothing is imported, and no database made, of a file that ends too early")
  func truncated() {
    let (machine, file) = machine(String(Self.issues.prefix(900)))
    let run = machine.run("import github \(file)")
    #expect(run.exit == .failed)
    #expect(run.messages.hasPrefix("sluice: “\(file)” is not JSON: line 12, column "))
    #expect(!machine.folder.exists(".local"))
  }

  @Test("Every item of another shape is named with its line")
  func shapes() {
    let (machine, file) = machine(
      """
      [
        {"number": 1, "title": 7, "state": "OPEN", "url": "u"},
        {"title": "x", "state": "MERGED",
         "labels": [{"name": "a"},
                    5]},
        "issue",
        {"number": 4, "state": "OPEN", "createdAt": "soon"}
      ]
      """)
    let run = machine.run("import github \(file) --project OPS")
    #expect(
      run
        == Machine.Run(
          exit: .failed, output: "",
          messages: """
            sluice: “\(file)” has 7 faults; nothing was imported.
              line 2, [0].title: Expected a text, found a number.
              line 3, [1]: Neither “url” nor “number” tells which issue this is.
              line 3, [1].state: Expected OPEN or CLOSED, found “MERGED”.
              line 5, [1].labels[1]: Expected a label, found a number.
              line 6, [2]: Expected an issue, found a text.
              line 7, [3]: “title” is missing; ask gh for it with --json.
              line 7, [3].createdAt: Expected a date and time, found “soon”.
              next: Correct the file and import it again.

            """))
  }

  @Test("A title that is too long is refused with its line, and nothing is imported")
  func longTitle() {
    let title = String(repeating: "x", count: 501)
    let (machine, file) = machine(
      """
      [{"number": 1, "title": "fine", "state": "OPEN"},
       {"number": 2, "title": "\(title)", "state": "OPEN"}]
      """)
    let run = machine.run("import github \(file) --project OPS")
    #expect(run.exit == .failed)
    #expect(
      run.messages.contains("  line 2, [1].title: A title has at most 500 characters, not 501.\n"))
    #expect(!machine.folder.exists(".local"))
  }

  @Test("A file without issues says so")
  func none() {
    let (machine, file) = machine("[]")
    let run = machine.run("import github \(file)")
    #expect(run.exit == .failed)
    #expect(run.messages.hasPrefix("sluice: The file holds no issues.\n  next: "))
    #expect(!machine.folder.exists(".local"))
  }

  @Test("A file of issues of several repositories needs a project's name")
  func several() {
    let (machine, file) = machine(
      """
      [{"title": "x", "state": "OPEN", "url": "https://github.com/a/b/issues/1"},
       {"title": "x", "state": "OPEN", "url": "https://github.com/a/c/issues/1"}]
      """)
    #expect(machine.run("import github \(file)").exit == .usage)
  }

  @Test("Issues that name the same source are refused with both lines, also without a URL")
  func repeated() {
    let (machine, file) = machine(
      """
      [{"number": 1, "title": "a", "state": "OPEN", "url": "https://github.com/a/b/issues/1"},
       {"number": 2, "title": "b", "state": "OPEN", "url": " "},
       {"number": 2, "title": "c", "state": "OPEN", "url": "https://github.com/a/b/issues/2"},
       {"number": 1, "title": "d", "state": "OPEN"},
       {"title": "e", "state": "OPEN", "url": ""}]
      """)
    let run = machine.run("import github \(file)")
    #expect(run.exit == .failed)
    #expect(
      run.messages == """
        sluice: “\(file)” has 3 faults; nothing was imported.
          line 5, [4]: Neither “url” nor “number” tells which issue this is.
          line 3, [2]: “https://github.com/a/b/issues/2” was already the issue of line 2.
          line 4, [3]: “https://github.com/a/b/issues/1” was already the issue of line 1.
          next: Correct the file and import it again.

        """)
    #expect(!machine.folder.exists(".local"))
  }

  @Test("Issues with a blank URL are of the repository that the others tell")
  func blankURL() {
    let (machine, file) = machine(
      """
      [{"number": 1, "title": "x", "state": "OPEN", "url": "https://github.com/a/bee/issues/1"},
       {"number": 2, "title": "y", "state": "OPEN", "url": ""},
       {"number": 3, "title": "z", "state": "OPEN"}]
      """)
    #expect(
      machine.run("import github \(file)").output
        == "Imported into BEE, a/bee: 3 added, 0 updated, 0 unchanged.\n")
    let full = [1, 2, 3].map {
      "{\"title\": \"x\", \"state\": \"OPEN\", "
        + "\"url\": \"https://github.com/a/bee/issues/\($0)\"}"
    }
    _ = machine.folder.write("[\(full.joined(separator: ","))]", to: "issues.json")
    #expect(machine.run("import github \(file)").output.contains(": 0 added, "))
  }

  @Test("Issues with blank URLs only are told apart by their numbers")
  func numbersOnly() {
    let (machine, file) = machine(
      """
      [{"number": 1, "title": "x", "state": "OPEN", "url": ""},
       {"number": 2, "title": "y", "state": "OPEN", "url": ""}]
      """)
    #expect(machine.run("import github \(file) --project OPS").output.contains(": 2 added, "))
  }

  @Test("In a file of several repositories, an issue without a URL is refused")
  func ambiguous() {
    let (machine, file) = machine(
      """
      [{"title": "x", "state": "OPEN", "url": "https://github.com/a/b/issues/1"},
       {"title": "x", "state": "OPEN", "url": "https://github.com/a/c/issues/1"},
       {"number": 7, "title": "x", "state": "OPEN"}]
      """)
    #expect(
      machine.run("import github \(file) --project OPS").messages.contains(
        "  line 3, [2]: “url” is missing, and the file is of 2 repositories.\n"))
  }
}
