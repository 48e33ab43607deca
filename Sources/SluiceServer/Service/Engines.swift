internal import SluiceCore
internal import SluiceEngine
internal import Synchronization

/// The engines of the organizations of a file, each made once.
final class Engines: Sendable {
  let root: LocalEngine
  private let known = Mutex<[Organization.ID: LocalEngine]>([:])

  init(_ root: LocalEngine) {
    self.root = root
  }

  /// The engine of an organization.
  func engine(of organization: Organization.ID) throws(APIError) -> LocalEngine {
    if let engine = known.withLock({ $0[organization] }) { return engine }
    let engine = try translating { () throws(EngineError) in try root.scoped(to: organization) }
    known.withLock { known in
      // Those that are used come back at once.
      if known.count >= 10_000 { known = [:] }
      known[organization] = engine
    }
    return engine
  }
}

extension LocalEngine: WritingInGroups {
  func write(_ tasks: [DeskTask]) -> [DeskTask.Outcome] {
    var outcomes: [DeskTask.Outcome] = []
    outcomes.reserveCapacity(tasks.count)
    do {
      try group {
        for task in tasks {
          do throws(EngineError) {
            outcomes.append(try attempt(task.work))
          } catch {
            outcomes.append(.failure(APIError(error)))
          }
        }
      }
      return outcomes
    } catch {
      return tasks.map { _ in .failure(APIError(error)) }
    }
  }
}
