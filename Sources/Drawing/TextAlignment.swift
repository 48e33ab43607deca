/// Where a line stands in the columns it is given.
public enum TextAlignment: Hashable, Sendable {
  /// At the left.
  case leading

  /// In the middle.
  case center

  /// At the right.
  case trailing
}
