/// A ticket from elsewhere, with its own history of dates and remarks.
public struct ImportedTicket: Hashable, Sendable {
  /// What names it at its source, the same at every import: a URL, or a number with a prefix.
  public var source: String
  /// The ticket as it should be.
  public var draft: TicketDraft
  /// When it was made there.
  public var createdAt: Timestamp
  /// When it last changed there.
  public var updatedAt: Timestamp
  /// When it entered its present status there.
  public var enteredAt: Timestamp
  /// The remarks, oldest first.
  public var comments: [Comment]

  /// A ticket from elsewhere, with its parts.
  public init(
    source: String, draft: TicketDraft, createdAt: Timestamp, updatedAt: Timestamp,
    enteredAt: Timestamp, comments: [Comment] = []
  ) {
    self.source = source
    self.draft = draft
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.enteredAt = enteredAt
    self.comments = comments
  }
}
