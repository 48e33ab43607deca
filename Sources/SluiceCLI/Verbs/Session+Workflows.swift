import SluiceCore

extension Session {
  /// The workflow that an option names.
  func workflowOption(in engine: any Engine) throws(Failure) -> MeantWorkflow? {
    guard let name = invocation[.workflow] ?? invocation[.workflowID] else { return nil }
    return try workflow(name, in: engine)
  }

  /// The workflow of that name or id, or the template of that name.
  func workflow(_ name: String, in engine: any Engine) throws(Failure) -> MeantWorkflow {
    if let workflow = try knownWorkflow(name, in: engine) { return .known(workflow.id) }
    guard let template = WorkflowDraft.template(meant: name) else {
      throw unknownWorkflow(name, in: engine)
    }
    return .template(template)
  }

  /// The workflow of that name or id, if the database has it.
  func knownWorkflow(_ name: String, in engine: any Engine) throws(Failure) -> Workflow? {
    do {
      return try engine.workflow(WorkflowReference(name))
    } catch {
      guard error.code == .notFound else { throw Failure(error) }
      return nil
    }
  }

  /// What to say of a name that neither a workflow nor a template has.
  func unknownWorkflow(_ name: String, in engine: (any Engine)?) -> Failure {
    let page = try? engine?.workflows(PageRequest(limit: PageRequest.maximumLimit))
    var known = page?.items.map(\.name) ?? []
    known += WorkflowDraft.templates.map(\.name).filter { !known.contains($0) }
    var failure = Failure(EngineError.notFound("workflow", name, among: known))
    failure.details["known"] = .texts(known)
    return failure
  }
}

/// The workflow that a person means.
enum MeantWorkflow {
  case known(Workflow.ID)
  /// It is added in one step with the change that needs it, and only if that is made.
  case template(WorkflowDraft)

  var reference: WorkflowReference {
    switch self {
    case .known(let id): .id(id)
    case .template(let draft): .name(draft.name)
    }
  }
}

extension Change {
  /// The change to a workflow's users, which adds the workflow if so far it is a template.
  func adding(_ workflow: MeantWorkflow?) -> Change {
    if case .template(let draft)? = workflow { .adding(draft, self) } else { self }
  }
}

extension WorkflowDraft {
  /// The template that a person means: its name in any case.
  static func template(meant name: String) -> WorkflowDraft? {
    templates.first { $0.name.lowercased() == name.lowercased() }
  }
}
