/// One state of a workflow's definition, which never changes.
///
/// Source: rule 5.
public struct WorkflowRevision: Hashable, Sendable {
  /// The workflow.
  public let workflow: Workflow.ID
  /// Counts the definition's changes from 1.
  public let revision: Int

  /// The state of a workflow after so many changes.
  public init(workflow: Workflow.ID, revision: Int) {
    self.workflow = workflow
    self.revision = revision
  }
}
