internal import CMicroHTTP
internal import Glibc

/// One request and its answer, as the thread that serves the connection sees them.
final class Exchange {
  private enum Stage {
    case head
    case body
    case answer(Answer)
    case sent
  }

  private unowned let connection: Connection
  private let sentTarget: [UInt8]
  /// Where the target was, for it is changed there after it was told.
  private let place: UInt
  private var target: RequestTarget?
  private var head = RequestHead(method: "", version: "", headers: [:])
  private var body: [UInt8] = []
  /// How much of the body was read over because it is too long.
  private var excess = 0
  private var stage = Stage.head

  init(_ connection: Connection, _ target: UnsafePointer<CChar>?) {
    self.connection = connection
    place = UInt(bitPattern: target)
    let length = target.map { strlen($0) } ?? 0
    sentTarget = Array(UnsafeRawBufferPointer(start: target, count: length))
  }

  private var limits: HTTPLimits { connection.loop.limits }

  /// Whether the library tells of this request for the first time.
  var awaitsHead: Bool {
    if case .head = stage { true } else { false }
  }

  /// A body that is too long is still read up to this, so that a client sees why it is refused.
  private static let patience = 4 << 20

  /// The head is complete.
  func receiveHead(
    _ handle: OpaquePointer, method: UnsafePointer<CChar>, version: UnsafePointer<CChar>
  ) -> MHD_Result {
    var reader = HeadReader(method: method, target: (place, sentTarget.count), version: version)
    withUnsafeMutablePointer(to: &reader) {
      _ = MHD_get_connection_values_n(handle, .HEADER_KIND, readField, $0)
    }
    head = RequestHead(
      method: String(cString: method), version: String(cString: version),
      headers: reader.headers)
    let size = sluice_mhd_head_size(handle)
    do throws(HTTPRefusal) {
      guard size <= limits.head else { throw .headTooLarge(limits.head) }
      let framing = try head.framing()
      guard reader.isWhole(from: method, size: size) else {
        throw .malformed("The head holds zero bytes, folded lines or bare line feeds.")
      }
      target = RequestTarget(sentTarget, method: head.method)
      guard target != nil else { throw .malformed("The path or the query is malformed.") }
      try checkLength(framing)
    } catch {
      return send(connection.loop.handler.response(to: error), on: handle)
    }
    stage = .body
    return .YES
  }

  private func checkLength(_ framing: RequestHead.Framing) throws(HTTPRefusal) {
    guard case .length(let length) = framing, length > limits.body else { return }
    let isAsking = head.headers["expect"] != nil
    guard !isAsking, length <= limits.body + Self.patience else {
      throw .bodyTooLarge(limits.body)
    }
  }

  /// Some of the body is here.
  func receive(_ bytes: UnsafeRawBufferPointer) -> MHD_Result {
    guard excess == 0, body.count + bytes.count <= limits.body else {
      excess += bytes.count + body.count
      body = []
      return excess <= limits.body + Self.patience ? .YES : .NO
    }
    body += bytes
    return .YES
  }

  /// The request is complete, or its answer is there.
  func proceed(_ handle: OpaquePointer) -> MHD_Result {
    switch stage {
    case .head, .sent: return .NO
    case .body: return ask(handle)
    case .answer(let answer):
      let sleeper = Sleeper(handle, connection.loop.signal)
      guard let response = answer.takeOrSleep(sleeper) else { return .YES }
      return send(response, on: handle)
    }
  }

  private func ask(_ handle: OpaquePointer) -> MHD_Result {
    let loop = connection.loop
    let refusal: HTTPRefusal? =
      if excess > 0 {
        .bodyTooLarge(limits.body)
      } else if loop.isStopping {
        .stopping
      } else {
        nil
      }
    if let refusal { return send(loop.handler.response(to: refusal), on: handle) }
    guard let target else { return .NO }
    let request = HTTPRequest(
      method: head.method, path: target.path, segments: target.segments, query: target.query,
      headers: head.headers, body: body, peer: connection.peer)
    body = []
    let answer = Answer(loop.handler)
    stage = .answer(answer)
    connection.enter(.answering)
    loop.handler.handle(request, HTTPReply(answer))
    return proceed(handle)
  }

  private func send(_ response: HTTPResponse, on handle: OpaquePointer) -> MHD_Result {
    stage = .sent
    return Sender(connection: connection, isHead: head.method == "HEAD").send(response, on: handle)
  }

  /// Gives up on a handler that does not answer.
  func giveUp(_ refusal: HTTPRefusal) {
    guard case .answer(let answer) = stage else { return }
    answer.give(connection.loop.handler.response(to: refusal))
  }

  /// The answer is sent, or nobody is there to read it.
  func end() {
    if case .answer(let answer) = stage { answer.end() }
    if case .streaming(let stream) = connection.phase { stream.close() }
  }
}
