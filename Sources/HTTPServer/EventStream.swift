internal import Synchronization

/// The events that one client reads, written by any thread.
///
/// What it has not read yet is kept up to a limit; a client that reads more slowly is dropped.
public final class EventStream: Sendable {
  private enum Phase {
    case open
    /// No more is written; what is queued is still sent.
    case finishing
    /// Nobody reads any more.
    case closed
  }

  private struct State {
    var phase = Phase.open
    var queue = ByteQueue()
    var limit = Int.max
    /// The connection, while it sleeps because there is nothing to send.
    var sleeper: Sleeper?
    /// When something was last queued.
    var lastWrite = 0
    var actions: [@Sendable () -> Void] = []
  }

  private let state = Mutex(State())

  /// A stream that a response is to carry.
  public init() {}

  /// Whether anybody may still read.
  public var isOpen: Bool {
    state.withLock { $0.phase == .open }
  }

  /// Queues bytes, such as one event.
  ///
  /// - Returns: Whether they were taken; `false` when the reader is gone, or dropped for being slow.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Bool {
    var isDropped = false
    let isTaken = state.withLock { state in
      guard state.phase == .open else { return false }
      guard state.queue.count + bytes.count <= state.limit else {
        isDropped = true
        return false
      }
      state.queue.append(bytes)
      state.lastWrite = Clock.milliseconds
      Self.wake(&state)
      return true
    }
    if isDropped { close() }
    return isTaken
  }

  /// Ends the stream when everything queued is sent.
  public func finish() {
    state.withLock { state in
      guard state.phase == .open else { return }
      state.phase = .finishing
      Self.wake(&state)
    }
  }

  /// Ends the stream at once.
  public func close() {
    let actions = state.withLock { state in
      guard state.phase != .closed else { return [] as [@Sendable () -> Void] }
      state.phase = .closed
      state.queue = ByteQueue()
      Self.wake(&state)
      defer { state.actions = [] }
      return state.actions
    }
    for action in actions { action() }
  }

  /// Does something when nobody reads any more; at once if that is so already.
  ///
  /// It is done on any thread, and must not wait for anything.
  public func onClose(_ action: @escaping @Sendable () -> Void) {
    let isClosed = state.withLock { state in
      if state.phase != .closed { state.actions.append(action) }
      return state.phase == .closed
    }
    if isClosed { action() }
  }

  private static func wake(_ state: inout State) {
    guard let connection = state.sleeper else { return }
    state.sleeper = nil
    connection.wake()
  }
}

extension EventStream {
  /// What the connection is to do next.
  enum Step: Equatable {
    case send(Int)
    /// It sleeps by now.
    case sleep
    case finish
    case breakOff
  }

  /// Moves queued bytes to where the library sends them from.
  func fill(_ buffer: UnsafeMutableRawBufferPointer, of connection: Sleeper) -> Step {
    state.withLock { state in
      if state.phase == .closed { return .breakOff }
      let count = state.queue.move(to: buffer)
      if count > 0 { return .send(count) }
      if state.phase == .finishing { return .finish }
      connection.sleep()
      state.sleeper = connection
      return .sleep
    }
  }

  /// Begins to be read.
  func open(limit: Int) {
    state.withLock { state in
      state.limit = limit
      state.lastWrite = Clock.milliseconds
    }
  }

  /// Sends a comment when the stream was silent, so that both ends see that the other is there.
  func beat(after silence: Int, now: Int) {
    let isSilent = state.withLock { $0.queue.count == 0 && now - $0.lastWrite >= silence }
    if isSilent { send(Self.heartbeat) }
  }

  /// Whether it is over while the connection is still busy with what it took before.
  var isClosed: Bool {
    state.withLock { $0.phase == .closed }
  }

  private static let heartbeat = Array(":\n\n".utf8)
}
