/// What a command line that is being typed asks for at its end.
struct CompletionQuestion {
  /// What could stand there.
  enum Wanted: Hashable {
    /// The next word of a verb, after those that are there.
    case word(after: [String])
    /// The name of an option.
    case optionName
    case value(ValueKind)
    case nothing
  }

  let wanted: Wanted
  /// What has been typed of it.
  let typed: String
  /// What stands before it in the same word, such as `--project=`.
  let head: String
  /// What the words before it mean, as far as they go.
  let invocation: Invocation
  /// Whether the verb is known.
  let hasVerb: Bool

  /// Reads the words after the program's name, of which the last is being typed; `nil` if those before it
  /// cannot be understood.
  init?(_ words: [String], table: VerbTable) {
    guard let last = words.last, let scan = try? ArgumentScan(words.dropLast(), table: table),
      let verb = scan.verb ?? table.verb([])
    else { return nil }
    hasVerb = scan.verb != nil
    invocation = scan.invocation(of: verb, table)
    let value = scan.waiting.map { (option: $0, head: "") } ?? scan.valueBegun(in: last, table)
    head = value?.head ?? ""
    typed = String(last.dropFirst(head.count))
    if let value {
      wanted = .value(value.option.kind)
    } else if !scan.isPastOptions, last.hasPrefix("-") {
      wanted = .optionName
    } else {
      wanted = scan.wantedOperand(typed)
    }
  }
}

extension ArgumentScan {
  /// The options and operands so far, checked by nobody.
  fileprivate func invocation(of verb: Verb, _ table: VerbTable) -> Invocation {
    var values: [String: [String]] = [:]
    for (typed, value) in options {
      let name = table.options(meant: typed, of: verb).first?.name ?? typed
      values[name, default: []].append(value ?? "")
    }
    let operands = self.verb.map { Array(self.operands.dropFirst($0.words.count)) } ?? []
    return Invocation(verb: verb, operands: operands, values: values)
  }

  /// The option whose value has begun in the same word, as in `--project=O` and `-pO`.
  fileprivate func valueBegun(
    in word: String, _ table: VerbTable
  ) -> (option: Option, head: String)? {
    guard !isPastOptions else { return nil }
    guard word.hasPrefix("--") else {
      guard word.hasPrefix("-"), word.count > 2,
        let option = table.option(letter: word[word.index(after: word.startIndex)])
      else { return nil }
      return option.takesValue ? (option, String(word.prefix(2))) : nil
    }
    guard let equals = word.firstIndex(of: "=") else { return nil }
    let meant = table.options(meant: String(word.dropFirst(2).prefix { $0 != "=" }), of: verb)
    guard meant.count == 1, meant[0].takesValue else { return nil }
    return (meant[0], String(word[...equals]))
  }

  fileprivate func wantedOperand(_ typed: String) -> CompletionQuestion.Wanted {
    guard let verb else { return .word(after: operands) }
    if let operand = verb.operand(at: operands.count - verb.words.count) {
      return .value(operand.kind)
    }
    return typed.isEmpty && !isPastOptions ? .optionName : .nothing
  }
}
