@testable import SluiceCore

/// A fault put into the sound definition of `WorkflowFindingTests`, and what is told of it.
struct Fault: Sendable, CustomStringConvertible {
  let name: String
  /// Whether it is none where any move passes.
  var isOfTransitions = true
  let told: [String]
  let make: @Sendable (inout WorkflowDraft) -> Void

  var description: String { name }

  static let all = ofStatuses + ofEnds + ofStages + ofGates

  private static let ofStatuses = [
    Fault(
      name: "a status that nothing leads to",
      told: [
        "UNREACHABLE_STATUS statuses[3] No way leads from “A” to “Parked”."
          + " Add a transition from “B2” to “Parked”, or remove the status."
      ]
    ) { draft in
      draft.statuses.insert(WorkflowDraft.StatusDraft("Parked", "todo"), at: 3)
      draft.stages[0].statuses.append("Parked")
      draft.transitions.append(WorkflowDraft.TransitionDraft("Parked", "B1"))
    },
    Fault(
      name: "a status without exit",
      told: [
        "DEAD_END statuses[4] Nothing leads out of “Stuck”, and it is neither done nor cancelled."
          + " Add a transition from “Stuck”, or give it the category done."
      ]
    ) { draft in
      draft.statuses.append(WorkflowDraft.StatusDraft("Stuck", "in_review"))
      draft.stages[2].statuses.append("Stuck")
      draft.transitions.append(WorkflowDraft.TransitionDraft("B1", "Stuck"))
    },
    Fault(
      name: "an end as the beginning", isOfTransitions: false,
      told: [
        "TERMINAL_START statuses[0] Tickets start in “A”, where work is over."
          + " Put the status first in which work waits to be begun."
      ]
    ) { $0.statuses[0].category = "cancelled" },
    Fault(
      name: "a limit at the end", isOfTransitions: false,
      told: [
        "TERMINAL_LIMIT statuses[3].wip_limit “Done” takes at most 3, but work that is over stays"
          + " there. Remove the limit."
      ]
    ) { $0.statuses[3].wipLimit = 3 },
    Fault(
      name: "names told apart by case", isOfTransitions: false,
      told: [
        "SIMILAR_NAMES statuses[2].name Only their case tells “b1” and “B1” apart."
          + " Rename one of them."
      ]
    ) { draft in
      draft.statuses[2].name = "b1"
      draft.stages[1].statuses[1] = "b1"
      draft.transitions = ["A B1", "B1 b1", "b1 Done"].map(Fault.step)
    },
  ]

  private static let ofEnds = [
    Fault(
      name: "no end", isOfTransitions: false,
      told: [
        "NO_TERMINAL_STATUS statuses No status is done or cancelled, so no work ever ends."
          + " Add a status of the category done, or give one of these that category."
      ]
    ) { draft in
      draft.statuses[3].category = "in_review"
      draft.transitions.append(WorkflowDraft.TransitionDraft("Done", "A"))
    },
    Fault(
      name: "a circle across stages",
      told: [
        "ENDLESS_CIRCLE statuses[4] “X” and “Y” lead only to one another, and none of them is done"
          + " or cancelled. Add a transition from one of them to a status that is done or cancelled."
      ]
    ) { draft in
      draft.statuses += ["X", "Y"].map { WorkflowDraft.StatusDraft($0, "in_review") }
      draft.stages[1].statuses.append("X")
      draft.stages[2].statuses.append("Y")
      draft.transitions += ["B1 X", "X Y", "Y X"].map(Fault.step)
    },
  ]

  private static let ofStages = [
    Fault(
      name: "a stage without exit",
      told: [
        "STAGE_WITHOUT_EXIT stages[2] Nothing leads out of stage “Hold”, and no work ends there."
          + " Add a transition from one of its statuses to another stage."
      ]
    ) { draft in
      draft.statuses += ["X", "Y"].map { WorkflowDraft.StatusDraft($0, "in_review") }
      draft.stages.insert(WorkflowDraft.StageDraft("h", "Hold", ["X", "Y"]), at: 2)
      draft.transitions += ["B1 X", "X Y", "Y X"].map(Fault.step)
    },
    Fault(
      name: "an assistant for the last stage", isOfTransitions: false,
      told: [
        "IDLE_AGENT_STAGE stages[2].agent_required Only an assistant can complete stage “End”, but"
          + " no move completes it. Leave agent_required out, or add a stage after it."
      ]
    ) { $0.stages[2].isAgentRequired = true },
    Fault(
      name: "an assistant for a stage that only leads back",
      told: [
        "IDLE_AGENT_STAGE stages[2].agent_required Only an assistant can complete stage “Side”, but"
          + " no move completes it. Add a transition to a later stage, or leave agent_required out."
      ]
    ) { draft in
      draft.statuses.append(WorkflowDraft.StatusDraft("Side", "in_progress"))
      draft.stages.insert(
        WorkflowDraft.StageDraft("s", "Side", ["Side"], isAgentRequired: true), at: 2)
      draft.transitions += ["B1 Side", "Side B1"].map(Fault.step)
    },
  ]

  private static let ofGates = [
    Fault(
      name: "a gate backward that no step takes",
      told: [
        "UNMET_GATE gates[1] No transition meets gate “Reopen”. Add a transition from stage “End” to"
          + " stage “Plan”, or remove the gate."
      ]
    ) { draft in
      draft.gates.append(
        Gate(key: "r", name: "Reopen", from: "c", to: "a", acknowledgment: "Sorry."))
    },
    Fault(
      name: "a gate over stages that are only left one by one",
      told: [
        "UNMET_GATE gates[0] No transition meets gate “Whole”. Add a transition from stage “Plan” to"
          + " stage “End”, or remove the gate."
      ]
    ) { draft in
      draft.gates.insert(
        Gate(key: "w", name: "Whole", from: "a", to: "c", acknowledgment: "Yes."), at: 0)
    },
    Fault(
      name: "a field that nothing asks for", isOfTransitions: false,
      told: [
        "UNREQUIRED_FIELD fields[0] No gate requires field “Size”."
          + " Name “size” among the required_fields of a gate, or remove the field."
      ]
    ) { $0.gates[0].requiredFields = [] },
  ]

  /// The step that two names with a blank between them stand for.
  @Sendable private static func step(_ names: String) -> WorkflowDraft.TransitionDraft {
    let names = names.split(separator: " ").map(String.init)
    return WorkflowDraft.TransitionDraft(names[0], names[1])
  }
}
