/// Why a rule refused a change.
///
/// Source: rule 11.
///
/// It carries what happened as data; `message` and `nextStep` say it to a person.
public enum Rejection: Error, Hashable, Sendable {
  /// One gate on the way, and what it still asks for.
  public struct GateNeed: Hashable, Sendable {
    /// The gate.
    public let gate: Gate
    /// What does not hold yet; never empty.
    public let unmet: [Gate.Requirement]
    /// What the unmet requirements say, in the same order.
    public let texts: [String]

    /// A gate on the way, with its parts.
    public init(gate: Gate, unmet: [Gate.Requirement], texts: [String]) {
      self.gate = gate
      self.unmet = unmet
      self.texts = texts
    }
  }

  /// The workflow has no such status.
  case unknownStatus(name: String, known: [String])
  /// The step is not a transition and the workflow is strict.
  case noTransition(from: String, to: String, allowed: [String])
  /// Gates on the way are not satisfied.
  case gatesUnmet(from: String, to: String, gates: [GateNeed])
  /// The status is full and the workflow is strict.
  case wipLimit(status: String, limit: Int, count: Int)
  /// The workflow has no such gate.
  case unknownGate(key: String, known: [String])
  /// The gate has no such item.
  case unknownItem(gate: String, key: String, known: [String])
  /// The gate has no text to accept.
  case nothingToAcknowledge(gate: String)
  /// The workflow has no such field.
  case unknownField(key: String, known: [String])
  /// A value of a ticket or a field is not acceptable.
  case invalidValue(attribute: String, message: String)
  /// The gate leads out of another stage than the one the ticket is in.
  case gateElsewhere(gate: String, from: String, current: String)
  /// Several statuses lie behind the gate, and none of them was chosen.
  case targetNeeded(gate: String, candidates: [String])
  /// The stage needs an assistant to be completed, and none is configured and active.
  case assistantMissing(stage: String)
  /// Another agent works on it.
  case claimed(ticket: TicketKey, holder: String)
  /// It is meant to be done by a person.
  case notForAgents
  /// Work on it is over.
  case resolved(status: String)
  /// A claim leads to a status of category in progress, and this is none; `known` are those there are.
  case notInProgress(status: String, known: [String])
  /// The workflow of a ticket does not change.
  case workflowFixed(ticket: TicketKey, isBound: Bool)
  /// There is nothing to take back, or to make again; or so many events of others lie before it that it is not
  /// looked for.
  case nothingToUndo(isRedo: Bool, afterOthers: Int? = nil)
  /// The change was made by someone else.
  case notYours(ticket: TicketKey?, author: String)
  /// Something else has happened to the ticket since.
  case touchedSince(ticket: TicketKey)
  /// The ticket would come back, and its workflow has nothing like the status that it was in.
  case statusGone(ticket: TicketKey, status: String, workflow: String)
  /// The task would go, and its sub-task would be left.
  case subTaskLeft(task: TicketKey, subTask: TicketKey)
  /// The sub-task would come back, and its task is deleted.
  case taskDeleted(subTask: TicketKey, task: TicketKey)
  /// The change is itself a taking back, or a making again.
  case reversalReversed(isRedo: Bool)
  /// History does not keep what would be needed.
  case notReversible(String)
}
