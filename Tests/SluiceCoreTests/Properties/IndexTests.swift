import FoundationEssentials
import Testing

@testable import SluiceCore

/// What is arranged for deciding says the same as the parts that it is arranged from.
@Suite struct IndexTests {
  @Test func `the arranged answers are the plain ones`() throws {
    var difference: String?
    var pairs = 0
    for statuses in 1...3 {
      try SmallWorlds.each(.strict, statuses: statuses) { world, workflow in
        // What a gate asks for and how much a status holds change nothing in the arrangement.
        let isPlain =
          world.states.allSatisfy { $0.limit == nil } && world.gates.allSatisfy(\.hasText)
        guard isPlain, difference == nil else { return }
        pairs += (statuses + 1) * (statuses + 1)
        // One more than there are: a status that is none.
        difference = Self.difference(workflow, (1...(statuses + 1)).map { Status.ID($0) })
      }
    }
    #expect(difference == nil)
    #expect(pairs == 156_664)
  }

  @Test func `whichever part changes, the answers follow`() throws {
    let delivery = try Given.workflow(.delivery)
    let ids = delivery.statuses.map(\.id) + [Status.ID(99)]
    let changes: [(String, (inout Workflow) -> Void)] = [
      ("nothing", { _ in }), ("order", { $0.statuses.swapAt(0, 5) }),
      ("a number", { $0.statuses[2] = Status(id: Status.ID(99), name: "New", category: .todo) }),
      ("a name", { $0.statuses[1].name = "Prepared" }),
      ("a category", { $0.statuses[6].category = .cancelled }),
      ("a limit", { $0.statuses[3].wipLimit = 1 }),
      ("a lost status", { $0.statuses.removeLast() }),
      ("no transitions", { $0.transitions = [] }),
      ("a stranger", { $0.transitions.append(Transition(from: Status.ID(99), to: Status.ID(1))) }),
      ("stages", { $0.stages.reverse() }), ("a stage less", { $0.stages.remove(at: 1) }),
      ("a stage's statuses", { $0.stages[0].statuses.removeFirst() }),
      ("gates", { $0.gates.reverse() }), ("a gate's stages", { $0.gates[0].to = "live" }),
      ("a gate's items", { $0.gates[1].checklist[0].text = "Tests pass" }),
      ("a field's name", { $0.fields[0].name = "Weeks" }), ("no fields", { $0.fields = [] }),
    ]
    for (what, change) in changes {
      var workflow = delivery
      change(&workflow)
      #expect(Self.difference(workflow, ids) == nil, "\(what)")
    }
  }

  @Test func `equal parts are equal workflows, however they came about`() throws {
    let first = try Given.workflow(.delivery)
    var second = first
    second.gates.removeLast()
    #expect(second != first)
    second.gates = first.gates
    #expect(second == first)
    #expect(second.hashValue == first.hashValue)
  }

  @Test func `a value counts as long as its field takes it`() throws {
    var workflow = try Given.workflow(.delivery)
    workflow.gates = [
      Gate(key: "g", name: "G", from: "shape", to: "build", requiredFields: ["risk"])
    ]
    let progress = GateProgress(values: ["risk": .option("high")])
    let move = { (workflow: Workflow) in
      workflow.verdict(
        from: Status.ID(2), to: Status.ID(3), progress: progress, hasAssistant: true,
        occupancy: Given.empty
      ).isAllowed
    }
    #expect(move(workflow))
    workflow.fields[2].kind = .select(options: ["low"])
    #expect(!move(workflow))
  }

  private static func difference(_ workflow: Workflow, _ ids: [Status.ID]) -> String? {
    let plain = PlainDefinition(workflow: workflow)
    for from in ids {
      guard workflow.status(from) == plain.status(from),
        workflow.stage(of: from) == plain.stage(from),
        workflow.stageIndex(of: from) == plain.stageIndex(from),
        workflow.exits(of: from) == plain.exits(from)
      else { return "\(from) in \(workflow)" }
      for to in ids {
        let verdict = workflow.verdict(
          from: from, to: to, progress: GateProgress(), hasAssistant: true, occupancy: { _ in 1 })
        guard workflow.hasTransition(from: from, to: to) == plain.hasTransition(from, to),
          workflow.gates(from: from, to: to) == plain.gates(from, to),
          verdict == plain.verdict(from, to)
        else { return "\(from) → \(to) in \(workflow): \(verdict)" }
      }
    }
    return nil
  }
}
