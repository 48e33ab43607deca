import SluiceCore

extension Priority {
  /// Its sign, so that nothing is told by colour alone.
  var mark: String {
    switch self {
    case .urgent: "■"
    case .high: "▲"
    case .medium: "●"
    case .low: "○"
    }
  }

  /// The sign and a short word.
  var badge: String {
    mark + (self == .medium ? "Med" : name)
  }

  var role: Role {
    switch self {
    case .urgent: .priorityUrgent
    case .high: .priorityHigh
    case .medium: .priorityMedium
    case .low: .priorityLow
    }
  }
}
