/// An allowed step from one status to another.
public struct Transition: Hashable, Sendable {
  /// The status left.
  public let from: Status.ID
  /// The status entered.
  public let to: Status.ID

  /// The step between two statuses.
  public init(from: Status.ID, to: Status.ID) {
    self.from = from
    self.to = to
  }
}
