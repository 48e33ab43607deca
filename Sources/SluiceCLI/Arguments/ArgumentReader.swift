import SluiceCore

/// Reads a command line against the table of verbs.
struct ArgumentReader {
  /// What a command line asks for.
  enum Request {
    case run(Invocation)
    /// Help about the words given, which may name a verb, a group of verbs or nothing.
    case help([String])
    case version
  }

  private let table: VerbTable
  private let scan: ArgumentScan

  /// What the arguments, without the program's own name, ask for.
  static func read(_ arguments: [String], table: VerbTable) throws(Failure) -> Request {
    let scan = try ArgumentScan(arguments, table: table)
    if let option = scan.waiting {
      throw .usage("--\(option.name) needs a value.", next: scan.helpCommand)
    }
    return try ArgumentReader(table: table, scan: scan).request()
  }

  private func request() throws(Failure) -> Request {
    let words = scan.operands
    if has(.version) { return .version }
    if words.first == "help" { return .help(Array(words.dropFirst())) }
    if has(.help) { return .help(words) }
    guard let verb = table.verb(words) else { throw table.unknown(words) }
    let values = try values(for: verb)
    let operands = try checked(Array(words.dropFirst(verb.words.count)), of: verb)
    try requireOptions(of: verb, values)
    return .run(Invocation(verb: verb, operands: operands, values: values))
  }

  private func has(_ option: Option) -> Bool {
    scan.options.contains { $0.name == option.name }
  }

  private func values(for verb: Verb) throws(Failure) -> [String: [String]] {
    var values: [String: [String]] = [:]
    for (typed, value) in scan.options {
      let option = try option(typed, of: verb)
      let checked = try option.kind.checked(
        value ?? "", of: "--" + option.name, next: scan.helpCommand)
      values[option.name, default: []].append(checked)
    }
    return values
  }

  private func option(_ typed: String, of verb: Verb) throws(Failure) -> Option {
    let known = verb.allOptions
    let meant = table.options(meant: typed, of: verb)
    guard meant.count < 2 else {
      throw ArgumentScan.ambiguous(typed, meant, next: scan.helpCommand)
    }
    if let option = meant.first, known.contains(option) { return option }
    let hint = nearest(to: typed, among: known.map(\.name)).map { " Did you mean --\($0)?" } ?? ""
    throw .usage("\(verb.name) has no option --\(typed).\(hint)", next: scan.helpCommand)
  }

  private func checked(_ operands: [String], of verb: Verb) throws(Failure) -> [String] {
    let required = verb.operands.filter(\.isRequired)
    if operands.count < required.count {
      throw missing(required[operands.count].placeholder, required[operands.count].summary, verb)
    }
    var checked: [String] = []
    for (index, text) in operands.enumerated() {
      guard let operand = verb.operand(at: index) else {
        if verb.words.isEmpty { throw table.unknown(operands) }
        throw .usage("\(verb.name) does not take “\(text)”.", next: scan.helpCommand)
      }
      checked.append(try operand.kind.checked(text, of: verb.name, next: scan.helpCommand))
    }
    return checked
  }

  private func requireOptions(
    of verb: Verb, _ values: [String: [String]]
  ) throws(Failure) {
    guard let option = verb.options.first(where: { $0.isRequired && values[$0.name] == nil })
    else { return }
    throw missing(option.usage, option.summary, verb)
  }

  private func missing(_ what: String, _ summary: String, _ verb: Verb) -> Failure {
    .usage("\(verb.name) needs \(what): \(summary).", next: scan.helpCommand)
  }
}
