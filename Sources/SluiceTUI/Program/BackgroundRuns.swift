import Glibc
import Synchronization

/// Programs that run while the board goes on, each waited for by a thread of its own.
final class BackgroundRuns: Sendable {
  private let ended = Mutex<[Message]>([])
  private let pipe: WakePipe?

  init() {
    pipe = WakePipe()
  }

  deinit { pipe?.close() }

  /// Readable when a program has ended; `nil` if the system gives no descriptor.
  var descriptor: Int32? { pipe?.reading }

  /// Starts a wait on a thread of its own; what comes of it is among the ended.
  func start(_ call: ProgramCall, _ run: @escaping @Sendable () -> Result<Int32, EditorError>) {
    let job = Job { [self] in
      let result = run()
      ended.withLock { $0.append(.ran(result, call)) }
      pipe?.wake()
    }
    let pointer = Unmanaged.passRetained(job)
    var thread = pthread_t()
    let status = pthread_create(&thread, nil, beginJob, pointer.toOpaque())
    guard status == 0 else {
      pointer.release()
      let error = EditorError("\(call.name) was not run; the system has no thread for it.")
      ended.withLock { $0.append(.ran(.failure(error), call)) }
      pipe?.wake()
      return
    }
    pthread_detach(thread)
  }

  func takeEnded() -> [Message] {
    pipe?.drain()
    return ended.withLock { ended in
      defer { ended = [] }
      return ended
    }
  }
}

private final class Job: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

private func beginJob(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let pointer else { return nil }
  Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run()
  return nil
}
