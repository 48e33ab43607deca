@testable import SluiceCore

/// Makes filters of every kind.
struct RandomFilter {
  var random: SeededGenerator

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
  }

  mutating func filter(depth: Int = 3) -> Filter {
    switch random.below(depth > 0 ? 6 : 3) {
    case 0...2: return .term(term())
    case 3: return .not(filter(depth: depth - 1))
    case 4: return .all((0...random.below(3)).map { _ in filter(depth: depth - 1) })
    default: return .any((0...random.below(3)).map { _ in filter(depth: depth - 1) })
    }
  }

  private static let names = [
    "ann", "me", "none", "In Review", "ui", "a\"b", "(x)", "-x", ">=", "or", "é", "back\\slash",
    "label:x", "日本", "tab\tname",
  ]
  private static let words = [
    "login", "or", "AND", "-x", "two words", "label:x", "http:y", "(", "a\"b", "OPS-42", "42", "é",
    "日本", "\\", "x)", "-",
  ]

  private mutating func name() -> String { Self.names[random.below(Self.names.count)] }

  private mutating func sign() -> FilterTerm.Comparison {
    FilterTerm.Comparison.allCases[random.below(5)]
  }

  private mutating func span(from first: Int = 0) -> FilterSpan {
    let units = FilterSpan.Unit.allCases
    let unit = units[first + random.below(units.count - first)]
    return FilterSpan(random.below(30), unit) ?? FilterSpan(text: "1d")
  }

  private mutating func term() -> FilterTerm {
    switch random.below(13) {
    case 0, 1: .word(Self.words[random.below(Self.words.count)])
    case 2: .assignee([.me, .nobody, .named(name())][random.below(3)])
    case 3: .label(name())
    case 4: .priority(sign(), Priority.allCases[random.below(4)])
    case 5: .status(name())
    case 6: .stage(name())
    case 7: .gate(FilterTerm.GateStanding.allCases[random.below(2)])
    case 8: .age(sign(), span())
    case 9: .stale(sign(), span())
    case 10:
      random.chance(20)
        ? .dueNever
        : .due(
          sign(),
          random.chance(50)
            ? .within(span(from: 2))
            : .on(CalendarDay(daysSinceEpoch: 20_500 + random.below(40))))
    case 11: .trait(FilterTerm.Trait.allCases[random.below(5)])
    default: .view(name())
    }
  }
}

extension FilterSpan {
  fileprivate init(text: String) {
    self = FilterSpan(text) ?? FilterSpan(text: "1d")
  }
}
