internal import SluiceCore
internal import Synchronization

/// What a remote engine knows of its line, shared by those who call and the thread that follows events.
final class Line: Sendable {
  private struct State {
    var link = LinkState.live
    var changes = ForeignChanges()
    /// Whether events are followed, so that it is noticed when the line is back.
    var isFollowed = false
    /// The last event that is known, to go on from there.
    var lastID: String?
    /// From where in history on events were told.
    var start: Int64?
    var isHungUp = false
  }

  /// Readable when the line, or what others did, should be looked at.
  let descriptor = Descriptor()
  /// Raised when the thread that follows events should look up.
  let stop = Descriptor()
  private let state = Mutex(State())
  private let now: @Sendable () -> Timestamp

  init(now: @escaping @Sendable () -> Timestamp) {
    self.now = now
  }

  var link: LinkState { state.withLock { $0.link } }
  var lastID: String? { state.withLock { $0.lastID } }
  var isHungUp: Bool { state.withLock { $0.isHungUp } }

  /// Whether calls are in vain, for the line is lost and somebody else tries it.
  var isLost: Bool {
    if case .reconnecting = link { true } else { false }
  }

  /// Whether nobody follows yet; from now on somebody does.
  func beginFollowing() -> Bool {
    state.withLock { state in
      defer { state.isFollowed = true }
      return !state.isFollowed && !state.isHungUp
    }
  }

  func hangUp() {
    state.withLock { $0.isHungUp = true }
    stop.raise()
  }

  /// A stream of events has begun.
  func open() {
    change { state in
      if state.link != .live { state.changes.suspect() }
      state.link = .live
    }
  }

  /// The line does not carry; says whether somebody will notice when it does again.
  @discardableResult
  func lose() -> Bool {
    let now = now()
    return change { state in
      guard state.isFollowed, !state.isHungUp else { return false }
      if state.link == .live { state.link = .reconnecting(since: now) }
      return true
    }
  }

  /// It is in vain to try again.
  func giveUp(_ reason: String) {
    change { $0.link = .offline(reason: reason) }
  }

  /// An event of that place in history and that change came.
  func hear(_ id: String, of change: Int64?) {
    self.change { state in
      if !id.isEmpty { state.lastID = id }
      state.changes.hear(of: change)
    }
  }

  /// The stream says from where on it tells everything.
  func start(at id: String) {
    state.withLock { state in
      if !id.isEmpty { state.lastID = id }
      if state.start == nil { state.start = Int64(id) }
    }
  }

  /// Somebody was told how things are up to a place in history; what came after it and before the stream
  /// began was told to nobody.
  func told(upTo sequence: Int64) {
    change { state in
      if let start = state.start, sequence < start { state.changes.suspect() }
    }
  }

  /// Others may have changed something.
  func suspect() {
    change { $0.changes.suspect() }
  }

  func beginChange() {
    state.withLock { $0.changes.begin() }
  }

  func endChange(_ number: Int64?) {
    change { $0.changes.end(number) }
  }

  func takeForeignChange() -> Bool {
    descriptor.clear()
    return state.withLock { $0.changes.take() }
  }

  /// Changes the state, and raises the descriptor if there is something new to look at.
  @discardableResult
  private func change<Value: Sendable>(_ body: (inout sending State) -> Value) -> Value {
    let (value, isNews) = state.withLock { state in
      let former = (state.link, state.changes.isPending)
      let value = body(&state)
      return (value, state.link != former.0 || state.changes.isPending && !former.1)
    }
    if isNews { descriptor.raise() }
    return value
  }
}
