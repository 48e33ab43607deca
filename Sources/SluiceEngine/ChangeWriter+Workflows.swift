internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  func createWorkflow(_ draft: WorkflowDraft) throws(EngineError) -> Receipt {
    let workflow = try checking { () throws(WorkflowFaults) in
      try draft.validated(id: makeID(), at: signature.at)
    }
    try checkName(workflow.name)
    _ = try store.insert(workflow)
    let event = Event.Draft(.workflowCreated, subject: workflow.name)
    try store.append([event], project: nil, ticket: nil, signature)
    return try receipt(.workflow(workflow))
  }

  /// Adds a workflow for a change; a refusal of the change takes both back.
  func adding(_ draft: WorkflowDraft, _ change: Change) throws(EngineError) -> Receipt {
    _ = try createWorkflow(draft)
    return try write(change)
  }

  /// Makes a new revision and takes along the tickets that follow; bound ones keep theirs.
  ///
  /// Source: rules 1 and 5.
  func editWorkflow(
    _ reference: WorkflowReference, _ edit: WorkflowEdit
  ) throws(EngineError) -> Receipt {
    let key = try store.existing(reference)
    let former = try store.workflow(key)
    try check(edit.expectedRevision, of: former)
    let next = try store.nextStatusNumber(of: key.row)
    let workflow = try checking { () throws(WorkflowFaults) in
      try former.edited(edit, nextStatus: next, at: signature.at)
    }
    guard !workflow.isDefined(as: former) else { return try receipt(.workflow(former)) }
    if workflow.name != former.name { try checkName(workflow.name) }
    let followers = try store.projects(following: key.row)
    let event = Event.Draft(
      .workflowEdited, subject: former.name,
      to: workflow.changedParts(since: former).joined(separator: ", "))
    try store.append([event], project: nil, ticket: nil, signature)
    let newKey = try store.addRevision(workflow, to: key)
    var shifts: [StatusShift] = []
    try checkHomes(of: followers, from: former, to: workflow, edit.mapping)
    for project in followers {
      shifts += try takeAlong(project, to: newKey, by: edit.mapping)
    }
    return try receipt(.workflow(workflow), shifts: shifts)
  }

  func deleteWorkflow(_ reference: WorkflowReference) throws(EngineError) -> Receipt {
    let key = try store.existing(reference)
    let workflow = try store.workflow(key)
    let users = try store.projects(following: key.row).map(\.project.key)
    guard users.isEmpty else {
      throw EngineError(
        .conflict,
        "Workflow “\(workflow.name)” is used by \(listed(users)).",
        nextStep: "Assign these projects another workflow first.", users: users)
    }
    guard try store.defaultWorkflowKey().row != key.row else {
      throw EngineError(
        .conflict, "Workflow “\(workflow.name)” is the organization's default.",
        nextStep: "Edit it instead; projects without a workflow of their own follow it.")
    }
    let bound = try store.boundTickets(of: key.row)
    guard bound.isEmpty else {
      let count = bound.reduce(0) { $0 + $1.count }
      let projects = bound.map(\.project)
      throw EngineError(
        .conflict,
        "\(count) ticket\(count == 1 ? "" : "s") of \(listed(projects))"
          + " \(count == 1 ? "is" : "are") bound to workflow “\(workflow.name)”.",
        nextStep: "A bound ticket keeps its workflow; so the workflow stays.", users: projects)
    }
    try store.append(
      [Event.Draft(.workflowDeleted, subject: workflow.name)], project: nil, ticket: nil, signature)
    try store.deleteWorkflow(key.row, at: signature.at)
    return try receipt(.deleted("workflow “\(workflow.name)”"))
  }

  /// A list in an edit replaces the former one, so it must have been made from that.
  ///
  /// Source: rule 10.
  private func check(_ expected: Int?, of workflow: Workflow) throws(EngineError) {
    guard let expected, expected != workflow.revision else { return }
    throw EngineError(
      .conflict,
      "Workflow “\(workflow.name)” has changed meanwhile: it is at revision \(workflow.revision), "
        + "not \(expected).",
      nextStep: "Look at it again and repeat what still makes sense.")
  }

  private func listed(_ keys: [ProjectKey]) -> String {
    (keys.count == 1 ? "project " : "projects ") + keys.map(\.text).joined(separator: ", ")
  }

  private func checkName(_ name: String) throws(EngineError) {
    guard try store.workflowKey(.name(name)) == nil else {
      throw EngineError(
        .conflict, "There is a workflow “\(name)” already.",
        nextStep: "Give this one another name.")
    }
  }

  private func checking<Output>(
    _ body: () throws(WorkflowFaults) -> Output
  ) throws(EngineError) -> Output {
    do {
      return try body()
    } catch {
      throw EngineError(error)
    }
  }
}
