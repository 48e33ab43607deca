internal import CCurl
internal import Synchronization

/// Lets any thread end the waits of others.
final class WebStop: Sendable {
  private struct State {
    var isStopped = false
    var waiting: [WebHandle] = []
  }

  private let state = Mutex(State())

  var isStopped: Bool {
    state.withLock(\.isStopped)
  }

  /// Ends every wait, and those to come.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      // Inside the lock, so that none of them is gone.
      for handle in state.waiting { handle.wake() }
    }
  }

  func begin(_ handle: WebHandle) {
    state.withLock { $0.waiting.append(handle) }
  }

  func end(_ handle: WebHandle) {
    state.withLock { state in state.waiting.removeAll { $0 === handle } }
  }
}
