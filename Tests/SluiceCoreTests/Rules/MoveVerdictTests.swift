import Testing

@testable import SluiceCore

/// Rule 3: what each mode of enforcement makes of a move.
@Suite struct MoveVerdictTests {
  @Test(arguments: Enforcement.allCases)
  func `a transition without gates is allowed in every mode`(mode: Enforcement) throws {
    #expect(try verdict("New", "Doing", mode) == .allowed(passing: [], warnings: []))
  }

  @Test(arguments: Enforcement.allCases)
  func `staying changes nothing and succeeds`(mode: Enforcement) throws {
    #expect(try verdict("Doing", "Doing", mode, holding: 99) == .unchanged)
  }

  @Test func `what is no transition passes, passes with a warning, or is refused`() throws {
    #expect(try verdict("Doing", "New", .none) == .allowed(passing: [], warnings: []))
    #expect(
      try verdict("Doing", "New", .warn)
        == .allowed(passing: [], warnings: ["Doing has no transition to New."]))
    #expect(
      try verdict("Doing", "New", .strict)
        == .refused(.noTransition(from: "Doing", to: "New", allowed: ["Checked"])))
  }

  @Test func `a full status passes, passes with a warning, or refuses`() throws {
    #expect(try verdict("New", "Doing", .none, holding: 3).isAllowed)
    #expect(
      try verdict("New", "Doing", .warn, holding: 3)
        == .allowed(passing: [], warnings: ["Doing holds 3 of at most 3 tickets."]))
    #expect(
      try verdict("New", "Doing", .strict, holding: 3)
        == .refused(.wipLimit(status: "Doing", limit: 3, count: 3)))
    #expect(try verdict("New", "Doing", .strict, holding: 2).isAllowed)
  }

  @Test func `both warnings are given, transition first`() throws {
    #expect(
      try verdict("Checked", "Doing", .warn, holding: 5)
        == .allowed(
          passing: [],
          warnings: [
            "Checked has no transition to Doing.", "Doing holds 5 of at most 3 tickets.",
          ]))
  }

  @Test(arguments: Enforcement.allCases)
  func `gates hold in every mode`(mode: Enforcement) throws {
    let refusal = try verdict("Doing", "Checked", mode)
    guard case .refused(.gatesUnmet(let from, let to, let needs)) = refusal else {
      Issue.record("expected unmet gates, got \(refusal)")
      return
    }
    #expect(from == "Doing")
    #expect(to == "Checked")
    #expect(needs.map(\.gate.key) == ["ready"])
    #expect(needs[0].unmet == [.item("tests"), .acknowledgment, .field("root_cause")])
    #expect(
      needs[0].texts == [
        "tick “Tests pass”", "accept “I ran it on staging.”", "fill “Root cause”",
      ])
  }

  @Test(arguments: Enforcement.allCases)
  func `a satisfied gate is passed`(mode: Enforcement) throws {
    let workflow = try workflow(mode)
    #expect(
      try verdict("Doing", "Checked", mode, progress: Self.satisfied)
        == .allowed(passing: workflow.gates, warnings: []))
  }

  @Test func `skipping the stage skips no gate, even where any move is allowed`() throws {
    #expect(try !verdict("New", "Checked", .none).isAllowed)
    #expect(
      try verdict("New", "Checked", .warn, progress: Self.satisfied)
        == .allowed(
          passing: workflow(.warn).gates, warnings: ["New has no transition to Checked."]))
  }

  @Test func `a status that is none is refused, with those there are`() throws {
    let workflow = try workflow(.none)
    let verdict = workflow.verdict(
      from: Status.ID(1), to: Status.ID(9), progress: GateProgress(), hasAssistant: true,
      occupancy: Given.empty)
    #expect(
      verdict == .refused(.unknownStatus(name: "?9", known: ["New", "Doing", "Checked"])))
  }

  @Test func `the board is counted only where there is a limit`() throws {
    let workflow = try workflow(.strict)
    var asked: [Int] = []
    let moves = [(1, 2), (2, 3), (1, 3)].map { (Status.ID($0), Status.ID($1)) }
    for (from, to) in moves {
      _ = workflow.verdict(
        from: from, to: to, progress: GateProgress(), hasAssistant: true
      ) { status in
        asked.append(status.number)
        return 0
      }
    }
    #expect(asked == [2])
  }

  @Test func `the statuses on offer are the transitions, or all others where none are enforced`()
    throws
  {
    let doing = try workflow(.strict).id("Doing")
    #expect(try workflow(.none).available(from: doing).map(\.name) == ["New", "Checked"])
    #expect(try workflow(.warn).available(from: doing).map(\.name) == ["Checked"])
    #expect(try workflow(.strict).available(from: doing).map(\.name) == ["Checked"])
  }

  static let satisfied = GateProgress(
    marks: [
      GateProgress.Mark(gate: "ready", item: "tests"): GateProgress.Stamp(
        by: "ann", at: Given.noon),
      GateProgress.Mark(gate: "ready", item: nil): GateProgress.Stamp(by: "bo", at: Given.noon),
    ], values: ["root_cause": .text("a race")])

  private func workflow(_ mode: Enforcement) throws -> Workflow {
    var workflow = try Given.workflow(Given.draft(Given.shipIt))
    workflow.enforcement = mode
    return workflow
  }

  private func verdict(
    _ from: String, _ to: String, _ mode: Enforcement, progress: GateProgress = GateProgress(),
    holding count: Int = 0
  ) throws -> MoveVerdict {
    let workflow = try workflow(mode)
    return workflow.verdict(
      from: try workflow.id(from), to: try workflow.id(to), progress: progress,
      hasAssistant: true, occupancy: { _ in count })
  }
}
