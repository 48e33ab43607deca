import CBaseline
import Glibc
import HTTPServer
import SluiceCore
import SluiceServer
import Synchronization

/// Watches what statements the server runs for a request, and holds those of C against them.
struct ServeTrace {
  let file: ServedFile

  /// Statements that only one side runs, for both requests that are measured; empty if both run the same.
  func difference() throws(BenchError) -> [String] {
    baseline_trace_start()
    defer {
      baseline_trace_stop()
      baseline_trace_clear()
    }
    let server = try asking { () throws(EngineError) in try BareServer(path: file.path) }
    defer { server.close() }
    guard let move = file.moves.first else { throw BenchError("There is nothing to move.") }
    let reading = try statements(of: server) { _ in
      ServeRequest.ticket("\(move.ticket)", file.token)
    }
    let moving = try statements(of: server) { turn in
      ServeRequest.transition(
        "\(move.ticket)", to: (turn % 2 == 0 ? move.there : move.here).name, file.token)
    }
    return Self.difference(reading, baseline_serve_reading_statement, "get")
      + Self.difference(moving, baseline_serve_moving_statement, "transition")
  }

  /// What the second of two requests runs: by then all has been read that is read only once.
  private func statements(
    of server: BareServer, _ request: (Int) -> HTTPRequest
  ) throws(BenchError) -> [String] {
    for turn in 0..<2 {
      baseline_trace_clear()
      let status = Self.answer(server.handler, request(turn)).status
      guard status == 200 else { throw BenchError("The server answers \(status).") }
    }
    return StatementTrace.texts(baseline_trace_statement)
  }

  private static func difference(
    _ ours: [String], _ theirs: (Int32) -> UnsafePointer<CChar>?, _ name: String
  ) -> [String] {
    let theirs = StatementTrace.texts(theirs)
    return Set(ours).subtracting(theirs).map { "\(name), only the server: \($0)" }.sorted()
      + Set(theirs).subtracting(ours).map { "\(name), only C: \($0)" }.sorted()
  }

  /// Waits for the answer of a handler.
  static func answer(_ handler: any HTTPHandler, _ request: HTTPRequest) -> HTTPResponse {
    let answer = GivenAnswer()
    handler.handle(request, HTTPReply { answer.give($0) })
    while true {
      if let response = answer.response { return response }
      usleep(100)
    }
  }
}

/// An answer that another thread gives.
private final class GivenAnswer: Sendable {
  private let given = Mutex<HTTPResponse?>(nil)

  var response: HTTPResponse? { given.withLock { $0 } }

  func give(_ response: HTTPResponse) {
    given.withLock { $0 = response }
  }
}
