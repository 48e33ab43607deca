extension FilterParser {
  /// The condition that a token says; `nil` if it makes no sense.
  mutating func term(
    _ condition: FilterToken.Condition, _ range: Range<Int>
  ) -> FilterTerm? {
    let field = condition.field
    guard field.isCompared || condition.sign == .equal else {
      fault(
        range.lowerBound..<condition.valueRange.lowerBound,
        "“\(field.rawValue)” is not compared: write \(field.rawValue):\(condition.value)")
      return nil
    }
    guard !condition.value.allSatisfy(\.isWhitespace) else {
      fault(
        range, "Expected \(field.expectation) behind “\(field.rawValue)\(condition.sign.rawValue)”."
      )
      return nil
    }
    guard let term = value(of: condition) else {
      if faults.last?.range != condition.valueRange {
        fault(
          condition.valueRange, "Expected \(field.expectation), found “\(condition.value)”.")
      }
      return nil
    }
    return term
  }

  private mutating func value(of condition: FilterToken.Condition) -> FilterTerm? {
    let text = condition.value
    switch condition.field {
    case .assignee: return .assignee(person(condition))
    case .label: return .label(text)
    case .priority: return Priority(text).map { .priority(condition.sign, $0) }
    case .status: return .status(text)
    case .stage: return .stage(text)
    case .gate: return FilterTerm.GateStanding(rawValue: text.lowercased()).map(FilterTerm.gate)
    case .age: return span(condition).map { .age(condition.sign, $0) }
    case .stale: return span(condition).map { .stale(condition.sign, $0) }
    case .due: return due(condition)
    case .trait: return FilterTerm.Trait(rawValue: text.lowercased()).map(FilterTerm.trait)
    case .view: return .view(text)
    }
  }

  private func person(_ condition: FilterToken.Condition) -> FilterTerm.Person {
    // In quotes it is the name of a person who is called so.
    guard !condition.isQuoted else { return .named(condition.value) }
    switch condition.value.lowercased() {
    case "me": return .me
    case "none": return .nobody
    default: return .named(condition.value)
    }
  }

  private mutating func span(_ condition: FilterToken.Condition) -> FilterSpan? {
    if let span = FilterSpan(condition.value) { return span }
    let isNumber = condition.value.allSatisfy { $0.isASCII && $0.isNumber }
    if isNumber {
      fault(
        condition.valueRange,
        "Expected a unit behind \(condition.value): m, h, d, w, mo or y, as in \(condition.value)d."
      )
    }
    return nil
  }

  private mutating func due(_ condition: FilterToken.Condition) -> FilterTerm? {
    if let day = CalendarDay(condition.value) { return .due(condition.sign, .on(day)) }
    if condition.value.lowercased() == "none" {
      guard condition.sign == .equal else {
        fault(condition.valueRange, "Nothing is before or after no day: write due:none.")
        return nil
      }
      return .dueNever
    }
    guard let span = span(condition) else { return nil }
    guard span.unit.days > 0 else {
      fault(condition.valueRange, "Tickets are due on a day: count in d, w, mo or y.")
      return nil
    }
    return .due(condition.sign, .within(span))
  }

  private mutating func fault(_ range: Range<Int>, _ message: String) {
    note(FilterFault(range, message))
  }
}
