import Testing

@testable import SluiceCore

@Suite struct PathTests {
  @Test(arguments: [
    ("New", "Closed", "Triaged Fixing Verifying Closed"),
    ("New", "WontFix", "WontFix"),
    ("Fixing", "WontFix", "Triaged WontFix"),
    ("Verifying", "Triaged", "Fixing Triaged"),
    ("New", "New", ""),
  ])
  func `the shortest way through transitions is found`(
    from: String, to: String, way: String
  ) throws {
    let workflow = try Given.workflow(.bugTriage)
    let path = try workflow.path(from: workflow.id(from), to: workflow.id(to))
    #expect(path?.map { workflow.statusName($0.to) }.joined(separator: " ") == way)
  }

  @Test func `there is no way out of a closed ticket`() throws {
    let workflow = try Given.workflow(.bugTriage)
    #expect(try workflow.path(from: workflow.id("Closed"), to: workflow.id("New")) == nil)
  }

  @Test func `of two ways of equal length the workflow's order decides`() throws {
    let names = ["A", "C", "B", "D"]
    let workflow = try Given.workflow(
      WorkflowDraft(
        name: "Diamond", enforcement: "strict",
        statuses: names.map { WorkflowDraft.StatusDraft($0, "todo") },
        transitions: ["AB", "AC", "BD", "CD"].map {
          WorkflowDraft.TransitionDraft(String($0.prefix(1)), String($0.suffix(1)))
        }))
    let path = try workflow.path(from: workflow.id("A"), to: workflow.id("D"))
    #expect(path?.map { workflow.statusName($0.to) } == ["C", "D"])
  }

  @Test(arguments: [Enforcement.none, .warn])
  func `where any move passes the way is one step`(mode: Enforcement) throws {
    var workflow = try Given.workflow(.bugTriage)
    workflow.enforcement = mode
    let path = try workflow.path(from: workflow.id("New"), to: workflow.id("Closed"))
    #expect(path?.map { workflow.statusName($0.to) } == ["Closed"])
    #expect(try workflow.path(from: workflow.id("New"), to: Status.ID(99)) == nil)
  }

  @Test func `each step names the gates that stand in it`() throws {
    let workflow = try Given.workflow(.delivery)
    let path = try workflow.path(from: workflow.id("Idea"), to: workflow.id("Released"))
    let steps = path?.map { step in
      workflow.statusName(step.to) + step.gates.map { " (\($0.key))" }.joined()
    }
    #expect(
      steps == ["Ready", "Building (shaped)", "Reviewing (ready)", "Staging", "Released (release)"])
  }
}
