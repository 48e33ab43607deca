/// A part of a line.
public indirect enum Inline: Equatable, Sendable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case struck([Inline])
  case link([Inline], Target)
  /// A picture with the words that stand for it.
  case image([Inline], Target)
  /// An HTML tag, as it was written.
  case html(String)
  /// The end of a line as it was written.
  case lineBreak

  /// Where a link leads.
  public enum Target: Equatable, Sendable {
    /// An address, with a title if it has one.
    case address(String, title: String?)
    /// The label of a ``Definition`` in the same document; `nil` where the text is the label.
    case label(String?)
    /// The text is the address.
    case itself
  }
}
