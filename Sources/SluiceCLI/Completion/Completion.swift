/// Answers what could stand at the end of a command line, from the table and from the database.
struct Completion {
  /// What could stand there.
  enum Answer: Hashable {
    case candidates([Candidate])
    /// File names, which the shell knows best.
    case files
  }

  /// No list is longer than what a person would look through.
  static let limit = 50

  let question: CompletionQuestion
  let table: VerbTable
  /// Looks up what is stored; only asked if it is needed.
  let stored: (ValueKind) -> [Candidate]

  var answer: Answer {
    switch question.wanted {
    case .word(let words): fitting(self.words(after: words))
    case .optionName: fitting(optionNames)
    case .value(.file): .files
    case .value(let kind): fitting(candidates(of: kind))
    case .nothing: .candidates([])
    }
  }

  private func fitting(_ candidates: [Candidate]) -> Answer {
    let fitting = candidates.filter { $0.isPlain && $0.begins(with: question.typed) }
    return .candidates(
      fitting.map { Candidate(value: question.head + $0.value, meaning: $0.meaning) })
  }

  private func words(after words: [String]) -> [Candidate] {
    guard let noun = words.first else { return nouns }
    if noun == "help" { return self.words(after: Array(words.dropFirst())) }
    guard words.count == 1 else { return [] }
    return table.group(noun).filter { !$0.isHidden }.compactMap { verb in
      verb.words.last.map { Candidate(value: $0, meaning: verb.summary) }
    }
  }

  private var nouns: [Candidate] {
    table.nouns.map { noun in
      if let verb = table.verb([noun]) { return Candidate(value: noun, meaning: verb.summary) }
      let members = table.group(noun).compactMap(\.words.last).joined(separator: ", ")
      return Candidate(value: noun, meaning: noun == "help" ? "Explains a verb." : members)
    }
  }

  private var optionNames: [Candidate] {
    let options = question.invocation.verb.allOptions + (question.hasVerb ? [] : [.version])
    return options.map { Candidate(value: "--" + $0.name, meaning: $0.summary) }
  }

  private func candidates(of kind: ValueKind) -> [Candidate] {
    switch kind {
    case .choice(let words, _): words.map { Candidate(value: $0) }
    case .person(let words): words.map { Candidate(value: $0) } + stored(kind)
    case .text, .number, .day, .file: []
    default: stored(kind)
    }
  }
}
