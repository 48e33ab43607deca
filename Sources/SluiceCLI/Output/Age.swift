import SluiceCore

/// How long ago something was, as short as cards show it: `40m`, `2h`, `3d`, `2y`.
enum Age {
  static func text(from start: Timestamp, to now: Timestamp) -> String {
    let minutes = now.seconds(since: start) / 60
    return switch minutes {
    case ..<60: "\(minutes)m"
    case ..<1_440: "\(minutes / 60)h"
    case ..<525_600: "\(minutes / 1_440)d"
    default: "\(minutes / 525_600)y"
    }
  }
}
