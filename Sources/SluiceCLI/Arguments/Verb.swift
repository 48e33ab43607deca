/// One thing the program can be told to do: a row of the table that parsing and help come from.
struct Verb: Sendable {
  /// The words that name it, such as `["ticket", "list"]`; empty for the program without a word.
  let words: [String]
  /// Other last words that mean the same.
  var aliases: [String] = []
  /// What it does, as one sentence.
  let summary: String
  /// Whole command lines, simplest first.
  let examples: [String]
  /// What it takes besides options.
  var operands: [Operand] = []
  /// What it understands beyond the global options.
  var options: [Option] = []
  /// Global options that make no sense for it.
  var unoffered: [Option] = []
  /// Paragraphs of help below the options.
  var notes: [String] = []
  /// Does it.
  let run: @Sendable (Session) throws(Failure) -> Void

  /// How it is called: `sluice ticket list`.
  var name: String {
    (["sluice"] + words).joined(separator: " ")
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
}
