/// One argument of a verb that is not an option.
struct Operand: Hashable, Sendable {
  /// What stands for it in help, such as `TICKET`.
  let placeholder: String
  /// What it is, as a phrase.
  let summary: String
  /// Whether the verb cannot do without it.
  let isRequired: Bool

  init(_ placeholder: String, _ summary: String, isRequired: Bool = true) {
    self.placeholder = placeholder
    self.summary = summary
    self.isRequired = isRequired
  }

  var usage: String {
    isRequired ? placeholder : "[\(placeholder)]"
  }
}
