/// One condition of a filter.
public enum FilterTerm: Hashable, Sendable {
  /// `login`: all words of the text begin words of the title or the description; or it is the ticket's key
  /// or number.
  case word(String)
  /// `assignee:me`, `assignee:none`, `assignee:NAME`
  case assignee(Person)
  /// `label:NAME`, letter for letter.
  case label(String)
  /// `priority>=high`
  case priority(Comparison, Priority)
  /// `status:NAME`, without regard to case; for a bound ticket the status of its own workflow.
  case status(String)
  /// `stage:NAME`: the name or the key of the stage, without regard to case.
  case stage(String)
  /// `gate:blocked`, `gate:ready`
  case gate(GateStanding)
  /// `age>3d`: how long ago the ticket was made.
  case age(Comparison, FilterSpan)
  /// `stale>14d`: how long ago anything of it last changed.
  case stale(Comparison, FilterSpan)
  /// `due<7d`, `due<2026-12-01`: when it should be done; never holds for a ticket that is due on no day.
  case due(Comparison, DueDay)
  /// `due:none`
  case dueNever
  /// `is:mine`, `is:claimed`, `is:overdue`, `is:open`, `is:closed`
  case trait(Trait)
  /// `view:NAME`: whatever passes the saved view of that name.
  case view(String)

  /// Whose tickets.
  public enum Person: Hashable, Sendable {
    /// Whoever asks.
    case me
    /// Nobody.
    case nobody
    /// The person of that name, letter for letter.
    case named(String)
  }

  /// What the gate ahead, the one that a card's `2/4` counts, still asks for.
  public enum GateStanding: String, CaseIterable, Hashable, Sendable {
    /// There is a gate ahead, and something of it does not hold yet.
    case blocked
    /// There is a gate ahead, and all of it holds.
    case ready
  }

  /// What a ticket simply is.
  public enum Trait: String, CaseIterable, Hashable, Sendable {
    /// Assigned to whoever asks.
    case mine
    /// Taken by an agent.
    case claimed
    /// Open, and due before today.
    case overdue
    /// In a status that is neither done nor cancelled.
    case open
    /// In a status that is done or cancelled.
    case closed
  }

  /// A day to compare due days with.
  public enum DueDay: Hashable, Sendable {
    /// So long from today on.
    case within(FilterSpan)
    /// That day.
    case on(CalendarDay)
  }
}

extension FilterTerm {
  /// How two values are compared.
  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    case less = "<"
    case atMost = "<="
    case equal = ":"
    case atLeast = ">="
    case greater = ">"

    /// Whether it holds between two values.
    public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
      switch self {
      case .less: left < right
      case .atMost: left <= right
      case .equal: left == right
      case .atLeast: left >= right
      case .greater: left > right
      }
    }
  }
}

/// A length of time as filters say it: `90m`, `3h`, `14d`, `2w`, `6mo`, `1y`.
public struct FilterSpan: Hashable, Sendable {
  /// What is counted; a month is 30 days and a year is 365.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case minute = "m"
    case hour = "h"
    case day = "d"
    case week = "w"
    case month = "mo"
    case year = "y"

    /// How long it is, in milliseconds.
    public var milliseconds: Int64 {
      switch self {
      case .minute: 60_000
      case .hour: 3_600_000
      case .day, .week, .month, .year: Int64(days) * Timestamp.millisecondsPerDay
      }
    }

    /// How many days it is; 0 for what is shorter.
    public var days: Int {
      switch self {
      case .minute, .hour: 0
      case .day: 1
      case .week: 7
      case .month: 30
      case .year: 365
      }
    }
  }

  /// How many.
  public let count: Int
  /// Of what.
  public let unit: Unit

  /// The most that can be counted of a unit.
  public static let maximumCount = 99_999

  /// A length of time; `nil` if the count is beyond what filters count.
  public init?(_ count: Int, _ unit: Unit) {
    guard (0...Self.maximumCount).contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// Reads `14d`; `nil` for anything else.
  public init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits: digits), !digits.isEmpty,
      let unit = Unit(rawValue: text.dropFirst(digits.count).lowercased())
    else { return nil }
    self.init(count, unit)
  }

  /// How long it is, in milliseconds.
  public var milliseconds: Int64 { Int64(count) * unit.milliseconds }

  /// How long it is up to where the count would grow by one, in milliseconds.
  public var end: Int64 { Int64(count + 1) * unit.milliseconds }
}

extension FilterSpan: CustomStringConvertible {
  /// As it is written.
  public var description: String { "\(count)\(unit.rawValue)" }
}
