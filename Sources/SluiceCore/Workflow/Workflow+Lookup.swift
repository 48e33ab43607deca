extension Workflow {
  /// The status in which a new ticket starts: the first.
  ///
  /// Source: rule 1.
  public var initialStatus: Status? {
    statuses.first
  }

  /// The status with that id.
  public func status(_ id: Status.ID) -> Status? {
    index.position(of: id).map { statuses[$0] }
  }

  /// The status of that name, letter for letter.
  public func status(named name: String) -> Status? {
    statuses.first { $0.name == name }
  }

  /// The status that a person means: its exact name, else the only one equal without regard to case.
  public func status(meant text: String) -> Status? {
    if let exact = status(named: text) { return exact }
    let folded = text.lowercased()
    let alike = statuses.filter { $0.name.lowercased() == folded }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The name of a status, or a mark for one that the definition does not have.
  public func statusName(_ id: Status.ID) -> String {
    status(id)?.name ?? "?\(id.number)"
  }

  /// The place of a status' stage in the order of stages.
  public func stageIndex(of id: Status.ID) -> Int? {
    guard let position = index.position(of: id) else {
      return stages.firstIndex { $0.statuses.contains(id) }
    }
    return index.stage(at: position)
  }

  /// The stage that holds the status.
  public func stage(of id: Status.ID) -> Stage? {
    stageIndex(of: id).map { stages[$0] }
  }

  /// The place of a stage by its key.
  public func stageIndex(key: String) -> Int? {
    stages.firstIndex { $0.key == key }
  }

  /// The gate with that key.
  public func gate(_ key: String) -> Gate? {
    gates.first { $0.key == key }
  }

  /// The field with that key.
  public func field(_ key: String) -> Field? {
    fields.first { $0.key == key }
  }

  /// Whether the step is among the workflow's transitions.
  public func hasTransition(from: Status.ID, to: Status.ID) -> Bool {
    guard let left = index.position(of: from), let entered = index.position(of: to) else {
      return transitions.contains(Transition(from: from, to: to))
    }
    return index.hasStep(from: left, to: entered)
  }

  /// Whether work in the status is over.
  public func isTerminal(_ id: Status.ID) -> Bool {
    status(id)?.category.isTerminal ?? false
  }
}
