/// How urgent a ticket is.
public enum Priority: Int, CaseIterable, Hashable, Comparable, Sendable {
  case low = 1
  case medium = 2
  case high = 3
  case urgent = 4

  /// Whether `left` comes first.
  public static func < (left: Priority, right: Priority) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The word as Alloy's guide prints it: `High`.
  public var name: String {
    switch self {
    case .low: "Low"
    case .medium: "Medium"
    case .high: "High"
    case .urgent: "Urgent"
    }
  }

  /// Reads the word without regard to case; `critical` is OpenIndex's word for urgent.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "low": self = .low
    case "medium", "med": self = .medium
    case "high": self = .high
    case "urgent", "critical": self = .urgent
    default: return nil
    }
  }
}
