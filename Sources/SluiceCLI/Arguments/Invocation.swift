/// A command line that has been understood: the verb, and what was said with it.
struct Invocation: Sendable {
  let verb: Verb
  /// What stands beside the options, in order.
  let operands: [String]
  /// The values of each option by name, in order; an option without value has empty texts here.
  let values: [String: [String]]

  /// The value of an option; the last one if it was given repeatedly.
  subscript(option: Option) -> String? {
    values[option.name]?.last
  }

  /// All values of an option, in order.
  func all(_ option: Option) -> [String] {
    values[option.name] ?? []
  }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool {
    values[option.name] != nil
  }
}
