import SluiceClient
import Synchronization
import WebCall

/// Answers as a test has written it down, and keeps what was asked.
final class ScriptedServer: RemoteTransport {
  enum Answer: Sendable {
    case reply(Int, String)
    /// Turns the request away, with a word about when to come back.
    case busy(Int, after: String?)
    case fault(WebFault)
  }

  enum Stream: Sendable {
    /// Tells these events, and goes on until it is cut or broken.
    case events([ServerEvent])
    case reply(Int, String)
    case fault(WebFault)
  }

  private struct State {
    var answers: [Answer]
    var streams: [Stream]
    var requests: [WebRequest] = []
    var streamRequests: [WebRequest] = []
    var end: WebFault?
    var isClosed = false
  }

  private let state: Mutex<State>
  /// A stream is asked for only after a pass.
  let door = Turnstile()
  /// A stream ends with a pass.
  private let cutter = Turnstile()
  /// Gives a pass whenever all events of a stream have been told.
  let told = Turnstile()

  init(_ answers: [Answer] = [], streams: [Stream] = []) {
    state = Mutex(State(answers: answers, streams: streams))
  }

  var requests: [WebRequest] { state.withLock { $0.requests } }
  var streamRequests: [WebRequest] { state.withLock { $0.streamRequests } }

  func send(_ request: WebRequest) throws(WebFault) -> WebReply {
    let answer = state.withLock { state in
      state.requests.append(request)
      return state.answers.isEmpty
        ? .fault(.unreachable("no answer left")) : state.answers.removeFirst()
    }
    switch answer {
    case .reply(let status, let body): return WebReply(status: status, body: Array(body.utf8))
    case .busy(let status, let time):
      return WebReply(
        status: status, headers: time.map { [WebRequest.Field("Retry-After", $0)] } ?? [])
    case .fault(let fault): throw fault
    }
  }

  func follow(
    _ request: WebRequest, opened: () -> Void, _ take: (ServerEvent) -> Void
  ) throws(WebFault) -> WebReply {
    guard door.pass(), !state.withLock({ $0.isClosed }) else { throw .cancelled }
    let stream = state.withLock { state in
      state.streamRequests.append(request)
      return state.streams.isEmpty
        ? .fault(.unreachable("no stream left")) : state.streams.removeFirst()
    }
    switch stream {
    case .fault(let fault): throw fault
    case .reply(let status, let body): return WebReply(status: status, body: Array(body.utf8))
    case .events(let events):
      opened()
      for event in events { take(event) }
      told.letPass()
      _ = cutter.pass()
      if let end = state.withLock({ $0.end }) { throw end }
      return WebReply(status: 200)
    }
  }

  /// Ends the stream as a network does.
  func cut(_ fault: WebFault?) {
    state.withLock { $0.end = fault }
    cutter.letPass()
  }

  func breakStream() {
    cut(.cancelled)
  }

  func close() {
    state.withLock { $0.isClosed = true }
    cut(.cancelled)
    door.letPass()
  }

  func explain(_ fault: WebFault) -> (message: String, nextStep: String?) {
    ("The server was not heard: \(fault).", nil)
  }
}
