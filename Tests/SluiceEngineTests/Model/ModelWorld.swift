import SluiceCore

/// A workflow at random, as the model and as the engine know it.
struct ModelWorld {
  let definition: Model.Definition
  let draft: WorkflowDraft

  /// `names` are those of its statuses, as many as it may have; `index` is its place among workflows.
  init(name: String, index: Int, names: [String], _ random: inout SeededGenerator) {
    let count = Int.random(in: 2...5, using: &random)
    let categories = [
      "backlog", "todo", "in_progress", "in_progress", "in_review", "done", "cancelled",
    ]
    let mode = ["none", "warn", "strict", "strict"].randomElement(using: &random) ?? "strict"
    let statuses = (1...count).map { number in
      Model.Status(
        number: number, name: names[number - 1],
        category: number == 1
          ? "backlog" : categories.randomElement(using: &random) ?? "todo",
        limit: Bool.random(using: &random)
          ? Int.random(in: 1...2, using: &random) : nil)
    }
    var steps: Set<[Int]> = []
    for from in 1...count {
      for to in 1...count where from != to && Int.random(in: 0..<5, using: &random) < 3 {
        steps.insert([from, to])
      }
    }
    let cuts = Set((2...count).filter { _ in Bool.random(using: &random) })
    var groups: [[Int]] = []
    for number in 1...count {
      if groups.isEmpty || cuts.contains(number) { groups.append([]) }
      groups[groups.count - 1].append(number)
    }
    let stages = groups.enumerated().map { index, members in
      Model.Stage(
        key: "st\(index)", statuses: members,
        isAgentRequired: Int.random(in: 0..<5, using: &random) == 0)
    }
    let gates = Self.gates(stages.count, &random)
    definition = Model.Definition(
      workflow: index, name: name, mode: mode, statuses: statuses, steps: steps, stages: stages,
      gates: gates, fields: ["size": ["number"], "risk": ["low", "high"]])
    draft = Self.draft(definition)
  }

  private static func gates(_ stages: Int, _ random: inout SeededGenerator) -> [Model.Gate] {
    guard stages > 1 else { return [] }
    var gates: [Model.Gate] = []
    for index in 0..<Int.random(in: 0...2, using: &random) {
      let from = Int.random(in: 0..<stages, using: &random)
      let to = Int.random(in: 0..<stages, using: &random)
      guard from != to else { continue }
      let key = "g\(index)"
      let needs = ["\(key)/a", "\(key)/b", key, "=size", "=risk"]
        .filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      gates.append(
        Model.Gate(key: key, from: from, to: to, needs: needs.isEmpty ? ["\(key)/a"] : needs))
    }
    return gates
  }

  private static func draft(_ definition: Model.Definition) -> WorkflowDraft {
    let name = { (number: Int) in definition.statuses[number - 1].name }
    return WorkflowDraft(
      name: definition.name, enforcement: definition.mode,
      statuses: definition.statuses.map { .init($0.name, $0.category, wipLimit: $0.limit) },
      transitions: definition.steps.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        .map { .init(name($0[0]), name($0[1])) },
      stages: definition.stages.map {
        .init($0.key, $0.key, $0.statuses.map(name), isAgentRequired: $0.isAgentRequired)
      },
      gates: definition.gates.map { gate in
        Gate(
          key: gate.key, name: gate.key, from: "st\(gate.from)", to: "st\(gate.to)",
          acknowledgment: gate.needs.contains(gate.key) ? "Yes." : nil,
          checklist: gate.needs.filter { $0.contains("/") }
            .map { Gate.Item(key: String($0.suffix(1)), text: $0) },
          requiredFields: gate.needs.filter { $0.hasPrefix("=") }.map { String($0.dropFirst()) })
      },
      fields: [
        .init("size", "Size", "number"), .init("risk", "Risk", "select", options: ["low", "high"]),
      ])
  }
}
