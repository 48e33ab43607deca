/// What an accepted change makes of a ticket.
public struct Outcome: Hashable, Sendable {
  /// The ticket after the change; its version has grown by one if anything happened.
  public var state: TicketState
  /// What goes into history; empty if nothing happened.
  public var events: [Event.Draft]
  /// The comments to add.
  public var comments: [String]

  init(_ state: TicketState) {
    self.state = state
    events = []
    comments = []
  }

  /// What rules in mode `warn` had to say.
  public var warnings: [String] {
    events.compactMap(\.warning)
  }
}
