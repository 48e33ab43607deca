import SluiceClient

extension Verb {
  /// What the completion scripts call.
  static let complete = Verb(
    words: ["complete"], summary: "Answers what could stand at the end of a command line.",
    examples: [], operands: [Operand("WORD", "the line so far", .text).optional.repeated],
    options: [.bash], isHidden: true,
    run: { session throws(Failure) in
      // Someone waits at a prompt: a database that is locked for longer is no help.
      session.host.endAfter(100)
      for line in session.completions { try session.host.output.write(line + "\n") }
    })
}

extension Session {
  /// A candidate a line; nothing where nothing is known, whatever the reason.
  fileprivate var completions: [String] {
    guard invocation.has(.bash) else {
      return lines(of: answer(to: invocation.operands)) { $0.line }
    }
    guard invocation.operands.count == 2 else { return [] }
    let line = BashLine(invocation.operands[0], replacing: invocation.operands[1])
    return lines(of: answer(to: Array(line.words.dropFirst()))) {
      line.replacement(for: $0.value)
    }
  }

  private func lines(
    of answer: Completion.Answer?, _ line: (Candidate) -> String?
  ) -> [String] {
    switch answer {
    case .candidates(let candidates): candidates.compactMap(line)
    case .files: [CompletionScript.files]
    case nil: []
    }
  }

  private func answer(to words: [String]) -> Completion.Answer? {
    guard let question = CompletionQuestion(words, table: table) else { return nil }
    return Completion(question: question, table: table) { kind in
      Session(host: host, table: table, invocation: expandingHome(question.invocation))
        .storedCandidates(of: kind, typed: question.typed)
    }.answer
  }

  /// The line with the database where the shell would have found it: it expands `~/` only later.
  private func expandingHome(_ line: Invocation) -> Invocation {
    guard let path = line[.database], path.hasPrefix("~/"), let home = host.variable("HOME") else {
      return line
    }
    var values = line.values
    values[Option.database.name] = [home + path.dropFirst()]
    return Invocation(verb: line.verb, operands: line.operands, values: values)
  }

  private func storedCandidates(of kind: ValueKind, typed: String) -> [Candidate] {
    if kind == .theme { return ThemeFiles(folders).names.map { Candidate(value: $0) } }
    if kind == .profile { return profiles }
    guard let place = try? place() else { return [] }
    // A server is further away than a file, and still nobody waits long at a prompt.
    if case .server = place { host.endAfter(1_000) }
    guard let engine = try? engineIfAny() else {
      return kind == .workflow ? StoredCandidates.templates : []
    }
    return StoredCandidates(
      engine: engine, line: invocation, typed: typed,
      lastUsed: LastProject(folders).key(for: place)
    ).candidates(of: kind)
  }
}

extension Session {
  private var profiles: [Candidate] {
    guard let book = try? ProfileFile(folders).read() else { return [] }
    return book.names.map {
      Candidate(value: $0, meaning: book.profiles[$0]?.server.description ?? "")
    } + [Candidate(value: ProfileBook.local, meaning: "the file in your data folder")]
  }
}

extension Option {
  fileprivate static let bash = Option(
    "bash", "the words are a line of bash, and the piece of it that will be replaced")
}
