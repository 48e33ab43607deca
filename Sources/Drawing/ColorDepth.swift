/// How many colours a terminal shows.
public enum ColorDepth: Hashable, Sendable, CaseIterable {
  /// None; what would have a background of its own is shown reversed.
  case mono

  /// The sixteen (or on old consoles eight) named colours.
  case ansi16

  /// The 256 indexed colours.
  case indexed256

  /// Red, green and blue as they are.
  case trueColor
}
