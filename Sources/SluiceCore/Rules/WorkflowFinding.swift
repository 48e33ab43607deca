/// Something that is not wrong in a definition, but seldom meant.
///
/// Source: rule 2.
public struct WorkflowFinding: Hashable, Sendable {
  /// What was found, stable across versions.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// Tickets start where work is over.
    case terminalStart = "TERMINAL_START"
    /// No way leads from the first status to this one.
    case unreachableStatus = "UNREACHABLE_STATUS"
    /// Nothing leads out of the status, and it is not terminal.
    case deadEnd = "DEAD_END"
    /// A limit where work is over and stays.
    case terminalLimit = "TERMINAL_LIMIT"
    /// Two statuses that only their case tells apart.
    case similarNames = "SIMILAR_NAMES"
    /// No status is terminal.
    case noTerminalStatus = "NO_TERMINAL_STATUS"
    /// Statuses that lead only to one another, none of them terminal.
    case endlessCircle = "ENDLESS_CIRCLE"
    /// The same where they make up a stage.
    case stageWithoutExit = "STAGE_WITHOUT_EXIT"
    /// Only an assistant can complete the stage, but nothing ever asks whether it is complete.
    case idleAgentStage = "IDLE_AGENT_STAGE"
    /// No move meets the gate.
    case unmetGate = "UNMET_GATE"
    /// No gate requires the field.
    case unrequiredField = "UNREQUIRED_FIELD"
  }

  /// What was found.
  public let code: Code
  /// Where it stands, as a path into the definition: `statuses[3]`.
  public let place: String
  /// One sentence for a person.
  public let message: String
  /// What would mend it, as one sentence.
  public let suggestion: String

  init(_ code: Code, _ place: String, _ message: String, _ suggestion: String) {
    self.code = code
    self.place = place
    self.message = message
    self.suggestion = suggestion
  }
}

extension Workflow {
  /// What is not wrong in the definition but seldom meant: of statuses, then stages, gates and fields.
  ///
  /// Moves are the transitions where enforcement minds them, be it by a warning; where it does not, any move
  /// is one, and little can be amiss. One fault is named once, where it is mended. Source: rule 2.
  public var findings: [WorkflowFinding] {
    let review = WorkflowReview(self)
    return review.ofStatuses + review.ofEnds + review.ofStages + review.ofGates + review.ofFields
  }
}
