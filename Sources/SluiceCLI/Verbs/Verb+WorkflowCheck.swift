import SluiceCore

extension Verb {
  static let workflowCheck = Verb(
    words: ["workflow", "check"], aliases: ["lint"],
    summary: "Tells what is not wrong in workflows but seldom meant, and what would mend it.",
    examples: [
      "sluice workflow check", "sluice workflow check \"Bug Triage\" --json",
      "sluice workflow check Default Delivery",
      "sluice workflow check --file ship-it.json",
    ],
    operands: [
      Operand(
        "WORKFLOW", "its name or id, or the name of a template; all of both without it", .workflow
      ).optional.repeated
    ],
    options: [.checkedFile],
    notes: [
      """
      Exits with 0 if there is nothing to mend and with 1 if there is something; a definition with
      faults, which no workflow can be made of, exits with 6. Enforcement warn is checked like strict;
      with none any move is one, and only what holds without transitions is told.
      """,
      """
      With --json one workflow is {"workflow": NAME, "findings": [{"code", "place", "message",
      "suggestion"}]}; of several, or of all, there are "items" of that form. Codes:
      \(codes)
      """,
    ],
    run: { session throws(Failure) in
      let checked = try session.checkedWorkflows()
      let count = checked.reduce(0) { $0 + $1.workflow.findings.count }
      if session.isJSON {
        try session.print(session.json(of: checked))
      } else {
        for one in checked { try session.printFindings(of: one) }
      }
      guard count == 0 else { throw .findings(count) }
    })

  /// As many on a line as help has room for.
  private static var codes: String {
    WorkflowFinding.Code.allCases.map(\.rawValue).reduce(into: [""]) { lines, code in
      let isFull = lines[lines.count - 1].count + code.count > 90
      if isFull { lines.append("") }
      lines[lines.count - 1] += "  " + code
    }.joined(separator: "\n")
  }
}

/// A workflow that was looked at, and the file that it stands in, if it does.
private struct CheckedWorkflow {
  let workflow: Workflow
  var file: String?
}

extension Session {
  /// What the command line names, or else everything that the database has and every template it has not.
  fileprivate func checkedWorkflows() throws(Failure) -> [CheckedWorkflow] {
    if let file = invocation[.checkedFile] {
      guard invocation.operands.isEmpty else {
        throw .usage(
          "Name workflows or a file, not both.", next: invocation.verb.name + " --help")
      }
      return [CheckedWorkflow(workflow: try workflow(inFile: file), file: file)]
    }
    let engine = try engineIfAny()
    var checked: [CheckedWorkflow] = []
    for name in invocation.operands {
      let workflow = try workflow(orTemplate: name, in: engine)
      if checked.contains(where: { $0.workflow.name == workflow.name }) { continue }
      checked.append(CheckedWorkflow(workflow: workflow))
    }
    guard invocation.operands.isEmpty else { return checked }
    return try everyWorkflow(in: engine).map { CheckedWorkflow(workflow: $0) }
  }

  private func workflow(inFile file: String) throws(Failure) -> Workflow {
    let definition = try WorkflowDefinition.read(file)
    do {
      return try definition.draft.validated(id: .make(), at: host.now())
    } catch {
      throw definition.failure(EngineError(error))
    }
  }

  private func everyWorkflow(in engine: (any Engine)?) throws(Failure) -> [Workflow] {
    var workflows: [Workflow] = []
    if let engine {
      var request = PageRequest(limit: PageRequest.maximumLimit)
      while true {
        let page = try reporting { () throws(EngineError) in try engine.workflows(request) }
        workflows += page.items
        guard let cursor = page.nextCursor else { break }
        request = PageRequest(limit: PageRequest.maximumLimit, cursor: cursor)
      }
    }
    let names = Set(workflows.map { $0.name.lowercased() })
    let templates = WorkflowDraft.templates.filter { !names.contains($0.name.lowercased()) }
    return workflows + templates.compactMap(templateWorkflow)
  }
}

extension Session {
  fileprivate func printFindings(of checked: CheckedWorkflow) throws(Failure) {
    let name = checked.file ?? checked.workflow.name
    let findings = checked.workflow.findings
    if findings.isEmpty { return try print("\(name): nothing to mend.") }
    for finding in findings {
      try print("\(name), \(finding.place): \(finding.message) (\(finding.code.rawValue))")
      try print("  \(finding.suggestion)")
    }
  }

  fileprivate func json(of checked: [CheckedWorkflow]) -> JSONValue {
    let items = checked.map(\.json)
    let isSingle = invocation.has(.checkedFile) || invocation.operands.count == 1
    return isSingle && items.count == 1 ? items[0] : .object(["items": .array(items)])
  }
}

extension CheckedWorkflow {
  fileprivate var json: JSONValue {
    .object([
      "workflow": .string(workflow.name),
      "findings": .array(
        workflow.findings.map { finding in
          .object([
            "code": .string(finding.code.rawValue), "place": .string(finding.place),
            "message": .string(finding.message), "suggestion": .string(finding.suggestion),
          ])
        }),
    ])
  }
}

extension Failure {
  fileprivate static func findings(_ count: Int) -> Failure {
    Failure(
      exit: .failed, code: "FINDINGS",
      message: count == 1 ? "There is something to mend." : "There are \(count) things to mend.")
  }
}

extension Option {
  fileprivate static let checkedFile = Option(
    "file", "FILE", "a definition that is in no database; “-” is the standard input",
    .file)
}
