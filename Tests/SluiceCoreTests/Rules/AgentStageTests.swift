import Testing

@testable import SluiceCore

/// Rule 7: what cannot be done in a stage that needs an agent while there is no assistant.
@Suite struct AgentStageTests {
  private let flow = WorkflowDraft(
    name: "Flow", enforcement: "none",
    statuses: [
      .init("Idea", "backlog"), .init("Building", "in_progress"), .init("Live", "done"),
      .init("Dropped", "cancelled"),
    ],
    stages: [
      .init("plan", "Plan", ["Idea"]),
      .init("build", "Build", ["Building"], isAgentRequired: true),
      .init("live", "Live", ["Live"]), .init("dropped", "Dropped", ["Dropped"]),
    ],
    gates: [
      Gate(key: "ready", name: "Ready", from: "build", to: "live"),
      Gate(key: "rework", name: "Rework", from: "build", to: "plan"),
    ].map { gate in
      var gate = gate
      gate.acknowledgment = "Yes."
      return gate
    })

  private static let refused = "ASSISTANT_MISSING"

  @Test(arguments: [
    ("Idea", "Building", "Stage Build is completed by an assistant"),
    ("Building", "Live", refused),
    // A gate out of the stage is passed by jumping over it and by going back as well.
    ("Idea", "Live", refused),
    ("Building", "Idea", refused),
    // Giving up completes nothing.
    ("Building", "Dropped", ""), ("Idea", "Dropped", ""), ("Live", "Idea", ""),
  ]) func moves(from: String, to: String, answer: String) throws {
    let workflow = try Given.workflow(flow)
    let place = { (name: String) in try #require(workflow.status(named: name)).id }
    let stamp = GateProgress.Stamp(by: "ann", at: Given.noon)
    let verdict = workflow.verdict(
      from: try place(from), to: try place(to),
      progress: GateProgress(
        marks: Dictionary(
          uniqueKeysWithValues: ["ready", "rework"].map { (.init(gate: $0, item: nil), stamp) })),
      hasAssistant: false, occupancy: Given.empty)
    switch verdict {
    case .unchanged: Issue.record("nothing happened")
    case .refused(let rejection): #expect(rejection.code == answer)
    case .allowed(_, let warnings):
      #expect(warnings.joined().hasPrefix(answer))
      #expect(warnings.isEmpty == answer.isEmpty)
    }
  }

  @Test func `without a next place to choose, the missing transition is named`() throws {
    var draft = flow
    draft.enforcement = "strict"
    draft.statuses.append(.init("Sold", "done"))
    draft.stages[2].statuses.append("Sold")
    draft.transitions = [.init("Idea", "Building"), .init("Building", "Dropped")]
    let story = try Story(draft, at: "Building")
    let refusal = story.refusal(
      of: .progress(gate: "ready", GateAnswers(isAcknowledged: true)))
    #expect(refusal?.code == "NO_TRANSITION")
    #expect(
      refusal?.message
        == "Building has no transition to Live, and the workflow is strict.")
  }
}
