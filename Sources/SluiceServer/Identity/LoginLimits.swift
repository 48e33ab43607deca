internal import SluiceCore
internal import Synchronization

/// Keeps passwords from being guessed: counts attempts of each account and of each peer.
///
/// It is kept in memory, and no more than so much of it.
final class LoginLimits: Sendable {
  /// Whose attempts are counted.
  enum Subject: Hashable, Sendable {
    case account(String)
    case peer(String)
  }

  private struct Attempts {
    var count = 0
    /// From when on it is all forgotten.
    var end: Timestamp
  }

  /// How many attempts one account, or one peer, has within the time.
  private static let limits = (account: 10, peer: 30)
  private static let seconds: Int64 = 300
  private static let capacity = 10_000

  private let known = Mutex<[Subject: Attempts]>([:])

  /// Counts an attempt; answers in how many seconds to try again if there were too many.
  func count(_ subjects: [Subject], at now: Timestamp) -> Int? {
    known.withLock { known in
      if known.count >= Self.capacity { Self.makeRoom(&known, now) }
      var wait: Int?
      for subject in subjects {
        var attempts = known[subject] ?? Attempts(end: now.advanced(bySeconds: Self.seconds))
        if attempts.end <= now { attempts = Attempts(end: now.advanced(bySeconds: Self.seconds)) }
        let isOver = attempts.count >= Self.limit(of: subject)
        if isOver { wait = max(wait ?? 1, Int(attempts.end.seconds(since: now)) + 1) }
        attempts.count += isOver ? 0 : 1
        known[subject] = attempts
      }
      return wait
    }
  }

  /// Forgets the attempts of an account whose password was right.
  func forget(_ account: String) {
    known.withLock { $0[.account(account)] = nil }
  }

  private static func limit(of subject: Subject) -> Int {
    switch subject {
    case .account: limits.account
    case .peer: limits.peer
    }
  }

  /// Whoever fills the memory with names must not thereby win attempts at one account.
  private static func makeRoom(_ known: inout [Subject: Attempts], _ now: Timestamp) {
    known = known.filter { $0.value.end > now }
    guard known.count >= capacity else { return }
    let kept = known.sorted { $0.value.count > $1.value.count }.prefix(capacity / 2)
    known = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
  }
}
