internal import Synchronization

/// Rung after each commit, but only while somebody wants to hear of commits: to wake a thread for nothing
/// costs more than many a request.
final class CommitBell: Sendable {
  let bell: Bell
  private let isHeard = Atomic(false)

  /// A bell that nobody listens to yet; `nil` if the system has no descriptors left.
  init?() {
    guard let bell = Bell() else { return nil }
    self.bell = bell
  }

  /// Something was committed.
  func announce() {
    if isHeard.load(ordering: .sequentiallyConsistent) { bell.ring() }
  }

  /// From now on commits are heard, or no longer; who begins to listen looks at the file after that.
  func listen(_ isListening: Bool) {
    isHeard.store(isListening, ordering: .sequentiallyConsistent)
  }
}
