extension BoardFilter {
  /// What a resolved filter asks for, with what indexes know taken out of it.
  public init(_ filter: Filter) {
    self.init()
    let parts: [Filter] = if case .all(let parts) = filter.normalized { parts } else { [filter] }
    var rest: [Filter] = []
    let wordCount = parts.count { $0.isWord }
    for part in parts {
      guard case .term(let term) = part, take(term, amongWords: wordCount) else {
        rest.append(part)
        continue
      }
    }
    condition = Filter.all(rest).normalized
  }

  /// The whole as one filter.
  public var whole: Filter {
    var parts = words.map { Filter.term(.word($0)) }
    switch assignee {
    case .named(let name): parts.append(.term(.assignee(.named(name))))
    case .nobody: parts.append(.term(.assignee(.nobody)))
    case nil: break
    }
    parts += labels.map { .term(.label($0)) }
    if let minimumPriority { parts.append(.term(.priority(.atLeast, minimumPriority))) }
    return Filter.all(parts + [condition]).normalized
  }

  /// The same filter with another that must hold as well.
  public func and(_ other: Filter) -> BoardFilter {
    BoardFilter(whole.and(other))
  }

  /// Takes a condition as one of the parts; `false` if it has to stay a condition.
  private mutating func take(_ term: FilterTerm, amongWords count: Int) -> Bool {
    switch term {
    case .word(let text):
      // Among several, a word that is a ticket's key or number finds that ticket too.
      guard count == 1 || (Int(digits: text) == nil && TicketKey(text) == nil) else { return false }
      let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
      // An index looks for letters and digits, and takes no notice of what has none.
      guard parts.allSatisfy({ !FoldedWords.words(of: $0).isEmpty }) else { return false }
      words += parts
    case .assignee(let person) where assignee == nil && person != .me:
      if case .named(let name) = person { assignee = .named(name) } else { assignee = .nobody }
    case .label(let label): if !labels.contains(label) { labels.append(label) }
    case .priority(.atLeast, let priority):
      minimumPriority = max(minimumPriority ?? priority, priority)
    default: return false
    }
    return true
  }
}

extension Filter {
  fileprivate var isWord: Bool {
    if case .term(.word) = self { return true }
    return false
  }
}
