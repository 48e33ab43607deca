internal import Synchronization

/// Where the file is worked on, by one thread at a time.
///
/// A read is done at once by the thread that brings it, if nobody works or waits; otherwise it queues. The
/// desk's own thread does the reads that wait, and then all writes that wait as one group: one commit makes
/// many durable, so that a slow disk is waited for once.
final class Desk: Sendable {
  /// Does a read, and answers what is to be done once others may work on the file again.
  private typealias Read = @Sendable (Access) -> @Sendable () -> Void

  private enum Access {
    case open
    /// The server stops, or has too much to do.
    case refused(APIError)
  }

  private struct Queue {
    var reads: [Read] = []
    var writes: [DeskTask] = []
    var isClosed = false
    /// Whether the desk's thread has taken what waited and not asked again.
    var isBusy = false
    /// Whether the desk's thread has found nothing to do, and only hears the bell.
    var isAsleep = false

    var isIdle: Bool { reads.isEmpty && writes.isEmpty && !isBusy && !isClosed }
  }

  /// How many requests may wait; the next is told to come back.
  private let capacity: Int
  /// How many writes are committed together at most, so that the first of them does not wait for ever.
  private let groupLimit: Int

  /// Held by the thread that works on the file.
  private let chair = Mutex(())
  private let queue = Mutex(Queue())
  private let bell: Bell
  private let groups: any WritingInGroups
  private let thread = Mutex<WorkThread?>(nil)

  /// A desk that works; `nil` if the system gives no thread or descriptor.
  init?(_ groups: any WritingInGroups, capacity: Int = 4_096, groupLimit: Int = 256) {
    guard let bell = Bell() else { return nil }
    self.bell = bell
    self.groups = groups
    self.capacity = capacity
    self.groupLimit = groupLimit
    guard let started = WorkThread({ [weak self] in self?.run() }) else { return nil }
    thread.withLock { $0 = started }
  }

  /// Reads the file, now or later, and tells what came of it; by any thread.
  func read<Value: Sendable>(
    _ work: @escaping @Sendable () throws(APIError) -> Value,
    _ finish: @escaping @Sendable (Result<Value, APIError>) -> Void
  ) {
    let read: Read = { access in
      let outcome: Result<Value, APIError> =
        switch access {
        case .open: Result(catching: work)
        case .refused(let error): .failure(error)
        }
      return { finish(outcome) }
    }
    if queue.withLock({ $0.isIdle }), let finish = chair.withLockIfAvailable({ _ in read(.open) }) {
      return finish()
    }
    if let refusal = enqueue({ $0.reads.append(read) }) { read(.refused(refusal))() }
  }

  /// Writes to the file with those that write at the same time, and tells what came of it.
  func write(_ task: DeskTask) {
    if let refusal = enqueue({ $0.writes.append(task) }) { task.finish(.failure(refusal)) }
  }

  /// Works on the file after whoever works on it now; for threads that may wait.
  func sit<Value>(_ body: () -> Value) -> Value {
    chair.withLock { _ in body() }
  }

  /// Does what waits, takes nothing more, and ends.
  func close() {
    queue.withLock { $0.isClosed = true }
    bell.ring()
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    thread?.join()
  }

  private func enqueue(_ add: (inout Queue) -> Void) -> APIError? {
    var mustWake = false
    let refusal: APIError? = queue.withLock { queue in
      guard !queue.isClosed else { return .busy("The server is stopping.") }
      guard queue.reads.count + queue.writes.count < capacity else {
        return .busy("The server has too much to do; try again in a moment.")
      }
      add(&queue)
      mustWake = queue.isAsleep
      queue.isAsleep = false
      return nil
    }
    if mustWake { bell.ring() }
    return refusal
  }

  private func run() {
    while true {
      let (reads, writes, isClosed) = takeWaiting()
      // Told together, so that the threads of the connections are woken once for many.
      let finishes = reads.map { read in chair.withLock { _ in read(.open) } }
      for finish in finishes { finish() }
      if !writes.isEmpty {
        let outcomes = chair.withLock { _ in groups.write(writes) }
        for (write, outcome) in zip(writes, outcomes) { write.finish(outcome) }
      }
      guard reads.isEmpty, writes.isEmpty else { continue }
      if isClosed { return }
      bell.wait()
    }
  }

  private func takeWaiting() -> (reads: [Read], writes: [DeskTask], isClosed: Bool) {
    queue.withLock { queue in
      let writes = Array(queue.writes.prefix(groupLimit))
      let reads = queue.reads
      queue.writes.removeFirst(writes.count)
      queue.reads = []
      queue.isBusy = !reads.isEmpty || !writes.isEmpty
      queue.isAsleep = !queue.isBusy
      return (reads, writes, queue.isClosed)
    }
  }
}
