import Testing

@testable import SluiceCore

/// What holds for any sequence of changes to a ticket of any workflow.
///
/// The seed of a story is its argument, so a failure names it and it can be told again.
@Suite struct ChangePropertyTests {
  static let seeds = 1...120
  static let length = 60

  @Test(arguments: seeds)
  func `no sequence of changes passes an unsatisfied gate`(seed: Int) throws {
    try Self.tell(seed) { scene in
      let oracle = Oracle(world: scene.world)
      for gate in oracle.gatesOn(from: scene.origin, to: scene.target) {
        let missing = scene.world.asks(gate).subtracting(scene.confirmed)
        #expect(missing.isEmpty, "seed \(seed), step \(scene.step), gate \(gate)")
      }
    }
  }

  @Test(arguments: seeds)
  func `moves are allowed, refused and warned of as the oracle says`(seed: Int) throws {
    try Self.tell(seed) { scene in
      for target in scene.world.states.indices {
        let expected = Oracle(world: scene.world).answer(
          from: scene.origin, to: target, confirmed: scene.confirmed, full: scene.full)
        let verdict = scene.verdict(to: target)
        #expect(Oracle.Answer(verdict) == expected, "seed \(seed), step \(scene.step)")
      }
    }
  }

  @Test(arguments: seeds)
  func `a verdict comes true when the move is made`(seed: Int) throws {
    try Self.tell(seed) { scene in
      for target in scene.world.states.indices {
        let made = scene.apply(.move(to: scene.world.name(target)))
        let isTrue =
          switch (scene.verdict(to: target), made) {
          case (.unchanged, .success(let outcome)): outcome.events.isEmpty
          case (.refused(let rejection), .failure(let thrown)): rejection == thrown
          case (.allowed(let passing, let warnings), .success(let outcome)):
            outcome.events.filter { $0.kind == .gatePassed }.map(\.subject) == passing.map(\.key)
              && outcome.warnings.joined() == warnings.joined(separator: " ")
              && outcome.state.ticket.status.number == target + 1
          default: false
          }
        #expect(isTrue, "seed \(seed), step \(scene.step), to \(target)")
      }
    }
  }

  @Test(arguments: seeds)
  func `a change counts once if it does something, and not at all if it does nothing`(
    seed: Int
  ) throws {
    try Self.tell(seed) { scene in
      guard case .success(let outcome) = scene.made else { return }
      let note: Testing.Comment = "seed \(seed), step \(scene.step), \(scene.change)"
      if outcome.events.isEmpty {
        #expect(outcome.state == scene.before, note)
      } else {
        #expect(outcome.state.ticket.version == scene.before.ticket.version + 1, note)
        #expect(outcome.state.ticket.updatedAt == scene.now, note)
      }
      let hasMoved = outcome.events.contains { $0.kind == .ticketMoved }
      let entered = hasMoved ? scene.now : scene.before.ticket.enteredAt
      #expect(outcome.state.ticket.enteredAt == entered, note)
    }
  }

  @Test(arguments: seeds)
  func `the events rebuild the ticket`(seed: Int) throws {
    var replay: Replay?
    try Self.tell(seed) { scene in
      var rebuilt = replay ?? Replay(scene.before, in: scene.workflow)
      guard case .success(let outcome) = scene.made else { return }
      for event in outcome.events { rebuilt.apply(event) }
      #expect(
        rebuilt == Replay(outcome.state, in: scene.workflow),
        "seed \(seed), step \(scene.step), \(scene.change)")
      replay = rebuilt
    }
  }

  @Test func `the stories reach what they are about`() throws {
    var reached: Set<String> = []
    for seed in Self.seeds {
      try Self.tell(seed) { scene in
        switch scene.made {
        case .success(let outcome):
          reached.formUnion(outcome.events.map(\.kind.rawValue))
          if !outcome.warnings.isEmpty { reached.insert("warning") }
        case .failure(let rejection): reached.insert(rejection.code)
        }
      }
    }
    #expect(
      reached == [
        "ticket.moved", "ticket.edited", "label.added", "label.removed", "comment.added",
        "gate.ticked", "gate.unticked", "gate.acknowledged", "gate.acknowledgment_withdrawn",
        "gate.passed", "field.set", "warning", "UNKNOWN_STATUS", "NO_TRANSITION", "GATE_UNMET",
        "WIP_LIMIT", "UNKNOWN_GATE", "UNKNOWN_ITEM", "NOTHING_TO_ACKNOWLEDGE", "UNKNOWN_FIELD",
        "INVALID_VALUE",
      ])
  }
}
