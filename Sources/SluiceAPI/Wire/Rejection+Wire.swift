internal import SluiceCore

extension Rejection: WireChoice {
  static let caseNames = [
    "unknown_status", "no_transition", "gates_unmet", "wip_limit", "unknown_gate", "unknown_item",
    "nothing_to_acknowledge", "unknown_field", "invalid_value", "gate_elsewhere", "target_needed",
    "assistant_missing", "claimed", "not_for_agents", "resolved", "not_in_progress",
    "workflow_fixed", "nothing_to_undo", "not_yours", "touched_since", "status_gone",
    "sub_task_left", "task_deleted", "reversal_reversed", "not_reversible",
  ]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    switch name {
    case "unknown_status":
      self = .unknownStatus(name: try parts.read("name"), known: try parts.read("known"))
    case "no_transition":
      self = .noTransition(
        from: try parts.read("from"), to: try parts.read("to"),
        allowed: try parts.read("allowed"))
    case "gates_unmet":
      self = .gatesUnmet(
        from: try parts.read("from"), to: try parts.read("to"), gates: try parts.read("gates"))
    case "wip_limit":
      self = .wipLimit(
        status: try parts.read("status"), limit: try parts.read("limit"),
        count: try parts.read("count"))
    case "unknown_gate":
      self = .unknownGate(key: try parts.read("key"), known: try parts.read("known"))
    case "unknown_item":
      self = .unknownItem(
        gate: try parts.read("gate"), key: try parts.read("key"), known: try parts.read("known"))
    case "nothing_to_acknowledge": self = .nothingToAcknowledge(gate: try parts.read("gate"))
    case "unknown_field":
      self = .unknownField(key: try parts.read("key"), known: try parts.read("known"))
    case "invalid_value":
      self = .invalidValue(
        attribute: try parts.read("attribute"), message: try parts.read("message"))
    case "gate_elsewhere":
      self = .gateElsewhere(
        gate: try parts.read("gate"), from: try parts.read("from"),
        current: try parts.read("current"))
    case "target_needed":
      self = .targetNeeded(gate: try parts.read("gate"), candidates: try parts.read("candidates"))
    default: self = try Self.ofClaimOrUndo(name, &parts)
    }
  }

  private static func ofClaimOrUndo(
    _ name: String, _ parts: inout WireObject
  ) throws(WireFault) -> Rejection {
    switch name {
    case "assistant_missing": .assistantMissing(stage: try parts.read("stage"))
    case "claimed": .claimed(ticket: try parts.read("ticket"), holder: try parts.read("holder"))
    case "not_for_agents": .notForAgents
    case "resolved": .resolved(status: try parts.read("status"))
    case "not_in_progress":
      .notInProgress(status: try parts.read("status"), known: try parts.read("known"))
    case "workflow_fixed":
      .workflowFixed(ticket: try parts.read("ticket"), isBound: try parts.read("bound"))
    case "nothing_to_undo":
      .nothingToUndo(
        isRedo: try parts.read("redo"), afterOthers: try parts.optional("after_others"))
    case "not_yours":
      .notYours(ticket: try parts.optional("ticket"), author: try parts.read("author"))
    case "touched_since": .touchedSince(ticket: try parts.read("ticket"))
    case "status_gone":
      .statusGone(
        ticket: try parts.read("ticket"), status: try parts.read("status"),
        workflow: try parts.read("workflow"))
    case "sub_task_left":
      .subTaskLeft(task: try parts.read("task"), subTask: try parts.read("sub_task"))
    case "task_deleted":
      .taskDeleted(subTask: try parts.read("sub_task"), task: try parts.read("task"))
    case "reversal_reversed": .reversalReversed(isRedo: try parts.read("redo"))
    default: .notReversible(try parts.read("reason"))
    }
  }
}
