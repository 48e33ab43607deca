/// Makes a filter of tokens.
///
///     filter      = [ alternative { "or" alternative } ]
///     alternative = part { [ "and" ] part }
///     part        = { "-" } ( word | condition | "(" filter ")" )
///     condition   = field ( ":" | "=" | "<" | "<=" | ">" | ">=" ) value
struct FilterParser {
  private let tokens: [FilterToken]
  private let end: Int
  private var index = 0
  private var depth = 0
  private(set) var faults: [FilterFault]
  private(set) var places: [FilterReading.Place] = []

  init(_ text: String) {
    var lexer = FilterLexer(text)
    tokens = lexer.tokens()
    end = lexer.count
    faults = lexer.faults
  }

  /// The filter, as far as it was understood.
  mutating func filter() -> Filter {
    guard !tokens.isEmpty else { return .everything }
    var alternatives: [Filter] = [alternative()]
    while index < tokens.count {
      // Only a parenthesis that closes nothing ends an alternative at the top.
      if tokens[index].kind == .or {
        index += 1
        alternatives.append(alternative())
      } else {
        note(
          FilterFault(tokens[index].range, "This parenthesis closes none that is open."))
        index += 1
        if startsPart { alternatives.append(alternative()) }
      }
    }
    if places.count > Filter.maximumTerms {
      note(
        FilterFault(
          places[Filter.maximumTerms].range.lowerBound..<end,
          "A filter has at most \(Filter.maximumTerms) conditions."))
    }
    return Filter.any(alternatives).normalized
  }

  mutating func note(_ fault: FilterFault) {
    if faults.count < FilterReading.maximumFaults { faults.append(fault) }
  }

  private var startsPart: Bool {
    guard index < tokens.count else { return false }
    switch tokens[index].kind {
    case .open, .minus, .word, .condition: return true
    case .close, .or, .and: return false
    }
  }

  private mutating func alternative() -> Filter {
    var parts: [Filter] = []
    while index < tokens.count {
      if startsPart {
        parts.append(part())
      } else if tokens[index].kind == .and {
        let range = tokens[index].range
        index += 1
        if parts.isEmpty || !startsPart { missing(at: range) }
      } else {
        break
      }
    }
    if parts.isEmpty { missing(at: index > 0 ? tokens[index - 1].range : tokens[index].range) }
    return .all(parts)
  }

  private mutating func missing(at range: Range<Int>) {
    guard faults.last?.range != range else { return }
    note(FilterFault(range, "Expected words or a condition on both sides of this."))
  }

  private mutating func part() -> Filter {
    var isNegated = false
    var sign: Range<Int>?
    while index < tokens.count, tokens[index].kind == .minus {
      sign = tokens[index].range
      isNegated.toggle()
      index += 1
    }
    guard startsPart else {
      if let sign {
        note(
          FilterFault(sign, "Expected behind “-” what is not to be: a word or a condition."))
      }
      return .everything
    }
    let inner = primary()
    return isNegated ? .not(inner) : inner
  }

  private mutating func primary() -> Filter {
    let token = tokens[index]
    index += 1
    switch token.kind {
    case .word(let text): return place(.word(text), token.range)
    case .condition(let condition):
      guard let term = term(condition, token.range) else { return .everything }
      return place(term, token.range)
    default: return group(token.range)
    }
  }

  private mutating func place(_ term: FilterTerm, _ range: Range<Int>) -> Filter {
    places.append(FilterReading.Place(term: term, range: range))
    return .term(term)
  }

  /// What stands between parentheses.
  private mutating func group(_ open: Range<Int>) -> Filter {
    guard depth < Filter.maximumDepth else {
      note(
        FilterFault(open, "Parentheses may stand \(Filter.maximumDepth) deep, and not deeper."))
      // Nothing more is looked at, however deep it may go on.
      index = tokens.count
      return .everything
    }
    depth += 1
    defer { depth -= 1 }
    var alternatives = [alternative()]
    while index < tokens.count, tokens[index].kind == .or {
      index += 1
      alternatives.append(alternative())
    }
    if index < tokens.count {
      index += 1
    } else if depth == 1, faults.last?.range != open {
      note(FilterFault(open, "Expected a closing parenthesis for this one."))
    }
    return .any(alternatives)
  }
}
