internal import Passwords
internal import Synchronization

/// Names requests: the same never twice, also after the server was started again.
final class RequestNames: Sendable {
  private let prefix: String
  private let count = Atomic(0)

  init() {
    prefix = Secrets.random(4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      .joined()
  }

  func next() -> String {
    let number = count.add(1, ordering: .relaxed).newValue
    return "\(prefix)-\(number)"
  }
}
