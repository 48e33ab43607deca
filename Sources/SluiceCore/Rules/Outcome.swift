/// What an accepted change makes of a ticket.
public struct Outcome: Hashable, Sendable {
  /// The ticket after the change; its version has grown by one if anything happened.
  public var state: TicketState
  /// What goes into history; empty if nothing happened.
  public var events: [Event.Draft]
  /// The comments to add.
  public var comments: [Comment]
  /// The comments to remove, because their making is taken back.
  public var removedComments: [Comment]
  /// What a gate still asks for after a partial progress.
  public var needs: [Rejection.GateNeed]

  init(_ state: TicketState) {
    self.state = state
    events = []
    comments = []
    removedComments = []
    needs = []
  }

  /// What rules in mode `warn` had to say.
  public var warnings: [String] {
    events.compactMap(\.warning)
  }

  /// Counts the version and the time of the change once, if there was one.
  mutating func stamp(at now: Timestamp) {
    guard !events.isEmpty else { return }
    state.ticket.version += 1
    state.ticket.updatedAt = now
  }
}
