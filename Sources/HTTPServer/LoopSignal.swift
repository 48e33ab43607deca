internal import CMicroHTTP
internal import Glibc
internal import Synchronization

/// How other threads tell a loop that there is something to do, or that it is to stop.
final class LoopSignal: Sendable {
  let descriptor: Int32
  private let time = Mutex<Int?>(nil)
  /// Whether the loop was told and did not listen yet: once is enough for all.
  private let isPending = Atomic(false)

  init() throws(HTTPFault) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard descriptor >= 0 else { throw .failed(Socket.reason) }
  }

  deinit {
    close(descriptor)
  }

  /// Tells the loop to stop within a time.
  func stop(within milliseconds: Int) {
    time.withLock { $0 = milliseconds }
    poke()
  }

  /// Tells the loop that a connection was woken.
  func poke() {
    let wasPending = isPending.exchange(true, ordering: .sequentiallyConsistent)
    if !wasPending { eventfd_write(descriptor, 1) }
  }

  /// Listens, before the work is looked for; answers the time within which to stop, if it was told.
  func take() -> Int? {
    var value: eventfd_t = 0
    eventfd_read(descriptor, &value)
    isPending.store(false, ordering: .sequentiallyConsistent)
    return time.withLock { $0 }
  }
}
