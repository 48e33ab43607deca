import SluiceCore

extension Session {
  /// The workflow that an option names, made from a template of that name if need be.
  func workflowOption(in engine: any Engine) throws(Failure) -> WorkflowReference? {
    guard let name = invocation[.workflow] ?? invocation[.workflowID] else { return nil }
    return .id(try workflow(name, in: engine).id)
  }

  /// The workflow of that name or id, made from a template of that name if need be.
  func workflow(_ name: String, in engine: any Engine) throws(Failure) -> Workflow {
    if let workflow = try knownWorkflow(name, in: engine) { return workflow }
    guard let template = WorkflowDraft.template(meant: name) else {
      throw unknownWorkflow(name, in: engine)
    }
    let receipt = try apply(.createWorkflow(template), to: engine)
    guard case .workflow(let workflow) = receipt.subject else {
      throw unknownWorkflow(name, in: engine)
    }
    return workflow
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

extension WorkflowDraft {
  /// The template that a person means: its name in any case.
  static func template(meant name: String) -> WorkflowDraft? {
    templates.first { $0.name.lowercased() == name.lowercased() }
  }
}
