internal import CMicroHTTP

/// A connection that can be put to sleep by the thread that serves it, and woken by any.
// The library guards the waking with a lock of its own, and never frees a connection that sleeps.
struct Sleeper: @unchecked Sendable {
  private let handle: OpaquePointer
  private let signal: LoopSignal

  init(_ handle: OpaquePointer, _ signal: LoopSignal) {
    self.handle = handle
    self.signal = signal
  }

  /// Nothing is read, sent or told until it is woken.
  func sleep() {
    MHD_suspend_connection(handle)
  }

  func wake() {
    MHD_resume_connection(handle)
    // The library only takes a note of it, for it has no thread of its own.
    signal.poke()
  }
}
