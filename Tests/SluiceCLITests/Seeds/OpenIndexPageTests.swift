import SluiceCore
import Testing

@testable import SluiceCLI

/// OpenIndex's page on workflows on the local engine, sentence by sentence; `sluice` stands for `oi`.
@Suite("OpenIndex’s workflow page") struct OpenIndexPageTests {
  private let machine = Machine()

  /// A strict workflow with two statuses in a stage, a gate of every kind, and an agent's stage.
  private static let abc = """
    {"name": "ABC", "enforcement": "strict",
     "statuses": [{"name": "todo", "category": "todo"}, {"name": "in_progress", "category": "in_progress"},
                  {"name": "in_review", "category": "in_review"}, {"name": "awaiting_approval", "category": "in_review"},
                  {"name": "done", "category": "done"}, {"name": "dropped", "category": "cancelled"}],
     "transitions": [{"from": "todo", "to": "in_progress"}, {"from": "in_progress", "to": "in_review"},
                     {"from": "in_review", "to": "awaiting_approval"}, {"from": "awaiting_approval", "to": "done"},
                     {"from": "in_review", "to": "dropped"}],
     "stages": [{"key": "plan", "name": "Plan", "statuses": ["todo"]},
                {"key": "build", "name": "Build", "statuses": ["in_progress"]},
                {"key": "review", "name": "Review", "statuses": ["in_review", "awaiting_approval"], "agent_required": true},
                {"key": "end", "name": "End", "statuses": ["done", "dropped"]}],
     "gates": [{"key": "ready", "name": "Ready", "from": "build", "to": "review", "acknowledgment": "I ran it.",
                "checklist": [{"key": "tests", "text": "Tests pass"}, {"key": "docs", "text": "Docs say so"}],
                "required_fields": ["acceptance_criteria"]}],
     "fields": [{"key": "acceptance_criteria", "name": "Acceptance criteria", "type": "text"}]}
    """

  /// A project `ABC` on that workflow with one item, moved on to a status.
  private func start(at status: String? = nil) {
    machine.run("project create --key ABC")
    let file = machine.folder.write(Self.abc, to: "abc.json")
    machine.run("workflow create --file \(file)")
    machine.run("project update ABC --workflow-id ABC")
    machine.run("ticket create -p ABC One")
    guard let status else { return }
    machine.run("work-item claim ABC-1 --agent-id bot --to-status in_progress")
    guard status == "in_review" else { return }
    pass()
  }

  @discardableResult
  private func pass() -> Machine.Run {
    machine.run(
      "work-item progress ABC-1 ready --acknowledge --check tests --check docs --set",
      "acceptance_criteria=It logs in")
  }

  private func move(_ status: String) -> Machine.Run {
    machine.run("ticket transition ABC-1 --to-status \(status)")
  }

  @Test("It specifies the statuses, transitions, stages, stage gates and custom fields")
  func specifies() {
    start()
    let json = machine.run("workflow get ABC --json").output
    for part in ["statuses", "transitions", "stages", "gates", "fields"] {
      #expect(json.contains("\"\(part)\": [\n"))
    }
  }

  @Test("workflowId is immutable.")
  func immutable() {
    start()
    machine.run("ticket create -p ABC --workflow-id ABC Two")
    let run = machine.run("work-item update ABC-2 --workflow-id Default")
    #expect(run.exit == .refused)
    #expect(run.messages.contains("ABC-2 is bound to its workflow, and that never changes."))
    #expect(machine.run("work-item update ABC-2 --workflow-id ABC").exit == .done)
  }

  @Test("invalid moves are rejected before they reach storage")
  func beforeStorage() {
    start()
    let events = machine.run("event list").output
    #expect(move("done").exit == .refused)
    #expect(machine.run("event list").output == events)
  }

  @Test("The set of valid statuses and the transitions between them are defined by the workflow.")
  func valid() {
    start()
    #expect(move("blocked").exit == .refused)
    #expect(move("in_progress").exit == .done)
  }

  @Test("The server validates every status transition.")
  func everyTransition() {
    start()
    for name in ["in_review", "awaiting_approval", "done", "dropped"] {
      #expect(move(name).exit == .refused)
    }
  }

  @Test("allowedTransitions, terminalStatuses, and availableStageGates")
  func transitionsPayload() {
    start(at: "in_progress")
    let json = machine.run("work-item transitions ABC-1 --json").output
    #expect(json.contains("\"allowedTransitions\": [\n    \"in_review\"\n  ]"))
    #expect(json.contains("\"terminalStatuses\": [\n    \"done\",\n    \"dropped\"\n  ]"))
    #expect(json.contains("\"key\": \"ready\""))
  }

