/// An event with where it happened, for those who follow several organizations.
public struct FeedItem: Hashable, Sendable {
  /// Whose it is.
  public let organization: Organization.ID
  /// The project it happened in; `nil` for what is no project's.
  public let project: Project.ID?
  /// The ticket it happened to, if it is a ticket's.
  public let ticket: Ticket.ID?
  /// What happened.
  public let event: Event

  /// An event with where it happened.
  public init(
    organization: Organization.ID, project: Project.ID?, ticket: Ticket.ID?, event: Event
  ) {
    self.organization = organization
    self.project = project
    self.ticket = ticket
    self.event = event
  }
}
