import SluiceCore

/// Reads a command line against the table of verbs, by the habits of GNU programs.
///
/// `--name value` and `--name=value` are the same, options may stand anywhere, also before the verb, `--`
/// ends them, and `-` alone is an operand.
struct ArgumentReader {
  /// What a command line asks for.
  enum Request {
    case run(Invocation)
    /// Help about the words given, which may name a verb, a group of verbs or nothing.
    case help([String])
    case version
  }

  private let table: VerbTable
  private var operands: [String] = []
  /// Options as given, with their values, in order.
  private var options: [(name: String, value: String?)] = []

  private init(table: VerbTable) {
    self.table = table
  }

  /// What the arguments, without the program's own name, ask for.
  static func read(_ arguments: [String], table: VerbTable) throws(Failure) -> Request {
    var reader = ArgumentReader(table: table)
    try reader.sort(arguments)
    return try reader.request()
  }

  /// Tells options and operands apart; which options take a value is the same for every verb.
  private mutating func sort(_ arguments: [String]) throws(Failure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      if argument == "-h" {
        options.append((Option.help.name, nil))
      } else if argument.hasPrefix("--") {
        try readOption(argument.dropFirst(2), &rest)
      } else if argument.hasPrefix("-"), argument != "-" {
        throw .usage("“\(argument)” is not an option.", next: "sluice --help")
      } else {
        operands.append(argument)
      }
    }
  }

  private mutating func readOption(
    _ text: Substring, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    let equals = text.firstIndex(of: "=")
    let name = String(text[..<(equals ?? text.endIndex)])
    var value = equals.map { String(text[text.index(after: $0)...]) }
    if let takesValue = table.takesValue[name] {
      if takesValue, value == nil { value = rest.popFirst() }
      if takesValue, value == nil {
        throw .usage("--\(name) needs a value.", next: helpCommand)
      }
      if !takesValue, value != nil { throw .usage("--\(name) takes no value.", next: helpCommand) }
    }
    options.append((name, value))
  }

  private var helpCommand: String {
    guard let verb = table.verb(operands), !verb.words.isEmpty else { return "sluice --help" }
    return verb.name + " --help"
  }

  private func request() throws(Failure) -> Request {
    if options.contains(where: { $0.name == "version" }) { return .version }
    if operands.first == "help" { return .help(Array(operands.dropFirst())) }
    if options.contains(where: { $0.name == Option.help.name }) { return .help(operands) }
    guard let verb = table.verb(operands) else { throw table.unknown(operands) }
    let values = try values(for: verb)
    let operands = Array(operands.dropFirst(verb.words.count))
    try check(operands, of: verb)
    return .run(Invocation(verb: verb, operands: operands, values: values))
  }

  private func values(for verb: Verb) throws(Failure) -> [String: [String]] {
    let known = verb.allOptions.map(\.name)
    var values: [String: [String]] = [:]
    for (name, value) in options {
      guard known.contains(name) else {
        let hint = nearest(to: name, among: known).map { " Did you mean --\($0)?" } ?? ""
        throw .usage("\(verb.name) has no option --\(name).\(hint)", next: helpCommand)
      }
      values[name, default: []].append(value ?? "")
    }
    return values
  }

  private func check(_ operands: [String], of verb: Verb) throws(Failure) {
    let required = verb.operands.filter(\.isRequired)
    if operands.count < required.count {
      let missing = required[operands.count]
      throw .usage(
        "\(verb.name) needs \(missing.placeholder): \(missing.summary).", next: helpCommand)
    }
    if operands.count > verb.operands.count {
      let extra = operands[verb.operands.count]
      if verb.words.isEmpty { throw table.unknown(operands) }
      throw .usage("\(verb.name) does not take “\(extra)”.", next: helpCommand)
    }
  }
}
