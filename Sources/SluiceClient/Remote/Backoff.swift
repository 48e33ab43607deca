/// How long to wait before a lost line is tried again: a little longer each time.
///
/// The longest wait, the longest attempt to connect and a few slow round trips stay below five seconds together,
/// so that a line is up again that soon after it carries again.
struct Backoff: Hashable, Sendable {
  private var wait = Self.first

  /// Milliseconds.
  mutating func next() -> Int32 {
    defer { wait = min(wait * 2, Self.longest) }
    return wait
  }

  /// The line was up again.
  mutating func reset() {
    wait = Self.first
  }

  // Even a line that ends as soon as it is up must not keep two machines busy.
  private static let first: Int32 = 100
  static let longest: Int32 = 1_500
}
