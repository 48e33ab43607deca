internal import Passwords

/// What is to be done with a password, which takes a tenth of a second and 64 MiB.
enum PasswordWork: Hashable, Sendable {
  /// Make a hash of it.
  case hash(String)
  /// See whether it is that of a hash; there is none for an account that is not there, which must take as
  /// long as one that is.
  case check(String, against: String?)

  /// What came of it.
  enum Verdict: Hashable, Sendable {
    case hash(String)
    /// The right one; with a new hash where the old one was made at another cost.
    case right(renewed: String?)
    case wrong
    /// The machine lacks the memory.
    case failed
  }

  /// Does it; only one at a time.
  func run() -> Verdict {
    switch self {
    case .hash(let password):
      return (try? Passwords.hash(of: password)).map(Verdict.hash) ?? .failed
    case .check(let password, let hash?):
      guard Passwords.matches(password, hash: hash) else { return .wrong }
      let isDated = Passwords.isDated(hash)
      return .right(renewed: isDated ? try? Passwords.hash(of: password) : nil)
    case .check(let password, nil):
      _ = Passwords.matches(password, hash: Self.nobodys)
      return .wrong
    }
  }

  /// The hash of a random secret that nobody knows.
  private static let nobodys =
    (try? Passwords.hash(of: Secrets.random(32).map { String($0) }.joined())) ?? ""
}
