import CBaseline
import Glibc
import SluiceCore
import SluiceStore

/// The server in C, in a process of its own.
struct ServingInC {
  static let verb = "serve-in-c"

  let path: String
  let port: Int

  init(_ words: ArraySlice<String>) throws(BenchError) {
    let options = try Options(words, others: ["--port"])
    guard let path = options.path else { throw BenchError("\(Self.verb) needs --db.") }
    self.path = path
    port = try options.number("--port")
  }

  /// Serves until a signal ends this process.
  func run() throws(BenchError) {
    let workflow = try workflow()
    let mode = try asking { () throws(EngineError) in
      try Store.open(path: path, seed: nil).journalMode
    }
    let statuses = workflow.statuses.map { status in
      baseline_status(
        id: Int64(status.id.number), name: Self.kept(status.name),
        category: Self.kept(status.category.rawValue),
        available: Self.kept(Self.available(from: status, in: workflow)))
    }
    let code = statuses.withUnsafeBufferPointer { statuses in
      "\(workflow.id)".withCString { id in
        baseline_serve(
          path, mode.rawValue, UInt16(port),
          baseline_workflow(
            uuid: id, revision: Int64(workflow.revision), statuses: statuses.baseAddress,
            status_count: Int32(statuses.count)))
      }
    }
    throw BenchError("The server in C ended with \(code).")
  }

  private func workflow() throws(BenchError) -> Workflow {
    let workflow = try BoardReader(path).board(limit: 1).workflow
    guard workflow.gates.isEmpty, workflow.fields.isEmpty,
      workflow.statuses.allSatisfy({ $0.wipLimit == nil })
    else { throw BenchError("The server in C knows workflows without gates and limits only.") }
    return workflow
  }

  /// Where tickets of a status may go, as the server prints it; found once, for both sides keep workflows.
  private static func available(from status: Status, in workflow: Workflow) -> String {
    JSONPrinter.line(
      .array(
        workflow.available(from: status.id).map {
          .object(["category": .string($0.category.rawValue), "name": .string($0.name)])
        }))
  }

  /// Text for as long as the process runs.
  private static func kept(_ text: String) -> UnsafePointer<CChar>? {
    UnsafePointer(strdup(text))
  }
}
