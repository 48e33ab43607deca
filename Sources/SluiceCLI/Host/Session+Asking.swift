import Drawing
import SluiceCore

extension Session {
  /// Whether there is someone to ask.
  var canAsk: Bool { host.hasKeyboard && host.messages.isTerminal }

  /// Goes on only if a change could be made and the user agrees to it.
  ///
  /// What can be told only of a change that can be made comes from its rehearsal; without a question there
  /// is nothing to agree to.
  func confirm(
    _ change: Change, losing loss: Loss, in engine: any Engine,
    _ question: (Receipt) -> String?
  ) throws(Failure) {
    guard !invocation.has(.yes), !invocation.has(.dryRun), canAsk || loss == .forGood else {
      return
    }
    let actor = actor
    let receipt = try reporting { () throws(EngineError) in
      try engine.preview(change, by: actor)
    }
    if let question = question(receipt) { try confirm(question, losing: loss) }
  }

  /// Goes on only if the user agrees: by `--yes`, by an answer on the terminal or, where nothing is lost for
  /// good, by having said so in a script.
  ///
  /// The question is a sentence that says what is about to happen; `parts` say more of it, a line each. A
  /// script is never left waiting: where nobody can be asked, the verb is refused.
  func confirm(
    _ question: String, losing loss: Loss, _ parts: [String] = []
  ) throws(Failure) {
    if invocation.has(.yes) { return }
    guard canAsk else {
      guard loss == .forGood else { return }
      throw unasked(question, parts)
    }
    for part in parts { try note(part) }
    try host.messages.write(Self.prompt(question))
    try host.messages.flush()
    let answer = host.readLine()?.trimmingBlanks.lowercased()
    guard ["y", "yes"].contains(answer) else {
      throw Failure(
        exit: .failed, code: "NOT_CONFIRMED", message: "Nothing was changed.",
        nextStep: "Answer y, or give --yes.")
    }
  }

  private func unasked(_ question: String, _ parts: [String]) -> Failure {
    var failure = Failure.usage(
      "\(question) Nobody can be asked without a terminal; --yes says yes.",
      next: commandLine(adding: [.yes]))
    failure.findings = parts
    if !parts.isEmpty { failure.details["parts"] = .texts(parts) }
    return failure
  }

  private static func prompt(_ question: String) -> String {
    VisibleText.paragraphs(question) + " Go on? [y/N] "
  }

  /// The same command line with more options, which take no values.
  func commandLine(adding options: [Option]) -> String {
    let words = host.arguments.map(\.shellWord)
    let end = words.firstIndex(of: "--") ?? words.endIndex
    let added = options.map { "--" + $0.name }
    return (["sluice"] + words[..<end] + added + words[end...]).joined(separator: " ")
  }
}
