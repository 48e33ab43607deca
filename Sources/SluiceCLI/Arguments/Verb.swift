/// One thing the program can be told to do: a row of the table that parsing, help, completion and the
/// manual come from.
struct Verb: Sendable {
  /// The words that name it, such as `["ticket", "list"]`; empty for the program without a word.
  let words: [String]
  /// Other last words that mean the same.
  var aliases: [String] = []
  /// What it does, as one sentence.
  let summary: String
  /// Whole command lines for a shell, simplest first.
  ///
  /// A test runs each of them.
  let examples: [String]
  /// What it takes besides options.
  var operands: [Operand] = []
  /// What it understands beyond the global options.
  var options: [Option] = []
  /// Global options that make no sense for it.
  var unoffered: [Option] = []
  /// Paragraphs of help below the options; a line that begins with a blank is kept as it is.
  var notes: [String] = []
  /// Whether it is for programs that belong to this one, and nobody else is told of it.
  var isHidden = false
  /// Does it.
  let run: @Sendable (Session) throws(Failure) -> Void

  /// How it is called: `sluice ticket list`.
  var name: String {
    (["sluice"] + words).joined(separator: " ")
  }

  /// The whole of how it is called: `sluice ticket show TICKET [options]`.
  var usage: String {
    let required = options.filter(\.isRequired)
    return ([name] + operands.map(\.usage) + required.map(\.usage) + ["[options]"])
      .joined(separator: " ")
  }

  /// The verb's own options, then the global ones.
  var allOptions: [Option] {
    options + globalOptions
  }

  /// The global options that it understands.
  var globalOptions: [Option] {
    Option.global.filter { !unoffered.contains($0) }
  }

  /// Whether the words, possibly through an alias, begin with those of the verb.
  func matches(_ words: [String]) -> Bool {
    guard words.count >= self.words.count else { return false }
    let head = Array(words.prefix(self.words.count))
    guard head != self.words, let last = head.last else { return head == self.words }
    return head.dropLast() == self.words.dropLast() && aliases.contains(last)
  }

  /// The operand that stands at a place, counted from 0.
  func operand(at index: Int) -> Operand? {
    if index < operands.count { return operands[index] }
    return operands.last.flatMap { $0.isRepeated ? $0 : nil }
  }
}
