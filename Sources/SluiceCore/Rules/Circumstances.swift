/// What the rules need to know of the world around a ticket.
public struct Circumstances {
  /// Who makes the change.
  public let actor: Actor
  /// When.
  public let now: Timestamp
  /// Whether an assistant provider is configured and active.
  ///
  /// Source: rule 7.
  public let hasAssistant: Bool
  /// How many tickets a status holds; asked only where there is a limit.
  public let occupancy: (Status.ID) -> Int

  /// Circumstances with their parts.
  public init(
    by actor: Actor, at now: Timestamp, hasAssistant: Bool,
    occupancy: @escaping (Status.ID) -> Int
  ) {
    self.actor = actor
    self.now = now
    self.hasAssistant = hasAssistant
    self.occupancy = occupancy
  }
}
