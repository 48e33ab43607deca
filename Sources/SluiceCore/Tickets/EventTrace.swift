/// What an event keeps beyond its words, so that a ticket can be rebuilt from history and a change taken back.
///
/// Source: rules 8 and 9.
public enum EventTrace: Hashable, Sendable {
  /// The ticket as it was made, the workflow that it followed, `nil` if it is bound to its own, and the codes
  /// of the rules that only `strict` would have held against its start.
  case made(Ticket, following: Workflow.ID? = nil, broken: [String] = [])
  /// The statuses left and entered, and when the one left had been entered; what rules the step broke.
  case step(Step)
  /// What was confirmed before and is no longer.
  case cleared([GateProgress.Mark: GateProgress.Stamp])
  /// A field's former value with who had given it, and its new one.
  case value(former: Answer?, new: FieldValue?)
  /// The number of the change that was taken back or made again.
  case change(Int64)
  /// Who wrote a remark that came from elsewhere, and when.
  case remark(GateProgress.Stamp)
  /// When the ticket had last changed, there or here, as an import says.
  case updated(Timestamp)

  /// A way from one status to another.
  public struct Step: Hashable, Sendable {
    /// The status left.
    public let from: Status.ID
    /// The status entered.
    public let to: Status.ID
    /// When the status left had been entered.
    public let entered: Timestamp
    /// When the new status was entered; `nil` for the moment of the event.
    public let arrived: Timestamp?
    /// The codes of the rules that only `strict` would have held against it.
    public let broken: [String]
    /// The workflow that the ticket was checked against from then on; `nil` for the same as before.
    public let workflow: Workflow.ID?

    /// A way with its parts.
    public init(
      from: Status.ID, to: Status.ID, entered: Timestamp, arrived: Timestamp? = nil,
      broken: [String] = [], workflow: Workflow.ID? = nil
    ) {
      self.from = from
      self.to = to
      self.entered = entered
      self.arrived = arrived
      self.broken = broken
      self.workflow = workflow
    }
  }

  /// A value that was given.
  public struct Answer: Hashable, Sendable {
    /// The value.
    public let value: FieldValue
    /// Who gave it, and when.
    public let stamp: GateProgress.Stamp

    /// A value with its giver.
    public init(_ value: FieldValue, _ stamp: GateProgress.Stamp) {
      self.value = value
      self.stamp = stamp
    }
  }
}
