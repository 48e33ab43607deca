/// What a person has set up for the board.
public struct Settings: Equatable, Sendable {
  /// Which keys call what.
  var keymap: Keymap

  /// What holds where nothing is set up.
  public static let standard = Settings(keymap: .standard)
}
