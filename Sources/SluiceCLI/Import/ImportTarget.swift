import SluiceCore

/// The project that an import goes into, which may still have to be made.
struct ImportTarget {
  let key: ProjectKey
  /// Its name, if it is made.
  let name: String
  /// The project, if it exists.
  let existing: Project?
  /// The workflow that its tickets follow, or will follow.
  let workflow: Workflow
  /// The workflow as the user named it, if it still has to be assigned.
  let workflowName: String?
}

extension Session {
  /// Finds out where an import goes without making anything.
  ///
  /// `engine` is `nil` if there is no database yet. `suggested` is a key and a name for a project if the
  /// user names none; a project that has the key by chance, and not the name, is not taken for it.
  func importTarget(
    in engine: (any Engine)?, suggested: (key: ProjectKey, name: String)?
  ) throws(Failure) -> ImportTarget {
    let named = try invocation[.project].map { (text) throws(Failure) in
      try projectReference(text)
    }
    guard let reference = named ?? suggested.map({ .key($0.key) }) else {
      throw .usage(
        "The file does not tell a name for the project.",
        next: "\(invocation.verb.name) --project KEY …")
    }
    if let engine, let project = try existing(reference, in: engine) {
      if named == nil, let suggested, project.name != suggested.name {
        throw Failure(
          exit: .conflict, code: "CONFLICT",
          message: "Project \(project.key) exists already and is “\(project.name)”, "
            + "not “\(suggested.name)”.",
          nextStep: "Name the project to import into with --project KEY.")
      }
      return try target(project, in: engine)
    }
    guard case .key(let key) = reference else {
      throw Failure(EngineError.notFound("project", reference.description))
    }
    return ImportTarget(
      key: key, name: suggested?.name ?? key.description, existing: nil,
      workflow: try workflowToBe(in: engine), workflowName: invocation[.workflow])
  }

  private func existing(
    _ reference: ProjectReference, in engine: any Engine
  ) throws(Failure) -> Project? {
    do {
      return try engine.project(reference)
    } catch {
      guard error.code == .notFound else { throw Failure(error) }
      return nil
    }
  }

  private func target(_ project: Project, in engine: any Engine) throws(Failure) -> ImportTarget {
    let board = try reporting { () throws(EngineError) in
      try engine.board(BoardQuery(project: .id(project.id), limit: 1))
    }
    if let name = invocation[.workflow],
      try knownWorkflow(name, in: engine)?.id != board.workflow.id
    {
      throw Failure(
        exit: .conflict, code: "CONFLICT",
        message: "Project \(project.key) follows workflow “\(board.workflow.name)”, not “\(name)”.",
        nextStep: "Leave --workflow out, or assign it first.")
    }
    return ImportTarget(
      key: project.key, name: project.name, existing: project, workflow: board.workflow,
      workflowName: nil)
  }

  /// The workflow of a project that does not exist yet: one that exists, or a template.
  private func workflowToBe(in engine: (any Engine)?) throws(Failure) -> Workflow {
    let name = invocation[.workflow] ?? WorkflowDraft.standard.name
    if let engine, let workflow = try knownWorkflow(name, in: engine) { return workflow }
    let template = WorkflowDraft.template(meant: name)
    guard let workflow = try? template?.validated(id: .make(), at: host.now()) else {
      throw unknownWorkflow(name, in: engine)
    }
    return workflow
  }
}
