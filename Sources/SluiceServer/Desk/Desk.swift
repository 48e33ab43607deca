internal import Synchronization

/// Where the file is worked on, by one thread at a time.
///
/// A read is done at once by the thread that brings it, if nobody works or waits; otherwise it queues. The
/// desk's own thread does the reads that wait, and then all writes that wait as one group: one commit makes
/// many durable, so that a slow disk is waited for once.
final class Desk: Sendable {
  private struct Queue {
    var reads: [DeskTask] = []
    var writes: [DeskTask] = []
    var isClosed = false
    /// Whether the desk's thread has taken what waited and not asked again.
    var isBusy = false

    var isIdle: Bool { reads.isEmpty && writes.isEmpty && !isBusy }
  }

  /// How many requests may wait; the next is told to come back.
  let capacity: Int
  /// How many writes are committed together at most, so that the first of them does not wait for ever.
  private static let groupLimit = 256

  /// Held by the thread that works on the file.
  private let chair = Mutex(())
  private let queue = Mutex(Queue())
  private let bell: Bell
  private let groups: any WritingInGroups
  private let thread = Mutex<WorkThread?>(nil)

  /// A desk that works; `nil` if the system gives no thread or descriptor.
  init?(_ groups: any WritingInGroups, capacity: Int = 4_096) {
    guard let bell = Bell() else { return nil }
    self.bell = bell
    self.groups = groups
    self.capacity = capacity
    guard let started = WorkThread({ [weak self] in self?.run() }) else { return nil }
    thread.withLock { $0 = started }
  }

  /// Takes a task; it is finished now, later, or refused because too many wait.
  func take(_ task: DeskTask) {
    if task.isReading, queue.withLock({ $0.isIdle && !$0.isClosed }),
      let outcome = chair.withLockIfAvailable({ _ in task.outcome })
    {
      return task.finish(outcome)
    }
    let refusal: APIError? = queue.withLock { queue in
      guard !queue.isClosed else { return .busy("The server is stopping.") }
      guard queue.reads.count + queue.writes.count < capacity else {
        return .busy("The server has too much to do; try again in a moment.")
      }
      if task.isReading { queue.reads.append(task) } else { queue.writes.append(task) }
      return nil
    }
    if let refusal { task.finish(.failure(refusal)) } else { bell.ring() }
  }

  /// Works on the file at once, after whoever works on it now.
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

  private func run() {
    while true {
      let (reads, writes, isClosed) = takeWaiting()
      for read in reads { read.finish(chair.withLock { _ in read.outcome }) }
      if !writes.isEmpty {
        let outcomes = chair.withLock { _ in groups.write(writes) }
        for (write, outcome) in zip(writes, outcomes) { write.finish(outcome) }
      }
      guard reads.isEmpty, writes.isEmpty else { continue }
      if isClosed { return }
      bell.wait()
    }
  }

  private func takeWaiting() -> (reads: [DeskTask], writes: [DeskTask], isClosed: Bool) {
    queue.withLock { queue in
      let writes = Array(queue.writes.prefix(Self.groupLimit))
      let reads = queue.reads
      queue.writes.removeFirst(writes.count)
      queue.reads = []
      queue.isBusy = !reads.isEmpty || !writes.isEmpty
      return (reads, writes, queue.isClosed)
    }
  }
}
