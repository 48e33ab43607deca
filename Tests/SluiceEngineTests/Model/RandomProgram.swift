import SluiceCore

/// A number of changes by several people and agents, mostly sensible, often against the rules.
struct RandomProgram {
  struct Step {
    let change: Change
    let actor: Actor
  }

  let seed: UInt64
  let worlds: [ModelWorld]
  let projects: [ProjectKey]
  /// The workflow that each project follows at first.
  let followed: [Int]
  var steps: [Step] = []

  init?(seed: UInt64, maximumLength: Int) {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    for _ in 0..<4 { _ = random.next() }
    projects = ["A", "B"].compactMap { ProjectKey("P\(seed % 100_000_000)\($0)") }
    guard projects.count == 2 else { return nil }
    // Some names are in both, and mostly of other numbers.
    let names = [
      ["S1", "S2", "S3", "S4", "S5"],
      ["S1", "S2", "S3", "T1", "T2"].shuffled(using: &random),
    ]
    worlds = names.enumerated().map { index, names in
      ModelWorld(name: "W\(seed).\(index)", index: index, names: names, &random)
    }
    followed = [0, Int.random(in: 0...1, using: &random)]
    var hand = Hand(random: random, model: model, workflows: drafts, seed: seed)
    steps.append(hand.first(.createTicket(.key(projects[0]), TicketDraft(title: "one"))))
    // Short programs find as much, and long ones something else.
    let lengths = (1...3).map { _ in Int.random(in: 4...maximumLength, using: &hand.random) }
    for _ in 1..<(lengths.min() ?? 4) { steps.append(hand.next()) }
  }

  var drafts: [WorkflowDraft] { worlds.map(\.draft) }

  /// The model before the first step.
  var model: Model {
    Model(
      workflows: worlds.map { [$0.definition] },
      projects: zip(projects, followed).map { Model.Project(key: $0, workflow: $1) })
  }

  /// Makes the workflows and the projects that it needs.
  func makeWorld(in world: World) throws {
    for draft in drafts { try world.apply(.createWorkflow(draft)) }
    for (project, workflow) in zip(projects, followed) {
      try world.apply(
        .createProject(
          ProjectDraft(key: project.text, name: "x", workflow: .name(drafts[workflow].name))))
    }
  }
}
