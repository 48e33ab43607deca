internal import Synchronization

/// How many connections each peer has, over all threads of a server.
final class PeerCounts: Sendable {
  private struct Counts {
    var all = 0
    var ofOwner: [String: Int] = [:]
  }

  private let counts = Mutex(Counts())
  private let limit: Int
  private let limitPerPeer: Int

  init(_ limits: HTTPLimits) {
    limit = limits.connections
    limitPerPeer = limits.connectionsPerPeer
  }

  /// Counts one more, if there may be one more.
  func admit(_ peer: HTTPPeer) -> Bool {
    counts.withLock { counts in
      let count = counts.ofOwner[peer.owner, default: 0]
      guard counts.all < limit, count < limitPerPeer else { return false }
      counts.all += 1
      counts.ofOwner[peer.owner] = count + 1
      return true
    }
  }

  func dismiss(_ peer: HTTPPeer) {
    counts.withLock { counts in
      let count = counts.ofOwner[peer.owner, default: 0] - 1
      counts.all -= 1
      counts.ofOwner[peer.owner] = count > 0 ? count : nil
    }
  }
}