  @Test("Stages are logical groupings of statuses for progression tracking.")
  func stages() {
    start(at: "in_review")
    #expect(
      machine.run("work-item transitions ABC-1 --json").output.contains(
        "\"currentStage\": \"review\""))
    #expect(move("awaiting_approval").exit == .done)
    #expect(
      machine.run("work-item transitions ABC-1 --json").output.contains(
        "\"currentStage\": \"review\""))
  }

  @Test(
    "Before work can move from one stage to the next, the gate’s requirements must be satisfied.")
  func gate() {
    start(at: "in_progress")
    let run = move("in_review")
    #expect(run.exit == .refused)
    #expect(run.messages.contains("gate “Ready”: 4 of 4 left"))
    #expect(pass().output == "ABC-1 passed gate ready: in_progress → in_review\n")
  }

  @Test("The caller must explicitly accept a requirement description")
  func acknowledgment() {
    start(at: "in_progress")
    let run = machine.run(
      "work-item progress ABC-1 ready --check tests --check docs --set", "acceptance_criteria=x")
    #expect(run.output.contains("still asks: accept “I ran it.”"))
  }

  @Test("The caller must confirm each item in a list is complete")
  func checklist() {
    start(at: "in_progress")
    let run = machine.run(
      "work-item progress ABC-1 ready --acknowledge --check tests --set", "acceptance_criteria=x")
    #expect(run.output.contains("still asks: tick “Docs say so”"))
  }

  @Test("These custom fields can be required when progressing through specific stage gates")
  func requiredField() {
    start(at: "in_progress")
    let run = machine.run("work-item progress ABC-1 ready --acknowledge --check tests --check docs")
    #expect(run.output.contains("still asks: fill “Acceptance criteria”"))
  }

  @Test("Custom field values are stored per work item and keyed to the workflow")
  func values() {
    start()
    machine.run("work-item custom-fields ABC-1 --set", "acceptance_criteria=It logs in")
    machine.run("ticket create -p ABC Two")
    let first = machine.run("work-item custom-fields ABC-1 --json").output
    #expect(first.contains("\"acceptance_criteria\": \"It logs in\""))
    #expect(machine.run("work-item custom-fields ABC-2 --json").output.contains("\"values\": {}"))
    machine.run("project update ABC --workflow-id none --map-suggested --yes")
    #expect(machine.run("work-item custom-fields ABC-1 --json").output.contains("\"values\": {}"))
    machine.run("project update ABC --workflow-id ABC --map-suggested --yes")
    #expect(machine.run("work-item custom-fields ABC-1 --json").output == first)
  }

  @Test(
    "oi work-item agent-context: the response includes requiredFields for the current transition")
  func agentContext() {
    start(at: "in_progress")
    let json = machine.run("work-item agent-context ABC-1 --json").output
    #expect(json.contains("\"requiredFields\": [\n    {\n      \"key\": \"acceptance_criteria\""))
    for part in ["currentGoal", "allowedExits", "blockedExits"] {
      #expect(json.contains("\"\(part)\": "))
    }
  }

  @Test(
    "oi work-item transitions: the current status, allowed transitions, terminal statuses, gates")
  func transitions() {
    start()
    let json = machine.run("work-item transitions ABC-1 --json").output
    for part in ["currentStatus", "allowedTransitions", "terminalStatuses", "availableStageGates"] {
      #expect(json.contains("\"\(part)\": "))
    }
    #expect(json.contains("\"currentStatus\": \"todo\""))
  }

  @Test("If the next stage gate has custom field requirements, populate them")
  func populate() {
    start(at: "in_progress")
    let run = machine.run("work-item custom-fields ABC-1 --set", "acceptance_criteria=It logs in")
    #expect(run.exit == .done)
    #expect(
      machine.run("work-item agent-context ABC-1 --json").output.contains(
        "\"satisfied\": true"))
  }

  @Test("oi work-item claim: move to an in-progress status and set yourself as the active agent")
  func claim() {
    start()
    #expect(machine.run("work-item claim ABC-1 --agent-id bot").exit == .done)
    let json = machine.run("work-item get ABC-1 --json").output
    #expect(json.contains("\"activeAgentId\": \"bot\""))
    #expect(json.contains("\"status\": \"in_progress\""))
    #expect(machine.run("work-item claim ABC-1 --agent-id bot").exit == .done)
    let other = machine.run("work-item claim ABC-1 --agent-id other")
    #expect(other.exit == .conflict)
    #expect(other.messages.contains("ABC-1 is claimed by bot."))
  }

  @Test("Advance through stage gates as you complete each stage gate.")
  func advance() {
    start(at: "in_progress")
    #expect(pass().exit == .done)
    #expect(machine.run("work-item get ABC-1 --json").output.contains("\"status\": \"in_review\""))
  }

  @Test("Workflow definitions use an immutable workflowId after they are assigned to a work item.")
  func immutableID() {
    start()
    machine.run("ticket create -p ABC --workflow-id ABC Two")
    let before = machine.run("work-item get ABC-2 --json").output
    machine.run("project update ABC --workflow-id none --map-suggested --yes")
    #expect(machine.run("work-item get ABC-2 --json").output == before)
  }

  @Test(
    "Updating the definition does not retroactively change work items that already reference it.")
  func notRetroactive() {
    start()
    machine.run("ticket create -p ABC --workflow-id ABC Two")
    machine.run("workflow update ABC --enforcement none")
    #expect(move("dropped").exit == .done)
    let bound = machine.run("ticket transition ABC-2 --to-status dropped")
    #expect(bound.exit == .refused)
    #expect(bound.messages.contains("todo has no transition to dropped"))
  }

  @Test("Stages can be marked as requiring agent execution.")
  func agentStage() {
    start(at: "in_progress")
    let run = pass()
    #expect(run.exit == .done)
    #expect(run.messages.contains("Stage Review is completed by an assistant"))
  }

  @Test("an assistant provider must be configured for that stage to be completable")
  func completable() {
    start(at: "in_review")
    machine.run("ticket transition ABC-1 --to-status awaiting_approval")
    #expect(move("done").exit == .refused)
    machine.run("provider create --name helper --type openai")
    #expect(move("done").exit == .done)
  }
}
