extension Filter {
  /// The same filter without anything that depends on who asks and where: `me` and `is:mine` become that
  /// person, days become days of the calendar, and saved views what they stand for.
  ///
  /// What is older or staler than a length of time stays so, and is told by the clock of whoever looks.
  ///
  /// - Throws: What is wrong with a view that it names; such a filter has no meaning, for what nothing passes
  ///   everything passes once it is negated.
  public func resolved(
    me: String, today: CalendarDay, views: @escaping (String) -> Filter? = { _ in nil }
  ) throws(FilterFault) -> Filter {
    var expansion = ViewExpansion(views: views)
    return try expansion.expanding(self).mapTerms { term in
      switch term {
      case .assignee(.me), .trait(.mine): .term(.assignee(.named(me)))
      case .trait(.overdue): .all([.term(.due(.less, .on(today))), .term(.trait(.open))])
      case .due(let sign, .within(let span)):
        .term(.due(sign, .on(today.advanced(by: span))))
      default: .term(term)
      }
    }.normalized
  }

  /// A condition of it that depends on who asks, which an engine cannot know; `nil` if it is resolved.
  public var unresolvedTerm: FilterTerm? {
    terms.first { term in
      switch term {
      case .assignee(.me), .trait(.mine), .view: true
      default: false
      }
    }
  }
}

/// Puts what saved views let through in the place of their names.
struct ViewExpansion {
  let views: (String) -> Filter?
  /// The views within which the one that is looked at stands.
  private var path: [String] = []
  /// How many conditions there are so far.
  private var count = 0
  /// How many views were looked into, for an empty one has no condition.
  private var viewCount = 0

  /// How deep views may name views.
  static let maximumDepth = 4

  init(views: @escaping (String) -> Filter?) {
    self.views = views
  }

  mutating func expanding(_ filter: Filter) throws(FilterFault) -> Filter {
    switch filter {
    case .term(.view(let name)): return try view(name)
    case .term:
      try note()
      return filter
    case .not(let inner): return .not(try expanding(inner))
    case .all(let parts): return .all(try expanding(parts))
    case .any(let parts): return .any(try expanding(parts))
    }
  }

  private mutating func expanding(_ parts: [Filter]) throws(FilterFault) -> [Filter] {
    var expanded: [Filter] = []
    for part in parts { expanded.append(try expanding(part)) }
    return expanded
  }

  private mutating func view(_ name: String) throws(FilterFault) -> Filter {
    guard !path.contains(name) else {
      throw Self.fault(
        "The saved view “\(name)” names itself\(path.count > 1 ? " by others" : "").")
    }
    guard path.count < Self.maximumDepth else {
      throw Self.fault("Saved views may name others \(Self.maximumDepth) deep, and not deeper.")
    }
    guard let filter = views(name) else {
      let within = path.last.map { ", which “\($0)” names," } ?? ""
      throw Self.fault("The saved view “\(name)”\(within) is missing or cannot be read.")
    }
    try note(view: true)
    path.append(name)
    defer { path.removeLast() }
    return try expanding(filter)
  }

  private mutating func note(view isView: Bool = false) throws(FilterFault) {
    if isView { viewCount += 1 } else { count += 1 }
    guard max(count, viewCount) <= Filter.maximumTerms else {
      throw Self.fault(
        "With what its views stand for the filter has more than \(Filter.maximumTerms) conditions.")
    }
  }

  private static func fault(_ message: String) -> FilterFault {
    FilterFault(0..<0, message)
  }
}

extension CalendarDay {
  /// The day so much later, in whole days.
  public func advanced(by span: FilterSpan) -> CalendarDay {
    CalendarDay(daysSinceEpoch: daysSinceEpoch + span.count * span.unit.days)
  }
}
