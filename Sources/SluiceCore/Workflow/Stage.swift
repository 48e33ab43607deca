/// An ordered group of statuses: the coarse phase that work is in.
///
/// Source: OpenIndex, “Stages”.
public struct Stage: Hashable, Sendable {
  /// Unique within the workflow.
  public let key: String
  /// The heading of the band on the board.
  public var name: String
  /// The statuses of the stage, in the workflow's order.
  public var statuses: [Status.ID]
  /// Whether only an assistant can complete the stage.
  public var isAgentRequired: Bool

  /// A stage with its parts.
  public init(key: String, name: String, statuses: [Status.ID], isAgentRequired: Bool = false) {
    self.key = key
    self.name = name
    self.statuses = statuses
    self.isAgentRequired = isAgentRequired
  }
}
