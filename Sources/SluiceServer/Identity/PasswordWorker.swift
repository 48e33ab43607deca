internal import Synchronization

/// The one thread that hashes passwords, so that many logins at once take neither all memory nor all
/// processors.
final class PasswordWorker: Sendable {
  private struct Job: Sendable {
    let work: PasswordWork
    let finish: @Sendable (PasswordWork.Verdict) -> Void
  }

  private struct Queue {
    var jobs: [Job] = []
    var isClosed = false
  }

  private let capacity: Int
  private let queue = Mutex(Queue())
  private let bell: Bell
  private let thread = Mutex<WorkThread?>(nil)

  /// A worker that works; `nil` if the system gives no thread or descriptor.
  init?(capacity: Int = 32) {
    guard let bell = Bell() else { return nil }
    self.bell = bell
    self.capacity = capacity
    guard let started = WorkThread({ [weak self] in self?.run() }) else { return nil }
    thread.withLock { $0 = started }
  }

  /// Takes work; false if too much waits already.
  func take(
    _ work: PasswordWork, _ finish: @escaping @Sendable (PasswordWork.Verdict) -> Void
  ) -> Bool {
    let isTaken = queue.withLock { queue in
      guard !queue.isClosed, queue.jobs.count < capacity else { return false }
      queue.jobs.append(Job(work: work, finish: finish))
      return true
    }
    if isTaken { bell.ring() }
    return isTaken
  }

  /// Ends after the work that is under way; what waits is left.
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
      let (job, isClosed) = queue.withLock { queue in
        (queue.jobs.isEmpty ? nil : queue.jobs.removeFirst(), queue.isClosed)
      }
      if isClosed { return }
      if let job {
        job.finish(job.work.run())
      } else {
        bell.wait()
      }
    }
  }
}
