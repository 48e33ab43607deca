internal import CMicroHTTP
internal import Glibc
internal import Synchronization

/// Someone who was let in and is not served yet.
struct Visitor {
  let socket: Int32
  let peer: HTTPPeer
}

/// How other threads tell a loop that there is something to do, or that it is to stop.
final class LoopSignal: Sendable {
  /// What a loop was told since it last listened.
  struct Message {
    var visitors: [Visitor] = []
    /// The time within which to stop.
    var time: Int?
    fileprivate var isClosed = false
  }

  let descriptor: Int32
  private let message = Mutex(Message())
  /// Whether the loop was told and did not listen yet: once is enough for all.
  private let isPending = Atomic(false)
  private let count = Atomic(0)

  init() throws(HTTPFault) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard descriptor >= 0 else { throw .failed(Socket.reason) }
  }

  deinit {
    Glibc.close(descriptor)
  }

  /// How many connections the loop serves.
  var load: Int {
    get { count.load(ordering: .relaxed) }
    set { count.store(newValue, ordering: .relaxed) }
  }

  /// Tells the loop to stop within a time.
  func stop(within milliseconds: Int) {
    message.withLock { $0.time = milliseconds }
    poke()
  }

  /// Leaves someone to the loop; false if it serves nobody more.
  func send(_ visitor: Visitor) -> Bool {
    let isTaken = message.withLock { message in
      if !message.isClosed { message.visitors.append(visitor) }
      return !message.isClosed
    }
    if isTaken { poke() }
    return isTaken
  }

  /// Tells the loop that a connection was woken.
  func poke() {
    let wasPending = isPending.exchange(true, ordering: .sequentiallyConsistent)
    if !wasPending { eventfd_write(descriptor, 1) }
  }

  /// Listens, before the work is looked for.
  func take() -> Message {
    var value: eventfd_t = 0
    eventfd_read(descriptor, &value)
    isPending.store(false, ordering: .sequentiallyConsistent)
    return message.withLock { message in
      defer { message.visitors = [] }
      return message
    }
  }

  /// Listens no more; answers who was left over.
  func close() -> [Visitor] {
    message.withLock { message in
      message.isClosed = true
      defer { message.visitors = [] }
      return message.visitors
    }
  }
}
