import SluiceCore
import Testing

/// What an engine says beforehand against what it does, over states at random.
@Suite struct PromiseContractTests {
  /// Lives random programs and looks at the engine before some of their steps.
  private func live(
    _ kind: EngineKind, _ seeds: ClosedRange<UInt64>, every stride: Int = 1,
    _ look: (World, RandomProgram, RandomProgram.Step) throws -> Void
  ) throws {
    for seed in kind.seeds(seeds) {
      let world = try World(kind)
      let program = try #require(RandomProgram(seed: seed, maximumLength: 40))
      try program.makeWorld(in: world)
      for (index, step) in program.steps.enumerated() {
        if index % stride == stride - 1 { try look(world, program, step) }
        _ = try? world.engine.apply(step.change, by: step.actor)
      }
    }
  }

  @Test(arguments: EngineKind.all)
  func `Every exit listed as allowed succeeds, every blocked one fails for the reason given`(
    kind: EngineKind
  ) throws {
    var outcomes: [String: Int] = [:]
    var random = SeededGenerator(seed: 7)
    let stranger = Actor(name: "ann", agent: "stranger")
    try live(kind, 1...150, every: 4) { world, program, _ in
      for project in program.projects {
        let tickets = try world.engine.tickets(
          TicketQuery(project: .key(project)), PageRequest())
        for ticket in tickets.items {
          let detail = try world.engine.ticket(.id(ticket.id))
          var world = world
          world.actor = [world.actor, stranger].randomElement(using: &random) ?? stranger
          let context = detail.agentContext(for: world.actor)
          let exits = context.allowedExits.map(\.status) + context.blockedExits.map(\.status)
          #expect(
            Set(exits.map(\.id)).union([ticket.status]) == Set(detail.workflow.statuses.map(\.id)))
          for exit in context.allowedExits {
            outcomes[exit.warnings.isEmpty ? "allowed" : "warned", default: 0] += 1
            try expect(exit, of: ticket, in: world)
          }
          for exit in context.blockedExits {
            outcomes[exit.rejection.code, default: 0] += 1
            let error = try world.previewRefusal(
              .changeTicket(.id(ticket.id), .move(to: exit.status.name)))
            #expect(error.rejection == exit.rejection)
          }
        }
      }
    }
    let all = [
      "allowed", "warned", "NO_TRANSITION", "WIP_LIMIT", "GATE_UNMET", "ASSISTANT_MISSING",
      "CLAIMED",
    ]
    let rare = all.filter { outcomes[$0, default: 0] < 5 }
    // Which outcomes there are is up to the seeds, and not to the engine.
    #expect(kind.thinning > 1 ? rare != all : rare == [])
  }

  private func expect(
    _ exit: AgentContext.AllowedExit, of ticket: Ticket, in world: World
  ) throws {
    let change = Change.changeTicket(.id(ticket.id), .move(to: exit.status.name))
    let receipt = try world.engine.preview(change, by: world.actor)
    #expect(receipt.ticket?.status == exit.status.id)
    #expect(receipt.warnings.joined(separator: " ") == exit.warnings.joined(separator: " "))
  }

  @Test(arguments: EngineKind.all)
  func `What a preview answers is what applying then does, and it leaves no trace`(
    kind: EngineKind
  ) throws {
    var refused = 0
    try live(kind, 1_001...1_025) { world, program, step in
      let before = try world.everything()
      let preview = Answer { try world.engine.preview(step.change, by: step.actor) }
      #expect(try world.everything() == before)
      let real = Answer { try world.engine.apply(step.change, by: step.actor) }
      #expect(preview == real, "seed \(program.seed): \(step.change)")
      guard case .refused = real else { return }
      refused += 1
      #expect(try world.everything() == before)
    }
    #expect(refused > 50 / kind.thinning)
  }

  /// What comes of a change, but for ids that are made anew.
  private enum Answer: Equatable {
    case done(warnings: [String], sequence: Int64, change: Int64?, shifts: [StatusShift])
    case refused(EngineError)

    init(_ body: () throws -> Receipt) {
      do {
        let receipt = try body()
        self = .done(
          warnings: receipt.warnings, sequence: receipt.sequence, change: receipt.change,
          shifts: receipt.shifts)
      } catch let error as EngineError {
        self = .refused(error)
      } catch {
        self = .refused(EngineError(.invalid, "\(error)"))
      }
    }
  }
}
