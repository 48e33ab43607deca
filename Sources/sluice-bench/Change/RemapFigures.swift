import Glibc
import SluiceCore
import SluiceEngine
import Synchronization

/// What it costs to give all tickets of a project another workflow, on a copy of a database.
struct RemapFigures {
  let database: Database

  func figures() throws(BenchError) -> [Figure] {
    let copy = database.path + ".remap"
    defer {
      unlink(copy)
      unlink(copy + "-journal")
    }
    try Tools.copy(database.path, to: copy)
    let reader = try BoardReader(copy)
    let count = try reader.ticketCount
    try reader.apply(.createWorkflow(Self.target))
    let change = Change.editProject(
      reader.project,
      ProjectEdit(
        workflow: .name(Self.target.name), mapping: StatusMapping(takesSuggestions: true)))
    let traces = try interrupted(change, reader)
    let start = Clock.now
    let told = Mutex(0)
    _ = try asking { () throws(EngineError) in
      try reader.engine.apply(change, by: Actor(name: "ana")) { _, _ in
        told.withLock { $0 += 1 }
        return true
      }
    }
    let time = Double(Clock.now - start) / 1e6
    return [
      Figure(
        name: "\(grouped(count)) tickets to another workflow", unit: .milliseconds, value: time),
      Figure(name: "told of its progress", unit: .count, value: Double(told.withLock { $0 })),
      Figure(
        name: "events after it was interrupted", unit: .count, value: Double(traces),
        target: .valueAtMost(0)),
    ]
  }

  /// How many events are there more after the change was stopped half way.
  private func interrupted(
    _ change: Change, _ reader: BoardReader
  ) throws(BenchError) -> Int64 {
    let before = try reader.board(limit: 1).sequence
    do {
      _ = try reader.engine.apply(change, by: Actor(name: "ana")) { done, total in
        done < total / 2
      }
      throw BenchError("The change was not interrupted.")
    } catch let error as EngineError {
      guard error.code == .interrupted else { throw BenchError(error.message) }
    } catch let error as BenchError {
      throw error
    } catch {
      throw BenchError("\(error)")
    }
    return try reader.board(limit: 1).sequence - before
  }

  /// Like the standard one, each status under another name.
  private static let target: WorkflowDraft = {
    var draft = WorkflowDraft.standard
    draft.name = "Bench"
    draft.statuses = draft.statuses.map { .init("\($0.name) now", $0.category) }
    draft.transitions = draft.transitions.map { .init("\($0.from) now", "\($0.to) now") }
    return draft
  }()
}
