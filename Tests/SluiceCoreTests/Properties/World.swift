@testable import SluiceCore

/// A workflow as plain numbers, from which both the definition and the oracle's answers are made.
struct World {
  struct State {
    var stage: Int
    var isCancelled = false
    var limit: Int?
  }

  struct Checkpoint {
    var from: Int
    var to: Int
    var items = 0
    var hasText = true
    var fields: [Int] = []
  }

  struct Step: Hashable {
    var from: Int
    var to: Int
  }

  var mode: Enforcement
  var states: [State]
  var steps: Set<Step> = []
  var gates: [Checkpoint] = []
  /// The fields hold numbers from 0; how many there are.
  var fields = 0

  func name(_ state: Int) -> String { "S\(state)" }

  /// What gate `gate` asks for, named as the tests name marks and values.
  func asks(_ gate: Int) -> Set<String> {
    let point = gates[gate]
    let items = (0..<point.items).map { "g\(gate)/i\($0)" }
    return Set(items + (point.hasText ? ["g\(gate)"] : []) + point.fields.map { "f\($0)" })
  }

  var draft: WorkflowDraft {
    WorkflowDraft(
      name: "World", enforcement: mode.rawValue,
      statuses: states.enumerated().map { index, state in
        WorkflowDraft.StatusDraft(
          name(index), state.isCancelled ? "cancelled" : "in_progress", wipLimit: state.limit)
      },
      transitions: steps.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.map {
        WorkflowDraft.TransitionDraft(name($0.from), name($0.to))
      },
      stages: stages, gates: gates.indices.map(gate),
      fields: (0..<fields).map { WorkflowDraft.FieldDraft("f\($0)", "Field \($0)", "number") })
  }

  private var stages: [WorkflowDraft.StageDraft] {
    let last = states.map(\.stage).max() ?? 0
    return (0...last).map { stage in
      let members = states.indices.filter { states[$0].stage == stage }
      return WorkflowDraft.StageDraft("t\(stage)", "Stage \(stage)", members.map(name))
    }
  }

  private func gate(_ index: Int) -> Gate {
    let point = gates[index]
    return Gate(
      key: "g\(index)", name: "Gate \(index)", from: "t\(point.from)", to: "t\(point.to)",
      acknowledgment: point.hasText ? "I did." : nil,
      checklist: (0..<point.items).map { Gate.Item(key: "i\($0)", text: "Item \($0)") },
      requiredFields: point.fields.map { "f\($0)" })
  }
}

extension World {
  /// A world of some six statuses in up to four stages, with gates either way.
  static func random(_ random: inout SeededGenerator) -> World {
    let stages = 1 + random.below(4)
    var states = (0..<stages).map { State(stage: $0) }
    for _ in 0..<(1 + random.below(4)) { states.append(State(stage: random.below(stages))) }
    for index in states.indices {
      states[index].isCancelled = random.chance(20)
      states[index].limit = random.chance(30) ? 1 + random.below(3) : nil
    }
    var world = World(
      mode: Enforcement.allCases[random.below(3)], states: states, fields: random.below(3))
    for from in states.indices {
      for to in states.indices where from != to && random.chance(55) {
        world.steps.insert(Step(from: from, to: to))
      }
    }
    for _ in 0..<(stages > 1 ? random.below(6) : 0) {
      world.gates.append(.random(stages: stages, fields: world.fields, &random))
    }
    return world
  }
}

extension World.Checkpoint {
  fileprivate static func random(
    stages: Int, fields: Int, _ random: inout SeededGenerator
  ) -> World.Checkpoint {
    let from = random.below(stages)
    let to = (from + 1 + random.below(stages - 1)) % stages
    let items = random.below(3)
    return World.Checkpoint(
      from: from, to: to, items: items, hasText: items == 0 || random.chance(50),
      fields: (0..<fields).filter { _ in random.chance(30) })
  }
}
