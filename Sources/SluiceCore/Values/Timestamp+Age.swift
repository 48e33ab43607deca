/// How long ago something was, in the largest unit that fits: `now`, `5m`, `3h`, `12d`, `7w`, `2y`.
public enum Age: Hashable, Sendable {
  /// Less than a minute ago.
  case now
  /// So many units ago, the unit by its letter.
  case some(Int64, Unicode.Scalar)
}

extension Age: CustomStringConvertible {
  /// As short as cards show it.
  public var description: String {
    switch self {
    case .now: "now"
    case .some(let count, let unit): "\(count)\(unit)"
    }
  }
}

extension Timestamp {
  /// How long ago this was at `now`; days up to two months, weeks up to two years.
  public func age(at now: Timestamp) -> Age {
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
}
