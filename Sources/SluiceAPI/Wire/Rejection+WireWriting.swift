internal import SluiceCore

extension Rejection {
  func write(to writer: inout WireWriter) {
    switch self {
    case .unknownStatus(let name, let known):
      writer.choice("unknown_status", ("name", name), ("known", known))
    case .noTransition(let from, let to, let allowed):
      writer.choice("no_transition", ("from", from), ("to", to), ("allowed", allowed))
    case .gatesUnmet(let from, let to, let gates):
      writer.choice("gates_unmet", ("from", from), ("to", to), ("gates", gates))
    case .wipLimit(let status, let limit, let count):
      writer.choice("wip_limit", ("status", status), ("limit", limit), ("count", count))
    case .unknownGate(let key, let known):
      writer.choice("unknown_gate", ("key", key), ("known", known))
    case .unknownItem(let gate, let key, let known):
      writer.choice("unknown_item", ("gate", gate), ("key", key), ("known", known))
    case .nothingToAcknowledge(let gate):
      writer.choice("nothing_to_acknowledge", ("gate", gate))
    case .unknownField(let key, let known):
      writer.choice("unknown_field", ("key", key), ("known", known))
    case .invalidValue(let attribute, let message):
      writer.choice("invalid_value", ("attribute", attribute), ("message", message))
    case .gateElsewhere(let gate, let from, let current):
      writer.choice("gate_elsewhere", ("gate", gate), ("from", from), ("current", current))
    case .targetNeeded(let gate, let candidates):
      writer.choice("target_needed", ("gate", gate), ("candidates", candidates))
    default: writeOfClaimOrUndo(to: &writer)
    }
  }

  private func writeOfClaimOrUndo(to writer: inout WireWriter) {
    switch self {
    case .assistantMissing(let stage): writer.choice("assistant_missing", ("stage", stage))
    case .claimed(let ticket, let holder):
      writer.choice("claimed", ("ticket", ticket), ("holder", holder))
    case .notForAgents: writer.choice("not_for_agents")
    case .resolved(let status): writer.choice("resolved", ("status", status))
    case .notInProgress(let status, let known):
      writer.choice("not_in_progress", ("status", status), ("known", known))
    case .workflowFixed(let ticket, let isBound):
      writer.choice("workflow_fixed", ("ticket", ticket), ("bound", isBound))
    case .nothingToUndo(let isRedo, let count):
      writer.choice("nothing_to_undo") {
        $0.member("redo", isRedo)
        $0.member("after_others", count)
      }
    case .notYours(let ticket, let author):
      writer.choice("not_yours") {
        $0.member("ticket", ticket)
        $0.member("author", author)
      }
    case .touchedSince(let ticket): writer.choice("touched_since", ("ticket", ticket))
    case .statusGone(let ticket, let status, let workflow):
      writer.choice(
        "status_gone", ("ticket", ticket), ("status", status), ("workflow", workflow))
    case .subTaskLeft(let task, let subTask):
      writer.choice("sub_task_left", ("task", task), ("sub_task", subTask))
    case .taskDeleted(let subTask, let task):
      writer.choice("task_deleted", ("sub_task", subTask), ("task", task))
    case .reversalReversed(let isRedo): writer.choice("reversal_reversed", ("redo", isRedo))
    case .notReversible(let reason): writer.choice("not_reversible", ("reason", reason))
    default: break
    }
  }
}
