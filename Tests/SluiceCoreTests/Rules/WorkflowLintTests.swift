import Testing

@testable import SluiceCore

/// Rule 2: what is odd about a definition that is not wrong.
@Suite struct WorkflowLintTests {
  @Test(arguments: WorkflowDraft.templates)
  func `a template has nothing odd`(template: WorkflowDraft) throws {
    #expect(try Given.workflow(template).oddities == [])
  }

  @Test func `the printed definition ends in a dead end`() throws {
    let workflow = try Given.workflow(Given.draft(Given.shipIt))
    #expect(workflow.oddities == [.deadEnd("Checked"), .stageWithoutExit("Check")])
    #expect(
      workflow.oddities.map(\.message) == [
        "Nothing leads out of “Checked”, and it is neither done nor cancelled.",
        "Nothing leads out of stage “Check”, and no work ends there.",
      ])
  }

  @Test func `what no transition reaches or meets is named`() throws {
    var draft = try Given.draft(Given.shipIt)
    draft.statuses[2].category = "done"
    draft.statuses.append(WorkflowDraft.StatusDraft("Parked", "todo"))
    draft.stages[0].statuses.append("Parked")
    draft.transitions.append(WorkflowDraft.TransitionDraft("Parked", "New"))
    draft.gates.append(
      Gate(key: "back", name: "Reopen", from: "check", to: "plan", acknowledgment: "Sorry."))
    let workflow = try Given.workflow(draft)
    #expect(workflow.oddities == [.unreachable("Parked", from: "New"), .unmetGate("Reopen")])
    #expect(
      workflow.oddities.map(\.message) == [
        "No way leads from “New” to “Parked”.", "No transition meets gate “Reopen”.",
      ])
  }

  @Test func `a circle without an end is a stage without a way out`() throws {
    var draft = WorkflowDraft(
      name: "Circle", enforcement: "strict",
      statuses: [
        WorkflowDraft.StatusDraft("A", "todo"), WorkflowDraft.StatusDraft("B", "in_progress"),
        WorkflowDraft.StatusDraft("C", "in_progress"), WorkflowDraft.StatusDraft("D", "done"),
      ],
      transitions: ["AB", "BC", "CB", "AD"].map {
        WorkflowDraft.TransitionDraft(String($0.prefix(1)), String($0.suffix(1)))
      })
    #expect(try Given.workflow(draft).oddities == [.stageWithoutExit("In progress")])
    draft.enforcement = "warn"
    #expect(try Given.workflow(draft).oddities == [.stageWithoutExit("In progress")])
  }

  @Test func `where any move passes nothing is odd`() throws {
    var draft = try Given.draft(Given.shipIt)
    draft.enforcement = "none"
    #expect(try Given.workflow(draft).oddities == [])
  }
}
