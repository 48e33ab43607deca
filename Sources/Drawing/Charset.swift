/// Which characters may be sent to a terminal.
public enum Charset: Hashable, Sendable {
  /// All of Unicode, as UTF-8.
  case unicode

  /// ASCII; lines and marks get stand-ins of the same width.
  case ascii
}
