import Testing

@testable import SluiceCore

/// Rule 4: which gates a move must satisfy, with a gate between every two stages, either way.
@Suite struct GateRuleTests {
  @Test func `forward crosses all gates within, backward only the one between`() throws {
    // A | B1 B2 | C | X, where X is cancelled.
    let workflow = try Self.workflow(
      [("A", "a", "todo"), ("B1", "b", "in_progress"), ("B2", "b", "in_review")]
        + [("C", "c", "done"), ("X", "x", "cancelled")])
    #expect(
      Self.table(workflow) == """
        A → B1: ab
        A → B2: ab
        A → C: ab ac bc
        A → X: ax bx cx
        B1 → A: ba
        B1 → B2: -
        B1 → C: bc
        B1 → X: bx cx
        B2 → A: ba
        B2 → B1: -
        B2 → C: bc
        B2 → X: bx cx
        C → A: ca
        C → B1: cb
        C → B2: cb
        C → X: cx
        X → A: xa
        X → B1: xb
        X → B2: xb
        X → C: xc
        """)
  }

  @Test func `a cancelled status in the middle meets only gates to its stage`() throws {
    // A | B K | C, where K is cancelled and shares the stage of B.
    let workflow = try Self.workflow(
      [("A", "a", "todo"), ("B", "b", "in_progress"), ("K", "b", "cancelled"), ("C", "c", "done")])
    #expect(
      Self.table(workflow) == """
        A → B: ab
        A → K: ab
        A → C: ab ac bc
        B → A: ba
        B → K: -
        B → C: bc
        K → A: ba
        K → B: -
        K → C: bc
        C → A: ca
        C → B: cb
        C → K: cb
        """)
  }

  @Test func `the gate ahead leads out of the stage to the nearest later one`() throws {
    let workflow = try Self.workflow(
      [("A", "a", "todo"), ("B", "b", "in_progress"), ("C", "c", "done")],
      gates: ["ac", "ab", "ca", "bc"])
    #expect(workflow.statuses.map { workflow.gateAhead(of: $0.id)?.key } == ["ab", "bc", nil])
  }

  @Test func `two gates on one border both stand, in the order of the definition`() throws {
    var draft = Self.draft([("A", "a", "todo"), ("B", "b", "done")], gates: ["ab"])
    draft.gates.append(Gate(key: "second", name: "S", from: "a", to: "b", acknowledgment: "Yes."))
    let workflow = try Given.workflow(draft)
    #expect(Self.table(workflow) == "A → B: ab second\nB → A: -")
  }

  @Test func `a value that the field no longer accepts does not satisfy a gate`() throws {
    var draft = Self.draft([("A", "a", "todo"), ("B", "b", "done")], gates: [])
    draft.gates = [Gate(key: "g", name: "G", from: "a", to: "b", requiredFields: ["risk"])]
    draft.fields = [WorkflowDraft.FieldDraft("risk", "Risk", "select", options: ["low", "high"])]
    let workflow = try Given.workflow(draft)
    let verdicts = [FieldValue.option("low"), .option("medium"), .text("low")].map { value in
      workflow.verdict(
        from: Status.ID(1), to: Status.ID(2), progress: GateProgress(values: ["risk": value]),
        hasAssistant: true, occupancy: Given.empty)
    }
    #expect(verdicts.map(\.isAllowed) == [true, false, false])
  }

  private static func table(_ workflow: Workflow) -> String {
    let lines = workflow.statuses.flatMap { from in
      workflow.statuses.filter { $0.id != from.id }.map { to in
        let keys = workflow.gates(from: from.id, to: to.id).map(\.key)
        let list = keys.isEmpty ? "-" : keys.joined(separator: " ")
        return "\(from.name) → \(to.name): \(list)"
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func workflow(
    _ statuses: [(name: String, stage: String, category: String)], gates: [String]? = nil
  ) throws -> Workflow {
    try Given.workflow(draft(statuses, gates: gates))
  }

  /// Gates are named by the letters of their stages; by default there is one for every pair.
  private static func draft(
    _ statuses: [(name: String, stage: String, category: String)], gates: [String]?
  ) -> WorkflowDraft {
    var stages: [String] = []
    for status in statuses where !stages.contains(status.stage) { stages.append(status.stage) }
    let pairs = stages.flatMap { from in stages.filter { $0 != from }.map { from + $0 } }
    return WorkflowDraft(
      name: "Line",
      statuses: statuses.map { WorkflowDraft.StatusDraft($0.name, $0.category) },
      stages: stages.map { stage in
        let members = statuses.filter { $0.stage == stage }.map(\.name)
        return WorkflowDraft.StageDraft(stage, stage.uppercased(), members)
      },
      gates: (gates ?? pairs).map { pair in
        Gate(
          key: pair, name: pair, from: String(pair.prefix(1)), to: String(pair.suffix(1)),
          acknowledgment: "Yes.")
      })
  }
}
