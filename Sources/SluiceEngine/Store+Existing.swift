internal import SluiceCore
internal import SluiceStore

extension Store {
  func existing(_ reference: ProjectReference) throws(EngineError) -> StoredProject {
    if let found = try project(reference) { return found }
    throw .notFound("project", "\(reference)", among: try projectKeys())
  }

  /// The workflow that a person means: its exact name, else the only one equal without regard to case.
  func existing(_ reference: WorkflowReference) throws(EngineError) -> WorkflowKey {
    if let found = try workflowKey(reference) { return found }
    let names = try workflowNames()
    let folded = reference.description.lowercased()
    let alike = names.filter { $0.lowercased() == folded }
    if alike.count == 1, let found = try workflowKey(.name(alike[0])) { return found }
    throw .notFound("workflow", "\(reference)", among: names)
  }

  func existing(
    _ reference: ProviderReference
  ) throws(EngineError) -> (row: Int64, provider: Provider) {
    if let found = try provider(reference) { return found }
    let known = try providers(after: "", limit: 200).map(\.name)
    throw .notFound("provider", "\(reference)", among: known)
  }

  func existing(_ reference: TicketReference) throws(EngineError) -> StoredTicket {
    if let found = try ticket(reference) { return found }
    throw .notFound("ticket", "\(reference)", nextStep: try nextStep(without: reference))
  }

  /// The status that a person means in a list of a project's tickets.
  func existingStatus(
    _ name: String, in project: StoredProject
  ) throws(EngineError) -> NamedStatus {
    if let found = try namedStatus(name, in: project) { return found }
    let known = try workflow(project.workflow).statuses.map(\.name)
    throw EngineError(.unknownStatus(name: name, known: known))
  }

  private func nextStep(without reference: TicketReference) throws(EngineError) -> String {
    guard case .key(let key) = reference else {
      return "Name the ticket by its key, such as OPS-42."
    }
    guard let project = try project(.key(key.project))?.project else {
      let missing = EngineError.notFound(
        "project", key.project.text, among: try projectKeys())
      return [missing.message, missing.nextStep].compactMap(\.self).joined(separator: " ")
    }
    let last = project.ticketCounter
    return last == 0
      ? "Project \(project.key) has no tickets yet."
      : "Project \(project.key) has tickets up to \(project.key)-\(last)."
  }

  /// The first keys, as many as are worth comparing with.
  private func projectKeys() throws(EngineError) -> [String] {
    try projects(after: "", limit: 200).map(\.project.key.text)
  }
}

extension Workflow {
  /// The status that a person means.
  func existing(_ name: String) throws(EngineError) -> Status.ID {
    guard let status = status(meant: name) else {
      throw EngineError(.unknownStatus(name: name, known: statuses.map(\.name)))
    }
    return status.id
  }
}
