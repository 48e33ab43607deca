import Glibc
import SluiceCore
import SluiceEngine
import SluiceStore

/// Makes a believable database of any size.
///
/// Every ticket has lived through its history by the rules, so that the file is like one that people's
/// changes have made; only that history lists one ticket after the other.
struct Filling {
  let path: String
  let tickets: Int
  let seed: UInt64

  /// Makes the file; refuses one that is there.
  func run() throws(BenchError) {
    guard access(path, F_OK) != 0 else {
      throw BenchError("“\(path)” exists already; name a new file or remove it first.")
    }
    let end = LocalEngine.systemTime()
    let plan = FillPlan(tickets: tickets)
    let workflows = try makeProjects(plan)
    let progress = ProgressLine()
    defer { progress.clear() }
    try asking { () throws(EngineError) in
      try BulkLoader.load(path: path) { (loader) throws(EngineError) in
        try add(plan, workflows, until: end, to: loader, progress)
        progress.show("Making indexes and search …")
      }
    }
  }

  private func makeProjects(_ plan: FillPlan) throws(BenchError) -> [Workflow] {
    try asking { () throws(EngineError) in
      let engine = try LocalEngine(path: path)
      let actor = Actor(name: "ana")
      var workflows: [Workflow] = []
      for part in plan.parts {
        if part.project.workflow != nil {
          _ = try engine.apply(.createWorkflow(part.workflow), by: actor)
        }
        _ = try engine.apply(.createProject(part.project), by: actor)
        workflows.append(try engine.workflow(.name(part.workflow.name)))
      }
      return workflows
    }
  }

  private func add(
    _ plan: FillPlan, _ workflows: [Workflow], until end: Timestamp, to loader: BulkLoader,
    _ progress: ProgressLine
  ) throws(EngineError) {
    var made = 0
    for (index, part) in plan.parts.enumerated() where part.tickets > 0 {
      guard let key = ProjectKey(part.project.key) else { continue }
      var filler = ProjectFiller(
        part, key, workflows[index], seed: seed &+ UInt64(index), end: end)
      for number in 1...part.tickets {
        try loader.add(try Self.ticket(number, of: &filler))
        made += 1
        if made % 10_000 == 0 { progress.show("\(grouped(made)) of \(grouped(tickets)) tickets") }
      }
    }
  }

  private static func ticket(
    _ number: Int, of filler: inout ProjectFiller
  ) throws(EngineError) -> BulkLoader.Item {
    do {
      return try filler.ticket(number)
    } catch {
      throw EngineError(error)
    }
  }
}
