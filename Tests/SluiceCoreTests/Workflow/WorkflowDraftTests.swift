import FoundationEssentials
import Testing

@testable import SluiceCore

@Suite struct WorkflowDraftTests {
  @Test func `the printed definition is written as it was read`() throws {
    let draft = try Given.draft(Given.shipIt)
    let workflow = try Given.workflow(draft)
    #expect(workflow.draft == draft)
    #expect(try WorkflowDraft(reading: .object(draft.json)) == draft)
  }

  @Test(arguments: WorkflowDraft.templates)
  func `a template is valid, and its workflow is written and read back equal`(
    template: WorkflowDraft
  ) throws {
    let workflow = try Given.workflow(template)
    let text = try JSONEncoder().encode(workflow.draft.json)
    let read = try WorkflowDraft(reading: JSONDecoder().decode(JSONValue.self, from: text))
    #expect(try read.validated(id: workflow.id, at: Given.noon) == workflow)
  }

  @Test func `the default has the six statuses of Alloy's guide and lets every move pass`() throws {
    let workflow = try Given.workflow(.standard)
    #expect(workflow.name == "Default")
    #expect(workflow.enforcement == .none)
    #expect(
      workflow.statuses.map(\.name)
        == ["Backlog", "Todo", "InProgress", "InReview", "Done", "Cancelled"])
    #expect(
      workflow.statuses.map(\.category.rawValue)
        == ["backlog", "todo", "in_progress", "in_review", "done", "cancelled"])
  }

  @Test func `the bug triage has the eight transitions of Alloy's guide`() throws {
    let workflow = try Given.workflow(.bugTriage)
    #expect(workflow.enforcement == .strict)
    #expect(
      workflow.transitions.map { "\(workflow.statusName($0.from))→\(workflow.statusName($0.to))" }
        == [
          "New→Triaged", "New→WontFix", "Triaged→Fixing", "Triaged→WontFix", "Fixing→Verifying",
          "Fixing→Triaged", "Verifying→Closed", "Verifying→Fixing",
        ])
  }

  @Test func `the delivery has five stages and gates of every kind`() throws {
    let workflow = try Given.workflow(.delivery)
    #expect(workflow.stages.count == 5)
    #expect(workflow.gates.map(\.requirementCount) == [3, 4, 4])
    #expect(workflow.statuses.contains { $0.wipLimit != nil })
    #expect(Set(workflow.fields.map(\.kind.word)) == ["number", "text", "select", "date"])
  }

  @Test func `a status is found by its name as a person writes it`() throws {
    var draft = WorkflowDraft.bugTriage
    draft.statuses.append(WorkflowDraft.StatusDraft("closed", "done"))
    let workflow = try Given.workflow(draft)
    #expect(workflow.status(meant: "fixing")?.name == "Fixing")
    #expect(workflow.status(meant: "Closed")?.name == "Closed")
    #expect(workflow.status(meant: "CLOSED") == nil, "two are meant alike")
    #expect(workflow.status(meant: "Done") == nil)
    #expect(workflow.statusName(Status.ID(99)) == "?99")
  }
}
