internal import SluiceCore

/// The definitions that a connection has read lately; a revision never changes.
///
/// There are seldom more than a handful, and they are searched from the latest on: a table by hash would cost
/// each start of the program more than it saves.
struct KnownWorkflows {
  private static let most = 64
  private var entries: [(key: WorkflowKey, workflow: Workflow)] = []

  func workflow(_ key: WorkflowKey) -> Workflow? {
    entries.last { $0.key == key }?.workflow
  }

  /// Keeps a definition, and in the end lets go of the one that was read first.
  mutating func keep(_ workflow: Workflow, as key: WorkflowKey) {
    if entries.count == Self.most { entries.removeFirst() }
    entries.append((key, workflow))
  }

  /// Lets go of all revisions of a workflow.
  mutating func forget(_ row: Int64) {
    entries.removeAll { $0.key.row == row }
  }
}
