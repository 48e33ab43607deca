/// Who is meant to do a piece of work.
///
/// Source: OpenIndex, “Work items”.
public enum ExecutionTarget: String, CaseIterable, Hashable, Sendable {
  /// Whoever takes it.
  case either
  /// A person; no agent may claim it.
  case human
  /// An agent.
  case agent
}
