import Glibc
import Synchronization

/// A thread of the system that does one thing after the other.
///
/// Tasks would wait for a processor as long as tests wait for answers.
final class Worker: Sendable {
  private let queue: Queue
  private let wakeup: Int32

  init() {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    queue = Queue(end: ends[0])
    wakeup = ends[1]
    var thread = pthread_t()
    let context = Unmanaged.passRetained(queue).toOpaque()
    pthread_create(&thread, nil, runWorker, context)
    pthread_detach(thread)
  }

  deinit {
    close(wakeup)
  }

  func add(_ work: @escaping @Sendable () -> Void) {
    queue.work.withLock { $0.append(work) }
    var byte: UInt8 = 1
    write(wakeup, &byte, 1)
  }
}

private final class Queue: Sendable {
  let work = Mutex<[@Sendable () -> Void]>([])
  private let end: Int32

  init(end: Int32) {
    self.end = end
  }

  func run() {
    var byte: UInt8 = 0
    while read(end, &byte, 1) == 1 {
      let items = work.withLock { work in
        defer { work = [] }
        return work
      }
      for item in items { item() }
    }
    close(end)
  }
}

private func runWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Queue>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
