internal import SQLite
public import SluiceCore

/// A status as a person names it in a list of tickets.
///
/// Tickets that are bound to other definitions are in the status of that name that their own has.
public struct NamedStatus: Hashable, Sendable {
  /// The name asked for.
  public let name: String
  /// The status of the project's workflow; `nil` if it has none of that name.
  let followed: Status.ID?
  /// Whether the project has tickets that are bound to definitions of their own.
  let hasGuests: Bool

  /// The status by which an index can be asked: that of all tickets that it can be about.
  var indexed: Status.ID? { hasGuests ? nil : followed }
}

extension Store {
  /// The status that a person means in a project; `nil` if neither the project's workflow nor one that its
  /// tickets are bound to has it.
  public func namedStatus(
    _ name: String, in project: StoredProject
  ) throws(EngineError) -> NamedStatus? {
    let followed = try workflow(project.workflow).status(meant: name)?.id
    let guests = try counts(in: project.row).boundWorkflows
    let named = NamedStatus(name: name, followed: followed, hasGuests: !guests.isEmpty)
    if followed != nil { return named }
    for row in guests where try knows(name, workflow: row) { return named }
    return nil
  }

  /// Whether any revision of a workflow has a status of that name.
  private func knows(_ name: String, workflow row: Int64) throws(EngineError) -> Bool {
    let newest = try first(
      "SELECT revision FROM workflow WHERE id = $1", [.integer(row)]
    ) { $0.int(0) }
    for revision in 1...max(1, newest ?? 1) {
      let key = WorkflowKey(row: row, revision: revision)
      if try workflow(key).status(meant: name) != nil { return true }
    }
    return false
  }
}
