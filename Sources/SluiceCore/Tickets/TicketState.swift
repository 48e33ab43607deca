/// Everything the rules need to know of a ticket.
public struct TicketState: Hashable, Sendable {
  /// The ticket.
  public var ticket: Ticket
  /// What has been confirmed of its gates.
  public var progress: GateProgress

  /// A ticket with its progress.
  public init(ticket: Ticket, progress: GateProgress = GateProgress()) {
    self.ticket = ticket
    self.progress = progress
  }
}
