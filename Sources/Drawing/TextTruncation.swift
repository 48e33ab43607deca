/// What happens to a line that does not fit.
public enum TextTruncation: Hashable, Sendable {
  /// It is cut at the last cluster that fits whole.
  case clip

  /// It is cut one column earlier and ends with `…`.
  case ellipsis
}
