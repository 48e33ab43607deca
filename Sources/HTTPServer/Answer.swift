internal import Synchronization

/// The answer to one request, given by any thread and taken by the one that serves the connection.
final class Answer: Sendable {
  private enum State {
    /// Not given yet, and the connection goes on.
    case open
    /// Not given yet, and the connection sleeps until it is.
    case awaited(Sleeper)
    case given(HTTPResponse)
    case over
  }

  private let state = Mutex(State.open)
  private let handler: any HTTPHandler

  init(_ handler: any HTTPHandler) {
    self.handler = handler
  }

  func give(_ response: HTTPResponse) {
    let isDropped = state.withLock { state in
      switch state {
      case .open: state = .given(response)
      case .awaited(let connection):
        state = .given(response)
        connection.wake()
      case .given, .over: return true
      }
      return false
    }
    if isDropped, case .stream(let stream) = response.body { stream.close() }
  }

  func giveForgotten() {
    let isOpen = state.withLock { state in
      switch state {
      case .open, .awaited: true
      case .given, .over: false
      }
    }
    if isOpen { give(handler.response(to: .forgotten)) }
  }

  /// The answer, if there is one; otherwise the connection sleeps until there is.
  func takeOrSleep(_ connection: Sleeper) -> HTTPResponse? {
    state.withLock { state in
      switch state {
      case .given(let response):
        state = .over
        return response
      case .open:
        connection.sleep()
        state = .awaited(connection)
      case .awaited, .over: break
      }
      return nil
    }
  }

  /// The connection is gone.
  func end() {
    let unsent: HTTPResponse? = state.withLock { state in
      defer { state = .over }
      if case .given(let response) = state { return response }
      return nil
    }
    if let unsent, case .stream(let stream) = unsent.body { stream.close() }
  }
}
