/// What the random programs must reach: each rule with each of its outcomes.
enum Coverage {
  static let expected: [String] =
    pairs("move", "done warned UNKNOWN_STATUS NO_TRANSITION WIP_LIMIT GATE_UNMET ASSISTANT_MISSING")
    + pairs("move", "CLAIMED NOT_FOUND CONFLICT")
    + pairs("edit", "done INVALID_VALUE CLAIMED")
    + pairs("tick", "done UNKNOWN_GATE UNKNOWN_ITEM CLAIMED")
    + pairs("acknowledge", "done UNKNOWN_GATE NOTHING_TO_ACKNOWLEDGE")
    + pairs("setValue", "done UNKNOWN_FIELD INVALID_VALUE")
    + pairs("setValues", "done INVALID_VALUE")
    + pairs("progress", "done warned UNKNOWN_GATE GATE_ELSEWHERE UNKNOWN_ITEM TARGET_NEEDED")
    + pairs("progress", "NO_TRANSITION WIP_LIMIT UNKNOWN_STATUS ASSISTANT_MISSING")
    + pairs("comment", "done INVALID_VALUE")
    + pairs("claim", "done warned CLAIMED NOT_FOR_AGENTS RESOLVED NOT_IN_PROGRESS NO_TRANSITION")
    + pairs("claim", "WIP_LIMIT GATE_UNMET") + pairs("release", "done CLAIMED")
    + pairs("delete", "done CLAIMED NOT_FOUND")
    + pairs("create", "done warned UNKNOWN_STATUS WIP_LIMIT INVALID_VALUE")
    + pairs("create bound", "done warned UNKNOWN_STATUS WIP_LIMIT INVALID_VALUE")
    + pairs("bulk", "done warned NO_TRANSITION GATE_UNMET WIP_LIMIT CLAIMED NOT_FOUND")
    + pairs("bulk, keeping going", "done warned")
    + pairs("undo", "done warned NOTHING_TO_UNDO NOT_YOURS TOUCHED_SINCE NOT_REVERSIBLE WIP_LIMIT")
    + pairs("undo", "STATUS_GONE")
    + pairs("redo", "done NOTHING_TO_UNDO NOT_YOURS TOUCHED_SINCE")
    + pairs("editWorkflow", "done CONFLICT VALIDATION_ERROR")
    + pairs("createProvider", "done") + pairs("deleteProvider", "done NOT_FOUND")
    + pairs("none", "done GATE_UNMET ASSISTANT_MISSING")
    + pairs("warn", "done warned GATE_UNMET ASSISTANT_MISSING")
    + pairs("strict", "done warned NO_TRANSITION WIP_LIMIT GATE_UNMET ASSISTANT_MISSING")

  private static func pairs(_ rule: String, _ outcomes: String) -> [String] {
    outcomes.split(separator: " ").map { "\(rule) \($0)" }
  }
}
