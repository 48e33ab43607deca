import Testing

@testable import SluiceCore

/// Rule 2: what is odd about a definition that is not wrong.
@Suite struct WorkflowFindingTests {
  @Test(arguments: WorkflowDraft.templates, [nil, "none", "warn", "strict"])
  func `a template has nothing odd`(template: WorkflowDraft, enforcement: String?) throws {
    var draft = template
    guard !draft.transitions.isEmpty || enforcement == nil else { return }
    draft.enforcement = enforcement ?? draft.enforcement
    #expect(try Given.workflow(draft).findings == [])
  }

  @Test func `the definition that the faults are put into has none itself`() throws {
    for enforcement in ["none", "warn", "strict"] {
      var draft = Self.sound
      draft.enforcement = enforcement
      #expect(try Given.workflow(draft).findings == [])
    }
  }

  @Test(arguments: Fault.all)
  func `a fault is told once, with its place and what would mend it`(fault: Fault) throws {
    var draft = Self.sound
    fault.make(&draft)
    #expect(try Self.lines(draft) == fault.told, "\(fault.name)")
    draft.enforcement = "warn"
    #expect(try Self.lines(draft) == fault.told, "\(fault.name), by a warning")
    draft.enforcement = "none"
    #expect(
      try Self.lines(draft) == (fault.isOfTransitions ? [] : fault.told),
      "\(fault.name), where any move passes")
  }

  @Test func `every kind of finding is among the faults`() {
    let told = Set(Fault.all.map { $0.told.first?.split(separator: " ").first.map(String.init) })
    #expect(told == Set(WorkflowFinding.Code.allCases.map(\.rawValue)))
  }

  @Test func `the printed definition ends in a dead end and nowhere else`() throws {
    #expect(
      try Self.lines(Given.draft(Given.shipIt)) == [
        "DEAD_END statuses[2] Nothing leads out of “Checked”, and it is neither done nor cancelled."
          + " Add a transition from “Checked”, or give it the category done.",
        "NO_TERMINAL_STATUS statuses No status is done or cancelled, so no work ever ends."
          + " Add a status of the category done, or give one of these that category.",
      ])
  }

  @Test func `a lone status is a dead end in every mode`() throws {
    for enforcement in ["none", "warn", "strict"] {
      let draft = WorkflowDraft(
        name: "Lone", enforcement: enforcement,
        statuses: [WorkflowDraft.StatusDraft("New", "todo")])
      #expect(
        try Self.lines(draft) == [
          "DEAD_END statuses[0] Nothing leads out of “New”, and it is neither done nor cancelled."
            + " Add a status that it leads to, or give it the category done.",
          "NO_TERMINAL_STATUS statuses No status is done or cancelled, so no work ever ends."
            + " Add a status of the category done, or give one of these that category.",
        ])
    }
  }

  @Test func `a second gate between two stages and a limit on the way to an archive are no faults`()
    throws
  {
    var draft = Self.sound
    draft.gates.append(Gate(key: "h", name: "H", from: "a", to: "b", acknowledgment: "Yes."))
    draft.statuses[3].wipLimit = 3
    draft.statuses.append(WorkflowDraft.StatusDraft("Archived", "done"))
    draft.stages[2].statuses.append("Archived")
    draft.transitions.append(WorkflowDraft.TransitionDraft("Done", "Archived"))
    #expect(try Self.lines(draft) == [])
  }

  /// A | B1 B2 | Done, with a gate into the second stage that asks for everything.
  static let sound = WorkflowDraft(
    name: "Line", enforcement: "strict",
    statuses: [
      WorkflowDraft.StatusDraft("A", "todo"), WorkflowDraft.StatusDraft("B1", "in_progress"),
      WorkflowDraft.StatusDraft("B2", "in_progress"), WorkflowDraft.StatusDraft("Done", "done"),
    ],
    transitions: [
      WorkflowDraft.TransitionDraft("A", "B1"), WorkflowDraft.TransitionDraft("B1", "B2"),
      WorkflowDraft.TransitionDraft("B2", "B1"), WorkflowDraft.TransitionDraft("B2", "Done"),
    ],
    stages: [
      WorkflowDraft.StageDraft("a", "Plan", ["A"]),
      WorkflowDraft.StageDraft("b", "Build", ["B1", "B2"], isAgentRequired: true),
      WorkflowDraft.StageDraft("c", "End", ["Done"]),
    ],
    gates: [
      Gate(
        key: "g", name: "Ready", from: "a", to: "b", acknowledgment: "Yes.",
        checklist: [Gate.Item(key: "i", text: "It is small")], requiredFields: ["size"])
    ], fields: [WorkflowDraft.FieldDraft("size", "Size", "number")])

  static func lines(_ draft: WorkflowDraft) throws -> [String] {
    try Given.workflow(draft).findings.map {
      "\($0.code.rawValue) \($0.place) \($0.message) \($0.suggestion)"
    }
  }
}
