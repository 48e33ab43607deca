/// One argument of a verb that is not an option.
struct Operand: Hashable, Sendable {
  /// What stands for it in help, such as `TICKET`.
  let placeholder: String
  /// What it is, as a phrase.
  let summary: String
  /// What may stand there.
  let kind: ValueKind
  /// Whether the verb cannot do without it.
  var isRequired = true
  /// Whether more of them may follow; only the last operand of a verb can be repeated.
  var isRepeated = false

  init(_ placeholder: String, _ summary: String, _ kind: ValueKind = .text) {
    self.placeholder = placeholder
    self.summary = summary
    self.kind = kind
  }

  /// The same operand where the verb can do without it.
  var optional: Operand {
    var operand = self
    operand.isRequired = false
    return operand
  }

  /// The same operand, as many times as one likes.
  var repeated: Operand {
    var operand = self
    operand.isRepeated = true
    return operand
  }

  /// How it is written in help: `TICKET`, `[TITLE]` or `WORD…`.
  var usage: String {
    let name = placeholder + (isRepeated ? "…" : "")
    return isRequired ? name : "[\(name)]"
  }
}

extension Operand {
  static let ticket = Operand(
    "TICKET", "its key or id, or its number beside --project", .ticket)
  static let project = Operand("PROJECT", "its key or id", .project)
  static let workflow = Operand(
    "WORKFLOW", "its name or id, or the name of a template", .workflow)
  static let storedWorkflow = Operand("WORKFLOW", "its name or id", .workflow)
}
