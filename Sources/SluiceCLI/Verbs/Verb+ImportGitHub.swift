import SluiceCore

extension Verb {
  static let importGitHub = Verb(
    words: ["import", "github"],
    summary: "Imports issues of GitHub into a project, or brings imported ones up to date.",
    examples: [
      "sluice import github issues.json",
      "sluice import github issues.json --project WEB --workflow \"Bug Triage\" --open",
      "gh issue list --state all --limit 1000 --json $fields | sluice import github -",
    ],
    operands: [
      Operand("FILE", "what gh issue list --json printed; “-” is the standard input", .file)
    ],
    options: [.workflow, .asNew, .open],
    notes: [
      """
      The fields for gh are number,title,body,state,stateReason,author,assignees,labels,comments,
      createdAt,updatedAt,closedAt,url; title, state and url (or number) are needed.
      Without url, issues are of the repository that others in the file tell; where none does, the
      number alone tells them apart, so keep each repository in a project of its own.

      A project that is missing is made, with a key and a name from the repository. Closed issues go
      into the first status of category done; those that were not planned, or have a label such as
      wontfix or duplicate, into the first cancelled one. Labels such as P1 or “priority: high” set the
      priority. The first assignee is kept. Nothing is imported if anything in the file is wrong.
      """, templateNote,
    ],
    run: { session throws(Failure) in try session.importGitHub() })
}

extension Session {
  fileprivate func importGitHub() throws(Failure) {
    let file = invocation.operands[0]
    try requireTerminalToOpen()
    let source = SourceText(try Files.read(file))
    var reader = GitHubReader(source)
    let found = reader.issues(in: try JSONReader.readFile(source, named: file))
    guard reader.faults.isEmpty else { throw .malformed(file, reader.faults) }
    guard !found.isEmpty else {
      throw Failure(
        exit: .failed, code: "NOTHING_TO_IMPORT", message: "The file holds no issues.",
        nextStep: "gh prints only open ones unless it is told --state all.")
    }
    let issues = found.map(\.issue)
    let suggestion = GitHubImport.suggestion(for: issues)
    let target = try importTickets(from: file, suggested: suggestion) { target in
      let maker = GitHubImport(
        workflow: target.workflow, isFresh: invocation.has(.asNew), now: host.now())
      let items = found.enumerated().map { index, found in
        ImportItem(
          ticket: maker.ticket(found.issue), line: source.line(of: found.offset),
          place: "[\(index)]")
      }
      return (items, [])
    }
    let shared = issues.count { $0.assignees.count > 1 }
    if shared > 0 {
      let subject = shared == 1 ? "1 issue has" : "\(shared) issues have"
      try note("\(subject) several assignees; a ticket has one, so the first was kept.")
    }
    try openAfterImport(target)
  }
}

extension Option {
  fileprivate static let asNew = Option(
    "as-new", "let every ticket start in the first status, also those of closed issues")
  static let open = Option("open", "open the board when done")
}
