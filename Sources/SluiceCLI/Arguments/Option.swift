/// One option of a verb, as the reader of arguments, help and completion know it.
struct Option: Hashable, Sendable {
  /// The long name without dashes.
  let name: String
  /// One letter that means the same after one dash.
  let letter: Character?
  /// What stands for the value in help; `nil` for an option that takes none.
  let placeholder: String?
  /// What it does, as a phrase.
  let summary: String
  /// What its value may be.
  let kind: ValueKind
  /// Whether the verb cannot do without it.
  var isRequired = false

  /// An option that takes a value.
  init(
    _ name: String, letter: Character? = nil, _ placeholder: String, _ summary: String,
    _ kind: ValueKind = .text
  ) {
    self.name = name
    self.letter = letter
    self.placeholder = placeholder
    self.summary = summary
    self.kind = kind
  }

  /// An option that takes none.
  init(_ name: String, letter: Character? = nil, _ summary: String) {
    self.name = name
    self.letter = letter
    placeholder = nil
    self.summary = summary
    kind = .text
  }

  /// The same option where the verb cannot do without it.
  var required: Option {
    var option = self
    option.isRequired = true
    return option
  }

  var takesValue: Bool { placeholder != nil }

  /// How it is written on a command line: `--db FILE`.
  var usage: String {
    "--" + name + (placeholder.map { " " + $0 } ?? "")
  }

  /// What help says of it: what it does, and its letter.
  var explanation: String {
    summary + (letter.map { " (-\($0))" } ?? "")
  }
}
