extension Filter: CustomStringConvertible {
  /// The text that reads back as this filter: conditions with blanks between them, `or`, `-`, parentheses
  /// only where they are needed.
  public var description: String {
    switch normalized {
    case .all(let parts): parts.map(\.partText).joined(separator: " ")
    case .any(let parts): parts.map(\.alternativeText).joined(separator: " or ")
    case let single: single.partText
    }
  }

  private var alternativeText: String {
    guard case .all = self else { return partText }
    return description
  }

  private var partText: String {
    switch self {
    case .term(let term): term.description
    case .not(.term(let term)): "-\(term)"
    case .not(let inner): "-(\(inner))"
    case .all, .any: "(\(description))"
    }
  }
}

extension FilterTerm: CustomStringConvertible {
  /// The text that reads back as this condition.
  public var description: String {
    switch self {
    case .word(let text): text.filterWord
    case .assignee(.me): "assignee:me"
    case .assignee(.nobody): "assignee:none"
    case .assignee(.named(let name)):
      "assignee:" + (["me", "none"].contains(name.lowercased()) ? "\"\(name)\"" : name.filterValue)
    case .label(let label): "label:" + label.filterValue
    case .priority(let sign, let priority): "priority\(sign.rawValue)\(priority.name.lowercased())"
    case .status(let name): "status:" + name.filterValue
    case .stage(let name): "stage:" + name.filterValue
    case .gate(let standing): "gate:\(standing.rawValue)"
    case .age(let sign, let span): "age\(sign.rawValue)\(span)"
    case .stale(let sign, let span): "stale\(sign.rawValue)\(span)"
    case .due(let sign, .within(let span)): "due\(sign.rawValue)\(span)"
    case .due(let sign, .on(let day)): "due\(sign.rawValue)\(day)"
    case .dueNever: "due:none"
    case .trait(let trait): "is:\(trait.rawValue)"
    case .view(let name): "view:" + name.filterValue
    }
  }
}

extension String {
  /// The text as a name behind a sign, in quotes if it needs them.
  var filterValue: String {
    let isPlain =
      !isEmpty && !":<>=".contains(first ?? " ")
      && !contains { $0.isWhitespace || "()\"".contains($0) }
    return isPlain ? self : filterQuoted
  }

  /// The text as words of a filter, in quotes if it would be read as something else.
  var filterWord: String {
    let letters = prefix { $0.isASCII && $0.isLetter }
    let isOpening =
      !letters.isEmpty && (dropFirst(letters.count).first.map { ":<>=".contains($0) } ?? false)
    let isKeyword = ["or", "and", "not"].contains(lowercased())
    let isHabit = FilterHabit.hint(for: self) != nil
    let hasSign = hasPrefix("-") || contains(where: \.isFilterSign)
    return isOpening || isKeyword || isHabit || hasSign || isEmpty ? filterQuoted : self
  }

  private var filterQuoted: String {
    var text = "\""
    for character in self {
      if character == "\"" || character == "\\" { text.append("\\") }
      text.append(character)
    }
    return text + "\""
  }
}

extension Character {
  fileprivate var isFilterSign: Bool {
    isWhitespace || "()\"".contains(self)
  }
}
