/// A remark on a ticket.
public struct Comment: Hashable, Sendable {
  /// Who wrote it.
  public let author: String
  /// When.
  public let at: Timestamp
  /// Markdown.
  public let text: String

  /// A remark with its parts.
  public init(author: String, at: Timestamp, text: String) {
    self.author = author
    self.at = at
    self.text = text
  }
}
