extension VerbTable {
  /// The options that a name may mean: the one that is called so, else all that begin with it.
  ///
  /// A verb that is known already narrows the choice. Whether an option takes a value is the same for
  /// every verb that has it, so options may stand before the verb.
  func options(meant name: String, of verb: Verb?) -> [Option] {
    // What every start of the board may name is found without a look at all verbs.
    if let exact = (verb?.allOptions ?? Option.global).first(where: { $0.name == name }) {
      return [exact]
    }
    let all = everyOption
    if let exact = all.first(where: { $0.name == name }) { return [exact] }
    guard !name.isEmpty else { return [] }
    let near = verb.map { $0.allOptions + [.version] } ?? all
    return near.filter { $0.name.hasPrefix(name) }
  }

  /// The option of a single letter.
  func option(letter: Character) -> Option? {
    everyOption.first { $0.letter == letter }
  }

  /// One option of each name.
  private var everyOption: [Option] {
    var seen: Set<String> = []
    return (verbs.flatMap(\.options) + Option.global + [.version])
      .filter { seen.insert($0.name).inserted }
  }
}
