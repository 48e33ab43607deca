/// Which tickets are meant, as a person says it: conditions joined by “and”, “or” and “not”.
///
/// What a filter means is what `verdict(on:_:)` says of a ticket; whoever finds tickets by other ways, such as
/// an index, has to find the same. Its text is `description`, which reads back as the same filter.
public indirect enum Filter: Hashable, Sendable {
  /// Everything that passes all of these; with none of them, everything.
  case all([Filter])
  /// Everything that passes one of these.
  case any([Filter])
  /// Everything that does not pass.
  case not(Filter)
  /// Everything that one condition holds for.
  case term(FilterTerm)

  /// Lets everything pass.
  public static let everything = Filter.all([])

  /// Whether everything passes.
  public var isEverything: Bool { self == .everything }

  /// The most conditions of one filter.
  public static let maximumTerms = 100
  /// The most parentheses within one another.
  public static let maximumDepth = 30
}

extension Filter {
  /// What passes both.
  public func and(_ other: Filter) -> Filter {
    .all([self, other]).normalized
  }

  /// The same filter in the one form that its text reads back as: no lists of one, no lists in lists of the
  /// same kind, nothing negated twice and nothing said twice.
  public var normalized: Filter {
    switch self {
    case .term: return self
    case .not(let inner):
      let inner = inner.normalized
      if case .not(let twice) = inner { return twice }
      return .not(inner)
    case .all(let parts):
      let flat = parts.flatMap { part -> [Filter] in
        let part = part.normalized
        if case .all(let inner) = part { return inner }
        return [part]
      }
      return .joined(flat, Filter.all)
    case .any(let parts):
      let flat = parts.flatMap { part -> [Filter] in
        let part = part.normalized
        if case .any(let inner) = part { return inner }
        return [part]
      }
      return .joined(flat, Filter.any)
    }
  }

  /// Parts in a list of them, each once; one part stands by itself.
  private static func joined(_ parts: [Filter], _ list: ([Filter]) -> Filter) -> Filter {
    var known: Set<Filter> = []
    let distinct = parts.filter { known.insert($0).inserted }
    return distinct.count == 1 ? distinct[0] : list(distinct)
  }

  /// Its conditions, in the order in which they are written.
  public var terms: [FilterTerm] {
    switch self {
    case .term(let term): [term]
    case .not(let inner): inner.terms
    case .all(let parts), .any(let parts): parts.flatMap(\.terms)
    }
  }

  /// The filter with other filters in place of its conditions.
  func mapTerms(_ change: (FilterTerm) -> Filter) -> Filter {
    switch self {
    case .term(let term): change(term)
    case .not(let inner): .not(inner.mapTerms(change))
    case .all(let parts): .all(parts.map { $0.mapTerms(change) })
    case .any(let parts): .any(parts.map { $0.mapTerms(change) })
    }
  }
}
