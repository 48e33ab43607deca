/// What happens to a move that is not a transition.
///
/// Source: Alloy's workflow guide, §3.
public enum Enforcement: String, CaseIterable, Hashable, Sendable {
  /// Allowed silently.
  case none
  /// Allowed; the reply and the history carry a warning.
  case warn
  /// Refused.
  case strict
}
