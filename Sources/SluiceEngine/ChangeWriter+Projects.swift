internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  func createProject(_ draft: ProjectDraft) throws(EngineError) -> Receipt {
    let (key, name) = try judging { () throws(Rejection) in try draft.checked() }
    guard try store.project(.key(key)) == nil else {
      throw EngineError(
        .conflict, "There is a project \(key) already.", nextStep: "Choose another key.")
    }
    let workflow = try draft.workflow.map { (reference) throws(EngineError) in
      try store.existing(reference)
    }
    let project = Project(
      id: makeID(), key: key, name: name, description: draft.description,
      workflow: try workflow.map { (key) throws(EngineError) in try store.workflow(key).id },
      createdAt: signature.at, updatedAt: signature.at)
    try store.insert(project, workflow: workflow)
    let row = try store.existing(.key(key)).row
    let event = Event.Draft(.projectCreated, subject: key.text, to: name)
    try store.append([event], project: row, ticket: nil, signature)
    return try receipt(.project(project))
  }

  func editProject(
    _ reference: ProjectReference, _ edit: ProjectEdit
  ) throws(EngineError) -> Receipt {
    let found = try store.existing(reference)
    var project = found.project
    var events: [Event.Draft] = []
    if let text = edit.name {
      let name = try judging { () throws(Rejection) in try ProjectDraft.checkedName(text) }
      events += Self.edited("name", from: project.name, to: name)
      project.name = name
    }
    if let description = edit.description {
      events += Self.edited("description", from: project.description, to: description)
      project.description = description
    }
    let workflow = try edit.workflow.map { (reference) throws(EngineError) in
      try store.existing(reference)
    }
    if let workflow {
      events += try assign(workflow, to: found)
      project.workflow = try store.workflow(workflow).id
    }
    guard project != found.project else { return try receipt(.project(project)) }
    project.updatedAt = signature.at
    try store.update(found.row, to: project, workflow: workflow)
    try store.append(events, project: found.row, ticket: nil, signature)
    return try receipt(.project(project))
  }

  private static func edited(_ attribute: String, from: String, to: String) -> [Event.Draft] {
    from == to ? [] : [Event.Draft(.projectEdited, subject: attribute, from: from, to: to)]
  }

  /// Gives a project's tickets the statuses of the same names in another workflow.
  private func assign(
    _ key: WorkflowKey, to project: StoredProject
  ) throws(EngineError) -> [Event.Draft] {
    let former = try store.workflow(project.workflow)
    let workflow = try store.workflow(key)
    guard workflow.id != project.project.workflow else { return [] }
    let event = Event.Draft(
      .projectEdited, subject: "workflow", from: former.name, to: workflow.name)
    // One that followed the Default until now may be given it by name.
    guard key != project.workflow else { return [event] }
    let counts = try store.counts(in: project.row).filter { $0.value > 0 }
    let homeless = former.statuses.filter { status in
      counts[status.id] != nil && workflow.status(named: status.name) == nil
    }
    guard homeless.isEmpty else { throw Self.homeless(homeless, counts, former, workflow) }
    try store.repoint(project, from: former, to: workflow)
    return [event]
  }

  /// Source: rule 5.
  private static func homeless(
    _ statuses: [Status], _ counts: [Status.ID: Int], _ former: Workflow, _ workflow: Workflow
  ) -> EngineError {
    let list = statuses.map { "\($0.name) (\(counts[$0.id] ?? 0))" }.joined(separator: ", ")
    let shared = former.statuses.map(\.name).filter { workflow.status(named: $0) != nil }
    return EngineError(
      .conflict,
      "Workflow “\(workflow.name)” has no status for tickets that stand in \(list).",
      nextStep: shared.isEmpty
        ? "“\(former.name)” and “\(workflow.name)” share no status. Make another project with "
          + "“\(workflow.name)”, or use a workflow that has these statuses."
        : "Move these tickets to one that both have: \(shared.joined(separator: ", ")).")
  }
}
