import SluiceCore

extension Verb {
  static let viewSave = Verb(
    words: ["view", "save"], summary: "Keeps a filter under a name, for the board and all verbs.",
    examples: [
      "sluice view save waiting \"assignee:none stale>7d\"",
      "sluice view save mine \"is:mine -is:closed\" --project OPS",
    ],
    operands: [Operand("NAME", "what it is called"), Operand("FILTER", "as on the board")],
    unoffered: [.database],
    notes: [
      """
      With --project it is for that project's board alone, and goes before one of the same name for all
      boards. In a filter, view:NAME stands for what it lets through. Views are yours, on files and on
      servers alike.
      """
    ],
    run: { session throws(Failure) in
      let operands = session.invocation.operands
      if let fault = SavedView.fault(inName: operands[0]) {
        throw .usage(fault, next: session.helpCommand)
      }
      let view = SavedView(
        name: operands[0], text: operands[1].trimmingBlanks, project: try session.viewProject())
      guard !view.text.isEmpty else {
        throw .usage(
          "A view needs a filter; an empty one shows everything.", next: session.helpCommand)
      }
      let views = try ViewFile(session.folders).change { (views) throws(Failure) in
        if let refusal = views.refusal(of: view) {
          throw .usage(refusal, next: "sluice view delete --help")
        }
        try session.meaning(of: views.reading(of: view))
        views.save(view)
        return views
      }
      if session.isJSON { return try session.print(views.json) }
      try session.print("Saved view \(view.name)\(view.scope).")
    })

  static let viewList = Verb(
    words: ["view", "list"], summary: "Lists the filters that are kept under a name.",
    examples: ["sluice view list", "sluice view list --json"],
    unoffered: [.database],
    run: { session throws(Failure) in
      let views = try ViewFile(session.folders).read()
      if session.isJSON { return try session.print(views.json) }
      guard !views.all.isEmpty else { return try session.note("No views.") }
      var table = TextTable([
        .init(heading: "NAME"), .init(heading: "BOARD"), .init(heading: "FILTER", isFlexible: true),
      ])
      for view in views.all { table.add([view.name, view.project?.text ?? "all", view.text]) }
      try session.print(table)
    })

  static let viewDelete = Verb(
    words: ["view", "delete"], summary: "Lets go of a filter that is kept under a name.",
    examples: ["sluice view delete waiting"],
    operands: [Operand("NAME", "what it is called")], unoffered: [.database],
    run: { session throws(Failure) in
      let name = session.invocation.operands[0]
      let project = try session.viewProject()
      let view = try ViewFile(session.folders).change { (views) throws(Failure) in
        guard let view = views.delete(name, on: project) else {
          throw Failure(.notFound("view", name, among: views.all.map(\.name)))
        }
        return view
      }
      if session.isJSON {
        return try session.print(.object(["deleted": .bool(true), "name": .string(name)]))
      }
      try session.print("Deleted view \(name)\(view.scope).")
    })
}

extension Session {
  fileprivate func viewProject() throws(Failure) -> ProjectKey? {
    guard let text = invocation[.project] else { return nil }
    guard let key = ProjectKey(text.uppercased()) else {
      throw .usage(
        "“\(text)” is not the key of a project: \(ProjectKey.expectation).", next: helpCommand)
    }
    return key
  }
}

extension SavedView {
  fileprivate var scope: String {
    project.map { " of \($0)" } ?? ""
  }
}
