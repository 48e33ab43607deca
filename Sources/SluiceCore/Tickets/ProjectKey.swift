/// The short upper-case name of a project, which begins the keys of its tickets.
public struct ProjectKey: Hashable, Comparable, Sendable {
  /// The letters and digits.
  public let text: String

  /// The most characters a key has.
  public static let maximumLength = 10

  /// What a key looks like, for messages.
  public static let expectation =
    "2 to \(maximumLength) letters A–Z and digits, beginning with a letter"

  /// The key of the project that an account brings along in an organization of its own.
  public static let personal = ProjectKey(letters: "ME")

  private init(letters: String) {
    text = letters
  }

  /// Accepts a key of the expected shape in upper case; `nil` for anything else.
  public init?(_ text: String) {
    let isWellFormed = text.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
    guard isWellFormed, (2...Self.maximumLength).contains(text.utf8.count),
      let first = text.utf8.first, first >= 65
    else { return nil }
    self.text = text
  }

  /// Whether `left` comes first.
  public static func < (left: ProjectKey, right: ProjectKey) -> Bool {
    left.text < right.text
  }
}

extension ProjectKey: CustomStringConvertible {
  /// As it is written for people and on the wire.
  public var description: String { text }
}
