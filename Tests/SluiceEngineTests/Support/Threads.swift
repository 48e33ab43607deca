import Glibc
import Synchronization

/// Threads of the system, for what must really go on at the same time.
///
/// Tasks would share as many threads as there are processors.
enum Threads {
  /// Runs as many threads at once and waits for all; answers what each came to, in order.
  static func run<Output: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Output
  ) throws -> [Output] {
    let results = Mutex<[Int: Result<Output, any Error>]>([:])
    let threads = try (0..<count).map { index in
      try start {
        let result = Result { try body(index) }
        results.withLock { $0[index] = result }
      }
    }
    for thread in threads { pthread_join(thread, nil) }
    return try results.withLock { results in
      try (0..<count).compactMap { try results[$0]?.get() }
    }
  }

  private static func start(_ work: @escaping @Sendable () -> Void) throws -> pthread_t {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(work))
    let code = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work() }
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      throw TemporaryFolder.Failure(number: code)
    }
    return thread
  }

  private final class Box: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) {
      self.work = work
    }
  }
}
