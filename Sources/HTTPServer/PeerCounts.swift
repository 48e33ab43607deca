internal import Synchronization

/// How many connections each peer has, over all threads of a server.
final class PeerCounts: Sendable {
  private let counts = Mutex<[String: Int]>([:])
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts one more, if there may be one more.
  func admit(_ peer: HTTPPeer) -> Bool {
    counts.withLock { counts in
      let count = counts[peer.owner, default: 0]
      guard count < limit else { return false }
      counts[peer.owner] = count + 1
      return true
    }
  }

  func dismiss(_ peer: HTTPPeer) {
    counts.withLock { counts in
      let count = counts[peer.owner, default: 0] - 1
      counts[peer.owner] = count > 0 ? count : nil
    }
  }
}
