import SluiceCore

extension Priority {
  /// Reads a level as trackers write it: `P0` to `P4`, `blocker` and the like; `nil` for plain words.
  init?(level: String) {
    switch level.lowercased() {
    case "p0", "urgent", "critical", "blocker": self = .urgent
    case "p1": self = .high
    case "p2": self = .medium
    case "p3", "p4": self = .low
    default: return nil
    }
  }
}
