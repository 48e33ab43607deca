internal import SluiceCore
internal import SluiceEngine
internal import Synchronization

/// Removes from time to time what has expired: answers kept for repetitions, and tokens.
final class Housekeeping: Sendable {
  private let bell: Bell
  private let isClosed = Atomic(false)
  private let thread = Mutex<WorkThread?>(nil)

  /// How long it waits between two times, in milliseconds.
  private static let pause: Int32 = 15 * 60_000
  /// How much is removed in one go, so that requests do not wait long.
  private static let portion = 1_000

  /// Begins with what has expired already; `nil` if the system gives no thread or descriptor.
  init?(_ desk: Desk, _ directory: Directory) {
    guard let bell = Bell() else { return nil }
    self.bell = bell
    let started = WorkThread { [weak self] in
      while let self, !self.isClosed.load(ordering: .sequentiallyConsistent) {
        Self.purge(desk, directory)
        self.bell.wait(milliseconds: Self.pause)
      }
    }
    guard let started else { return nil }
    thread.withLock { $0 = started }
  }

  /// Ends the thread.
  func close() {
    isClosed.store(true, ordering: .sequentiallyConsistent)
    bell.ring()
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    thread?.join()
  }

  /// Removes one portion, and then the next if there may be more.
  private static func purge(_ desk: Desk, _ directory: Directory) {
    desk.write(
      DeskTask(
        work: { () throws(APIError) in
          let count = try translating { () throws(EngineError) in
            try directory.purge(limit: portion)
          }
          return count >= portion ? Answer(status: 206, body: .none) : .noContent
        },
        finish: { outcome in
          if case .success(let answer) = outcome, answer.status == 206 { purge(desk, directory) }
        }))
  }
}
