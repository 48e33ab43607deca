@testable import SluiceCLI

extension Machine {
  /// The words that are offered at the end of a line that is split at blanks, then of more words.
  func offers(_ line: String, _ more: String...) -> [String] {
    answers(line, more).map { $0.split(separator: "\t").first.map(String.init) ?? "" }
  }

  /// What shells are told, line by line.
  func answers(_ line: String, _ more: [String] = []) -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let run = run(arguments: ["complete", "--"] + words + more)
    return run.exit == .done && run.messages.isEmpty
      ? run.output.split(separator: "\n").map(String.init) : ["\(run)"]
  }
}
