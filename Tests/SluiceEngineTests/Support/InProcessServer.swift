import SluiceAPI
import SluiceClient
import SluiceCore
import Synchronization
import WebCall

/// Stands in for a server: takes requests apart, calls an engine, and answers with bytes.
final class InProcessServer: RemoteTransport {
  private let engine: any Engine
  private let person: String
  private let answers = Mutex<[String: WebReply]>([:])

  /// A server in which `person` is signed in.
  init(_ engine: any Engine, person: String) {
    self.engine = engine
    self.person = person
  }

  func send(_ request: WebRequest) throws(WebFault) -> WebReply {
    let key = request.headers.first { $0.name == "Idempotency-Key" }?.value
    if let key, let reply = answers.withLock({ $0[key] }) { return reply }
    let reply = answer(to: request)
    if let key { answers.withLock { $0[key] = reply } }
    return reply
  }

  private func answer(to request: WebRequest) -> WebReply {
    do {
      let call = try EngineCall(wireRequest(request))
      return WebReply(status: 200, body: try call.answer(by: engine, for: person))
    } catch let error as EngineError {
      return refusal(409, error.wire)
    } catch {
      return refusal(400, .object(["code": .string("\(error)"), "message": .string("\(error)")]))
    }
  }

  private func refusal(_ status: Int, _ error: JSONValue) -> WebReply {
    WebReply(status: status, body: Array(JSONPrinter.line(.object(["error": error])).utf8))
  }

  private func wireRequest(_ request: WebRequest) throws(WireFault) -> WireRequest {
    let segments = request.path.split(separator: "/").map { Self.decoded($0) }
    guard segments.starts(with: ["api", "v1", "orgs", "home", "engine"]) else {
      throw WireFault("path", request.path)
    }
    for kind in EngineCall.Kind.allCases where kind.method == request.method {
      if let parameters = Self.parameters(kind.path, Array(segments.dropFirst(5))) {
        return WireRequest(
          kind, parameters: parameters, query: request.query.map { .init($0.name, $0.value) },
          body: request.body)
      }
    }
    throw WireFault("path", request.path)
  }

  private static func parameters(_ template: String, _ segments: [String]) -> [String: String]? {
    let parts = template.split(separator: "/")
    guard parts.count == segments.count else { return nil }
    var parameters: [String: String] = [:]
    for (part, segment) in zip(parts, segments) {
      if part.hasPrefix("{") {
        parameters[String(part.dropFirst().dropLast())] = segment
      } else if part != segment {
        return nil
      }
    }
    return parameters
  }

  private static func decoded(_ segment: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(segment.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let code = UInt8(digits, radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func follow(
    _ request: WebRequest, opened: () -> Void, _ take: (ServerEvent) -> Void
  ) throws(WebFault) -> WebReply {
    WebReply(status: 404)
  }

  func breakStream() {}

  func close() {}

  func explain(_ fault: WebFault) -> (message: String, nextStep: String?) {
    ("\(fault)", nil)
  }
}
