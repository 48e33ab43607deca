import SluiceCore
import SluiceEngine
import Testing

/// The engine against the model, by random programs of changes.
@Suite struct ModelTests {
  static let programs = 10_000
  static let lots = 4

  /// Tells a lot of programs, and answers what was reached.
  private static func run(_ lot: Int) throws -> [String: Int] {
    let world = try World(EngineKind.all[0])
    var run = ModelRun(world)
    for index in 0..<programs / lots {
      let seed = UInt64(lot * programs + index + 1)
      guard let program = RandomProgram(seed: seed, maximumLength: 50) else { continue }
      if let difference = run.difference(program, program.steps) {
        let story = try Shrinking(program).story
        Issue.record("seed \(seed): \(difference)\n\(story)")
        return run.coverage
      }
    }
    return run.coverage
  }

  @Test func `Ten thousand random programs come out as the model says`() async throws {
    var coverage: [String: Int] = [:]
    try await withThrowingTaskGroup(of: [String: Int].self) { group in
      for lot in 0..<Self.lots { group.addTask { try Self.run(lot) } }
      for try await part in group { coverage.merge(part, uniquingKeysWith: +) }
    }
    let table = coverage.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    print("Rule × outcome:\n  " + table.joined(separator: "\n  "))
    #expect(Coverage.expected.filter { coverage[$0] == nil } == [])
  }
}

/// Makes a failing program shorter for as long as it fails.
private struct Shrinking {
  private let program: RandomProgram

  init(_ program: RandomProgram) {
    self.program = program
  }

  /// The shortest program that was found, and how it fails.
  var story: String {
    get throws {
      var steps = program.steps
      var index = steps.count - 1
      while index > 0 {
        var fewer = steps
        fewer.remove(at: index)
        if try fails(fewer) { steps = fewer }
        index -= 1
      }
      var run = ModelRun(try World(EngineKind.all[0]))
      let difference = run.difference(program, steps) ?? "it comes and goes"
      let lines = steps.map { "  \($0.actor.name) \($0.actor.agent ?? ""): \($0.change)" }
      return (program.drafts.map { "\($0)" } + lines + [difference]).joined(separator: "\n")
    }
  }

  private func fails(_ steps: [RandomProgram.Step]) throws -> Bool {
    var run = ModelRun(try World(EngineKind.all[0]))
    return run.difference(program, steps) != nil
  }
}
