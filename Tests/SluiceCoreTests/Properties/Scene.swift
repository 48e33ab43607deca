@testable import SluiceCore

/// One change of a random story: what was so before, and what became of it.
struct Scene {
  let world: World
  let workflow: Workflow
  let step: Int
  let now: Timestamp
  /// The statuses that hold as many tickets as they may.
  let full: Set<Int>
  let before: TicketState
  let change: TicketChange

  var made: Result<Outcome, Rejection> { apply(change) }

  /// The status before the change, as a number of the world.
  var origin: Int { before.ticket.status.number - 1 }

  /// The status after it.
  var target: Int {
    guard case .success(let outcome) = made else { return origin }
    return outcome.state.ticket.status.number - 1
  }

  /// What was confirmed before, named as `World.asks` does.
  var confirmed: Set<String> {
    var confirmed = Set(before.progress.values.keys)
    for mark in before.progress.marks.keys {
      confirmed.insert(mark.item.map { "\(mark.gate)/\($0)" } ?? mark.gate)
    }
    return confirmed
  }

  func apply(_ change: TicketChange) -> Result<Outcome, Rejection> {
    do throws(Rejection) {
      return .success(
        try before.applying(
          change, in: workflow, Given.world(of: Given.bo, at: now, occupancy: occupancy)))
    } catch {
      return .failure(error)
    }
  }

  func verdict(to target: Int) -> MoveVerdict {
    workflow.verdict(
      from: before.ticket.status, to: Status.ID(target + 1), progress: before.progress,
      hasAssistant: true, occupancy: occupancy)
  }

  private func occupancy(of status: Status.ID) -> Int {
    full.contains(status.number - 1) ? 99 : 0
  }
}

extension ChangePropertyTests {
  /// Tells the story of a seed: a world, a ticket and `length` changes, each shown to `body`.
  static func tell(_ seed: Int, _ body: (Scene) throws -> Void) throws {
    var random = SeededGenerator(seed: seed)
    let world = World.random(&random)
    let workflow = try Given.workflow(world.draft)
    var state = try Given.ticket(in: workflow)
    for step in 1...length {
      let scene = Scene(
        world: world, workflow: workflow, step: step,
        now: Given.noon.advanced(bySeconds: Int64(step)),
        full: Set(world.states.indices.filter { _ in random.chance(20) }), before: state,
        change: .random(in: world, &random))
      try body(scene)
      if case .success(let outcome) = scene.made { state = outcome.state }
    }
  }
}
