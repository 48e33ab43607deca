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
    try checkMapping(of: edit)
    let assignment = try assignment(edit, of: found)
    project.workflow = assignment.id
    guard project != found.project else { return try receipt(.project(project)) }
    project.updatedAt = signature.at
    if let event = try event(of: assignment, in: found) { events.append(event) }
    try store.append(events, project: found.row, ticket: nil, signature)
    try store.update(found.row, to: project, workflow: assignment.assigned)
    let shifts = try takeAlong(found, to: assignment.followed, by: edit.mapping)
    return try receipt(.project(project), shifts: shifts)
  }

  private func checkMapping(of edit: ProjectEdit) throws(EngineError) {
    let isAssignment = edit.workflow != nil || edit.clearsWorkflow
    guard !isAssignment, edit.mapping != StatusMapping() else { return }
    throw EngineError(
      .invalid, "A mapping of statuses goes with another workflow, and none is assigned.",
      nextStep: "Name the workflow too, or leave the mapping out.")
  }

  private static func edited(_ attribute: String, from: String, to: String) -> [Event.Draft] {
    from == to ? [] : [Event.Draft(.projectEdited, subject: attribute, from: from, to: to)]
  }
}

/// The workflow that a project is to have.
private struct Assignment {
  /// The one assigned, if one is.
  let assigned: WorkflowKey?
  /// Its public id.
  let id: Workflow.ID?
  /// The one that tickets follow then.
  let followed: WorkflowKey
}

extension ChangeWriter {
  private func assignment(
    _ edit: ProjectEdit, of project: StoredProject
  ) throws(EngineError) -> Assignment {
    if let reference = edit.workflow {
      let key = try store.existing(reference)
      return Assignment(assigned: key, id: try store.workflow(key).id, followed: key)
    }
    guard !edit.clearsWorkflow, let id = project.project.workflow else {
      return Assignment(assigned: nil, id: nil, followed: try store.defaultWorkflowKey())
    }
    return Assignment(assigned: project.workflow, id: id, followed: project.workflow)
  }

  private func event(
    of assignment: Assignment, in project: StoredProject
  ) throws(EngineError) -> Event.Draft? {
    guard assignment.id != project.project.workflow else { return nil }
    return Event.Draft(
      .projectEdited, subject: "workflow", from: try store.workflow(project.workflow).name,
      to: try store.workflow(assignment.followed).name)
  }

  func deleteProject(_ reference: ProjectReference) throws(EngineError) -> Receipt {
    let found = try store.existing(reference)
    let key = found.project.key
    if key == .personal, try store.isPersonal(store.organization) {
      throw EngineError(
        .conflict, "A personal project stays as long as its account.",
        nextStep: "Delete its tickets one by one.")
    }
    let count = try store.counts(in: found.row).total
    guard count == 0 else {
      throw EngineError(
        .conflict, "Project \(key) has \(count) ticket\(count == 1 ? "" : "s").",
        nextStep: "Delete \(count == 1 ? "it" : "them") first: sluice ticket delete.")
    }
    try store.append(
      [Event.Draft(.projectDeleted, subject: key.text, from: found.project.name)],
      project: found.row, ticket: nil, signature)
    try store.delete(found.row, at: signature.at)
    return try receipt(.deleted("project \(key)"))
  }
}
