/// What could stand where a filter is being typed.
public struct FilterCompletion: Hashable, Sendable {
  /// One thing that could.
  public struct Candidate: Hashable, Sendable {
    /// What is put in place of what is typed.
    public let text: String
    /// What it means, in a few words; empty where that is plain.
    public let detail: String
    /// Whether a condition is whole with it, so that a blank may follow.
    public let isWhole: Bool
  }

  /// Names that are known without asking an engine for them.
  public struct Names: Hashable, Sendable {
    /// The names of statuses.
    public var statuses: [String]
    /// The names of stages.
    public var stages: [String]
    /// The names of saved views.
    public var views: [String]
    /// Labels, as far as an engine told them.
    public var labels: [String]
    /// People, as far as an engine told them.
    public var people: [String]

    /// Names of each kind.
    public init(
      statuses: [String] = [], stages: [String] = [], views: [String] = [], labels: [String] = [],
      people: [String] = []
    ) {
      self.statuses = statuses
      self.stages = stages
      self.views = views
      self.labels = labels
      self.people = people
    }
  }

  /// The characters that a candidate replaces.
  public let range: Range<Int>
  /// In the order in which they are offered.
  public let candidates: [Candidate]
  /// What an engine can be asked for more of, and how that begins; `nil` for nothing.
  public let question: SuggestionKind?
  /// How what is typed there begins, without quotes.
  public let prefix: String

  /// What could stand at a caret, counted in characters from 0.
  public init(_ text: String, caret: Int, _ names: Names) {
    var lexer = FilterLexer(text)
    let token = lexer.tokens().last { $0.range.lowerBound < caret && caret <= $0.range.upperBound }
    let characters = Array(text)
    let caret = min(max(caret, 0), characters.count)
    switch token?.kind {
    case .condition(let condition) where caret >= condition.valueRange.lowerBound:
      let start = condition.valueRange.lowerBound
      prefix = String(characters[start..<caret].filter { $0 != "\"" })
      // Behind a quote that is not closed yet, the rest of the line is not the value's.
      range =
        start..<(lexer.isUnclosed && condition.valueRange.upperBound == lexer.count
        ? caret : condition.valueRange.upperBound)
      candidates = Self.values(of: condition.field, names, beginning: prefix)
      question =
        condition.field == .label ? .label : condition.field == .assignee ? .assignee : nil
    case .word, .or, .and:
      let range = token?.range ?? caret..<caret
      prefix = String(characters[range.lowerBound..<caret])
      self.range = range
      candidates = Self.conditions(beginning: prefix)
      question = nil
    case .condition, .close:
      (range, candidates, question, prefix) = (caret..<caret, [], nil, "")
    case .open, .minus, nil:
      (range, candidates, question, prefix) = (caret..<caret, Self.openings, nil, "")
    }
  }
}

extension FilterCompletion {
  private static let openings = FilterField.allCases.map { field in
    Candidate(text: field.opening, detail: field.summary, isWhole: false)
  }

  private static let fixed: [Candidate] =
    FilterTerm.Trait.allCases.map {
      Candidate(text: "is:\($0.rawValue)", detail: "", isWhole: true)
    }
    + FilterTerm.GateStanding.allCases.map {
      Candidate(text: "gate:\($0.rawValue)", detail: "", isWhole: true)
    }

  /// Conditions that begin so, or whose only value does.
  private static func conditions(beginning prefix: String) -> [Candidate] {
    let folded = prefix.lowercased()
    guard folded.allSatisfy({ $0.isASCII && $0.isLetter }) else { return [] }
    let fields = openings.filter { $0.text.hasPrefix(folded) }
    guard folded.count > 1 else { return fields }
    return fields
      + fixed.filter { $0.text.split(separator: ":").last?.hasPrefix(folded) ?? false }
  }

  private static func values(
    of field: FilterField, _ names: Names, beginning prefix: String
  ) -> [Candidate] {
    switch field {
    case .assignee:
      let special = ["me", "none"].filter { $0.hasPrefix(prefix) }
      return candidates(special, quoted: false)
        + candidates(
          matching(prefix, names.people.filter { !["me", "none"].contains($0.lowercased()) }))
    case .label: return candidates(matching(prefix, names.labels))
    case .status: return candidates(matching(prefix, names.statuses))
    case .stage: return candidates(matching(prefix, names.stages))
    case .view: return candidates(matching(prefix, names.views))
    case .priority:
      let levels = Priority.allCases.reversed().map { $0.name.lowercased() }
      return candidates(matching(prefix, levels))
    case .gate:
      return candidates(matching(prefix, FilterTerm.GateStanding.allCases.map(\.rawValue)))
    case .trait: return candidates(matching(prefix, FilterTerm.Trait.allCases.map(\.rawValue)))
    case .age, .stale: return spans(prefix, ["1h", "1d", "3d", "1w", "2w", "1mo", "1y"], "hdwmoy")
    case .due: return spans(prefix, ["0d", "1d", "1w", "2w", "1mo", "none"], "dwmoy")
    }
  }

  /// Common lengths, or for digits the units that can follow.
  private static func spans(
    _ prefix: String, _ common: [String], _ letters: String
  ) -> [Candidate] {
    let isNumber = !prefix.isEmpty && prefix.allSatisfy { $0.isASCII && $0.isNumber }
    guard isNumber else { return candidates(matching(prefix, common)) }
    let units = FilterSpan.Unit.allCases.filter { $0.days > 0 || letters.hasPrefix("h") }
    return candidates(units.map { prefix + $0.rawValue })
  }

  /// Names that begin so, then those of which another word does; none if it is written out already.
  private static func matching(_ prefix: String, _ names: [String]) -> [String] {
    let folded = prefix.lowercased()
    let begins = names.filter { $0.lowercased().hasPrefix(folded) }
    guard begins != [prefix] else { return [] }
    let later = names.filter { name in
      !name.lowercased().hasPrefix(folded)
        && name.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
          .contains { $0.hasPrefix(folded) }
    }
    return begins + later
  }

  private static func candidates(_ names: [String], quoted: Bool = true) -> [Candidate] {
    names.map {
      Candidate(text: quoted ? $0.filterValue : $0, detail: "", isWhole: true)
    }
  }
}
