internal import Glibc
internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore
internal import Synchronization

/// One request on its way through the server, until it is answered and noted in the log.
final class Exchange: Sendable {
  let request: HTTPRequest
  /// Names the request in its answer and in the log.
  let id: String
  /// The path of its route, for the log: what was sent itself may hold anything.
  let path: String
  private let reply: HTTPReply
  private let log: Log
  private let start: Int
  private let handle = Mutex<String?>(nil)

  init(_ request: HTTPRequest, _ reply: HTTPReply, id: String, path: String, log: Log) {
    self.request = request
    self.reply = reply
    self.id = id
    self.path = path
    self.log = log
    start = Self.microseconds
  }

  /// Notes who asks, as soon as that is known.
  func isOf(_ caller: Caller) {
    handle.withLock { $0 = caller.account?.handle }
  }

  func send(_ outcome: Result<Answer, APIError>) {
    switch outcome {
    case .success(let answer): send(answer.response)
    case .failure(let error): send(error.answer.response, error)
    }
  }

  /// Notes the answer and gives it: whoever has it finds it in the log.
  func send(_ response: HTTPResponse, _ error: APIError? = nil) {
    var response = response
    response.headers.add("X-Request-Id", id)
    let time = Double(Self.microseconds - start)
    var fields = [
      LogField("method", request.method), LogField("path", path),
      LogField("status", response.status), LogField("ms", .number((time / 100).rounded() / 10)),
    ]
    if let handle = handle.withLock({ $0 }) { fields.append(LogField("user", handle)) }
    fields.append(LogField("id", id))
    // What a caller did wrong is theirs to know; what the server could not do is told here.
    if let error, error.status >= 500 { fields.append(LogField("reason", error.message)) }
    log.note("request", fields)
    reply.send(response)
  }

  private static var microseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}
