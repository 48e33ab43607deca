import SluiceCore

extension CalendarDay {
  /// How long this day has been over; `nil` if it is not.
  func lateness(on today: CalendarDay) -> Age? {
    let days = Int64(today.daysSinceEpoch - daysSinceEpoch)
    return switch days {
    case ..<1: nil
    case ..<14: .some(days, "d")
    case ..<730: .some(days / 7, "w")
    default: .some(days / 365, "y")
    }
  }
}

extension Timestamp {
  /// How long ago this was, for a sentence: `just now`, `3h ago`.
  func ago(at now: Timestamp) -> String {
    let age = age(at: now)
    return age == .now ? "just now" : "\(age) ago"
  }

  /// Day and time on the wall: `2026-03-09 14:05`.
  func wallClock(secondsFromUTC: Int) -> String {
    let local = advanced(bySeconds: Int64(secondsFromUTC)).description
    let parts = local.split(separator: "T")
    return "\(parts[0]) \(parts.count > 1 ? parts[1].prefix(5) : "")"
  }
}
