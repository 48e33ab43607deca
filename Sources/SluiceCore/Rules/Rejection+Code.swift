extension Rejection {
  /// The machine code, stable across versions.
  public var code: String {
    switch self {
    case .unknownStatus: "UNKNOWN_STATUS"
    case .noTransition: "NO_TRANSITION"
    case .gatesUnmet: "GATE_UNMET"
    case .wipLimit: "WIP_LIMIT"
    case .unknownGate: "UNKNOWN_GATE"
    case .unknownItem: "UNKNOWN_ITEM"
    case .nothingToAcknowledge: "NOTHING_TO_ACKNOWLEDGE"
    case .unknownField: "UNKNOWN_FIELD"
    case .invalidValue: "INVALID_VALUE"
    case .gateElsewhere: "GATE_ELSEWHERE"
    case .targetNeeded: "TARGET_NEEDED"
    case .assistantMissing: "ASSISTANT_MISSING"
    case .claimed: "CLAIMED"
    case .notForAgents: "NOT_FOR_AGENTS"
    case .resolved: "RESOLVED"
    case .notInProgress: "NOT_IN_PROGRESS"
    case .workflowFixed: "WORKFLOW_FIXED"
    case .nothingToUndo: "NOTHING_TO_UNDO"
    case .notYours: "NOT_YOURS"
    case .touchedSince: "TOUCHED_SINCE"
    case .statusGone: "STATUS_GONE"
    case .subTaskLeft: "SUB_TASK_LEFT"
    case .taskDeleted: "TASK_DELETED"
    case .reversalReversed, .notReversible: "NOT_REVERSIBLE"
    }
  }

  /// Whether someone else's doing is in the way, rather than a rule of the workflow.
  ///
  /// Source: rules 6 and 9.
  public var isConflict: Bool {
    switch self {
    case .claimed, .touchedSince, .notYours, .subTaskLeft, .taskDeleted: true
    default: false
    }
  }
}
