import Testing

@testable import SluiceCore

@Suite struct FilterCompletionTests {
  private let names = FilterCompletion.Names(
    statuses: ["New", "In Review", "In Progress"], stages: ["Intake", "Build"], views: ["triage"],
    labels: ["help wanted", "ui"], people: ["ann", "anton"])

  private func complete(_ text: String, at caret: Int? = nil) -> FilterCompletion {
    FilterCompletion(text, caret: caret ?? text.count, names)
  }

  @Test func `On an empty line every condition is offered`() {
    #expect(
      complete("").candidates.map(\.text) == [
        "assignee:", "label:", "priority>=", "status:", "stage:", "gate:", "age>", "stale>", "due<",
        "is:", "view:",
      ])
    #expect(complete("login ").range == 6..<6)
  }

  @Test(arguments: [
    ("st", ["status:", "stage:", "stale>"]), ("-sta", ["status:", "stage:", "stale>"]),
    ("over", ["is:overdue"]), ("x (ove", ["is:overdue"]), ("login", []),
    ("status:in", ["\"In Review\"", "\"In Progress\""]), ("status:rev", ["\"In Review\""]),
    ("status:\"In R", ["\"In Review\""]), ("label:h", ["\"help wanted\""]),
    ("assignee:", ["me", "none", "ann", "anton"]), ("assignee:an", ["ann", "anton"]),
    ("priority>=", ["urgent", "high", "medium", "low"]), ("prio<h", ["high"]),
    ("gate:", ["blocked", "ready"]), ("is:o", ["overdue", "open"]),
    ("age>3", ["3m", "3h", "3d", "3w", "3mo", "3y"]),
    ("due<2", ["2d", "2w", "2mo", "2y"]), ("due:n", ["none"]), ("view:", ["triage"]),
    ("view:triage", []),
  ])
  func `What could follow`(text: String, candidates: [String]) {
    #expect(complete(text).candidates.map(\.text) == candidates)
  }

  @Test func `A candidate replaces the value and no more`() {
    let completion = complete("label:h wait assignee:an rest", at: 24)
    #expect(completion.range == 22..<24)
    #expect(completion.question == .assignee)
    #expect(completion.prefix == "an")
    #expect(complete("a label:\"he b").question == .label)
    #expect(complete("label:\"h is:open", at: 8).range == 6..<8)
    #expect(complete("label:\"h\" is:open", at: 8).range == 6..<9)
  }
}
