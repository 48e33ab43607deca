/// What the random programs must reach: each rule with each of its outcomes.
enum Coverage {
  static let expected: [String] =
    pairs("move", "done warned UNKNOWN_STATUS NO_TRANSITION WIP_LIMIT GATE_UNMET ASSISTANT_MISSING")
    + pairs("move", "CLAIMED NOT_FOUND CONFLICT")
    + pairs("edit", "done INVALID_VALUE CLAIMED NOT_FOUND CONFLICT")
    + pairs("tick", "done UNKNOWN_GATE UNKNOWN_ITEM CLAIMED NOT_FOUND CONFLICT")
    + pairs("acknowledge", "done UNKNOWN_GATE NOTHING_TO_ACKNOWLEDGE NOT_FOUND CONFLICT")
    + pairs("setValue", "done UNKNOWN_FIELD INVALID_VALUE CLAIMED NOT_FOUND CONFLICT")
    + pairs("setValues", "done INVALID_VALUE CLAIMED NOT_FOUND CONFLICT")
    + pairs("progress", "done warned UNKNOWN_GATE GATE_ELSEWHERE UNKNOWN_ITEM TARGET_NEEDED")
    + pairs("progress", "NO_TRANSITION WIP_LIMIT UNKNOWN_STATUS ASSISTANT_MISSING CLAIMED")
    + pairs("progress", "NOTHING_TO_ACKNOWLEDGE NOT_FOUND CONFLICT")
    + pairs("comment", "done INVALID_VALUE NOT_FOUND CONFLICT")
    + pairs("claim", "done warned CLAIMED NOT_FOR_AGENTS RESOLVED NOT_IN_PROGRESS NO_TRANSITION")
    + pairs("claim", "WIP_LIMIT GATE_UNMET ASSISTANT_MISSING UNKNOWN_STATUS NOT_FOUND CONFLICT")
    + pairs("release", "done CLAIMED NOT_FOUND CONFLICT")
    + pairs("delete", "done CLAIMED NOT_FOUND")
    + pairs("create", "done warned UNKNOWN_STATUS WIP_LIMIT INVALID_VALUE")
    + pairs("create bound", "done warned UNKNOWN_STATUS WIP_LIMIT INVALID_VALUE")
    + pairs("bulk", "done warned NO_TRANSITION GATE_UNMET WIP_LIMIT CLAIMED NOT_FOUND")
    + pairs(
      "bulk", "ASSISTANT_MISSING GATE_ELSEWHERE INVALID_VALUE NOTHING_TO_ACKNOWLEDGE RESOLVED")
    + pairs("bulk", "NOT_FOR_AGENTS NOT_IN_PROGRESS UNKNOWN_FIELD UNKNOWN_GATE UNKNOWN_ITEM")
    + pairs("bulk", "UNKNOWN_STATUS TARGET_NEEDED")
    + pairs("bulk, keeping going", "done warned")
    + pairs("undo", "done warned NOTHING_TO_UNDO NOT_YOURS TOUCHED_SINCE NOT_REVERSIBLE WIP_LIMIT")
    + pairs("undo", "STATUS_GONE")
    + pairs("redo", "done NOTHING_TO_UNDO NOT_YOURS TOUCHED_SINCE")
    + pairs("editWorkflow", "done CONFLICT VALIDATION_ERROR UNKNOWN_STATUS")
    + pairs("editProject", "done CONFLICT UNKNOWN_STATUS")
    + ["column of a guest", "column of an own revision", "queue waiting", "queue empty"]
    + ["claimed something", "claimed nothing"]
    + pairs("createProvider", "done") + pairs("deleteProvider", "done NOT_FOUND")
    + pairs("none", "done warned GATE_UNMET ASSISTANT_MISSING") + pairs("none", anyMode)
    + pairs("warn", "done warned GATE_UNMET ASSISTANT_MISSING") + pairs("warn", anyMode)
    + pairs("strict", "done warned NO_TRANSITION WIP_LIMIT GATE_UNMET ASSISTANT_MISSING")
    + pairs("strict", anyMode)

  /// What does not depend on how strict a workflow is.
  private static let anyMode =
    "CLAIMED CONFLICT GATE_ELSEWHERE INVALID_VALUE NOTHING_TO_ACKNOWLEDGE NOT_FOR_AGENTS "
    + "NOT_FOUND NOT_IN_PROGRESS RESOLVED TARGET_NEEDED UNKNOWN_FIELD UNKNOWN_GATE UNKNOWN_ITEM "
    + "UNKNOWN_STATUS"

  private static func pairs(_ rule: String, _ outcomes: String) -> [String] {
    outcomes.split(separator: " ").map { "\(rule) \($0)" }
  }
}
