/// What the rules say of a move.
public enum MoveVerdict: Hashable, Sendable {
  /// The ticket is there already; nothing changes and that succeeds.
  ///
  /// Source: rule 3e.
  case unchanged
  /// The move may happen; `passing` gates are recorded, `warnings` go into the reply and the history.
  case allowed(passing: [Gate], warnings: [String])
  /// The move is refused.
  case refused(Rejection)

  /// Whether taking the move succeeds.
  public var isAllowed: Bool {
    if case .refused = self { return false }
    return true
  }
}
