import Glibc
import Synchronization

@testable import HTTPServer

/// A handler that does what the first part of the path says.
final class TestHandler: HTTPHandler {
  private let streams = Mutex<[EventStream]>([])
  private let kept = Mutex<[HTTPReply]>([])
  private let worker = Worker()

  /// The streams that are read, or were.
  var opened: [EventStream] {
    streams.withLock { $0 }
  }

  var keptCount: Int {
    kept.withLock { $0.count }
  }

  /// Answers what was kept.
  func answerKept(_ response: HTTPResponse) {
    let replies = kept.withLock { kept in
      defer { kept = [] }
      return kept
    }
    for reply in replies { reply.send(response) }
  }

  func handle(_ request: HTTPRequest, _ reply: HTTPReply) {
    switch request.segments.first {
    case "later":
      worker.add { reply.send(HTTPResponse(200, body: Array("later\n".utf8))) }
    case "stream":
      let stream = EventStream()
      streams.withLock { $0.append(stream) }
      reply.send(HTTPResponse(events: stream))
    case "keep": kept.withLock { $0.append(reply) }
    case "forget": break
    case "pause":
      usleep(100_000)
      reply.send(HTTPResponse(200))
    case "big": reply.send(HTTPResponse(200, body: [UInt8](repeating: 0x62, count: 8 << 20)))
    case "none": reply.send(HTTPResponse(204))
    default: reply.send(HTTPResponse(200, headers: ["X-A": "b"], body: Self.report(request)))
    }
  }

  private static func report(_ request: HTTPRequest) -> [UInt8] {
    var lines = ["\(request.method) \(request.segments.joined(separator: "|"))"]
    lines += request.query.map { "\($0.name)=\($0.value)" }
    if case .user(let id, _) = request.peer { lines.append("uid \(id)") }
    if case .address(let host, _) = request.peer { lines.append("host \(host)") }
    if !request.body.isEmpty { lines.append(String(decoding: request.body, as: UTF8.self)) }
    return Array(lines.joined(separator: "\n").utf8)
  }
}
