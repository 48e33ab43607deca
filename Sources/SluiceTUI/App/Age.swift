import SluiceCore

/// How long ago something was, in the largest unit that fits: `now`, `5m`, `3h`, `12d`, `7w`, `2y`.
enum Age: Equatable {
  case now
  case some(Int64, Character)
}

extension Age: CustomStringConvertible {
  var description: String {
    switch self {
    case .now: "now"
    case .some(let count, let unit): "\(count)\(unit)"
    }
  }
}

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
  /// How long ago this was.
  func age(at now: Timestamp) -> Age {
    let seconds = now.seconds(since: self)
    return switch seconds {
    case ..<60: .now
    case ..<3_600: .some(seconds / 60, "m")
    case ..<86_400: .some(seconds / 3_600, "h")
    case ..<(86_400 * 60): .some(seconds / 86_400, "d")
    case ..<(86_400 * 730): .some(seconds / (86_400 * 7), "w")
    default: .some(seconds / (86_400 * 365), "y")
    }
  }

  /// The same for a sentence: `just now`, `3h ago`.
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
