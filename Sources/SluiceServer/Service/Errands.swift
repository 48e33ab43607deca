internal import Synchronization

/// What takes long and needs no file, such as a call of another server.
typealias Errand = @Sendable () -> Result<Answer, APIError>

/// Runs errands, a few at a time, each on a thread of its own: one that is slow holds up no other.
///
/// Whoever asks for more is told to come back, so that nobody can make the server wait for a thousand others.
final class Errands: Sendable {
  private struct State {
    var running: [Int: WorkThread] = [:]
    var done: [Int] = []
    var next = 0
    var isClosed = false
  }

  private let capacity: Int
  private let state = Mutex(State())

  init(capacity: Int = 8) {
    self.capacity = capacity
  }

  /// Takes an errand; false if too many are under way.
  func take(
    _ errand: @escaping Errand, _ finish: @escaping @Sendable (Result<Answer, APIError>) -> Void
  ) -> Bool {
    let ended = state.withLock { state in
      defer { state.done = [] }
      return state.done.compactMap { state.running.removeValue(forKey: $0) }
    }
    // They have nothing left to do but to end.
    for thread in ended { thread.join() }
    return state.withLock { state in
      guard !state.isClosed, state.running.count < capacity else { return false }
      let number = state.next
      state.next += 1
      let started = WorkThread { [weak self] in
        finish(errand())
        self?.state.withLock { $0.done.append(number) }
      }
      guard let started else { return false }
      state.running[number] = started
      return true
    }
  }

  /// Takes no more.
  ///
  /// What is under way is left behind: it changes nothing, and a stop must not wait for others.
  func close() {
    state.withLock { $0.isClosed = true }
  }
}
