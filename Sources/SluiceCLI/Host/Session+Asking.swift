import Drawing
import SluiceCore

extension Session {
  /// Goes on only if the user agrees: by `--yes`, or by an answer on the terminal.
  ///
  /// The question is a sentence that says what is about to happen and that it cannot be taken back. A
  /// script is never left waiting: where nobody can be asked, the verb is refused.
  func confirm(_ question: String) throws(Failure) {
    if invocation.has(.yes) { return }
    guard host.hasKeyboard, host.messages.isTerminal else {
      throw .usage(
        "\(question) Nobody can be asked without a terminal; --yes says yes.", next: agreeing)
    }
    try host.messages.write(Self.prompt(question))
    try host.messages.flush()
    let answer = host.readLine()?.trimmingBlanks.lowercased()
    guard ["y", "yes"].contains(answer) else {
      throw Failure(
        exit: .failed, code: "NOT_CONFIRMED", message: "Nothing was changed.",
        nextStep: "Answer y, or give --yes.")
    }
  }

  private static func prompt(_ question: String) -> String {
    VisibleText.paragraphs(question) + " Go on? [y/N] "
  }

  /// The same command line with the answer in it.
  private var agreeing: String {
    let words = host.arguments.map(\.shellWord)
    let end = words.firstIndex(of: "--") ?? words.endIndex
    return (["sluice"] + words[..<end] + ["--yes"] + words[end...]).joined(separator: " ")
  }
}
