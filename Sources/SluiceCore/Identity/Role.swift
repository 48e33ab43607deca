/// What a member of an organization or of a project may do there; each role may do what lesser ones may.
///
/// Source: Alloy, “Members and roles”.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Reads.
  case viewer
  /// Makes tickets and remarks in projects of which they are a member.
  case reporter
  /// Works on tickets.
  case member
  /// Changes workflows, projects and members.
  case admin
  /// Does everything, other owners included.
  case owner

  /// As Alloy prints it: `Owner`.
  public var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// Reads a role's name in any case; `nil` for anything else.
  public init?(named text: String) {
    self.init(rawValue: text.lowercased())
  }
}

extension Role: Comparable {
  /// Whether `left` may do less.
  public static func < (left: Role, right: Role) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .viewer: 0
    case .reporter: 1
    case .member: 2
    case .admin: 3
    case .owner: 4
    }
  }
}
