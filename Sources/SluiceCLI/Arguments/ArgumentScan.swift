/// A command line taken apart into operands and options, before anything is asked of them.
///
/// `--name value`, `--name=value` and `-n value` are the same, options may stand anywhere, also before the
/// verb, and may be cut short as long as one is meant; `--` ends them, and `-` alone is an operand.
struct ArgumentScan {
  private let table: VerbTable
  private(set) var operands: [String] = []
  /// Options with their values, in order; a name that is short for several is as it was typed.
  private(set) var options: [(name: String, value: String?)] = []
  /// The option at the end that still waits for its value.
  private(set) var waiting: Option?
  /// Whether `--` has been there.
  private(set) var isPastOptions = false

  /// Takes the arguments apart, without the program's own name.
  init(_ arguments: some Sequence<String>, table: VerbTable) throws(Failure) {
    self.table = table
    for argument in arguments { try take(argument) }
  }

  /// The verb that the operands so far begin with.
  var verb: Verb? {
    operands.isEmpty ? nil : table.verb(operands)
  }

  /// What explains the verb of this line, or all of them.
  var helpCommand: String {
    guard let verb = table.verb(operands), !verb.words.isEmpty else { return "sluice --help" }
    return verb.name + " --help"
  }

  private mutating func take(_ argument: String) throws(Failure) {
    if let option = waiting {
      options.append((option.name, argument))
      waiting = nil
    } else if isPastOptions || argument == "-" || !argument.hasPrefix("-") {
      operands.append(argument)
    } else if argument == "--" {
      isPastOptions = true
    } else if argument.hasPrefix("--") {
      try takeName(argument.dropFirst(2))
    } else {
      try takeLetters(argument)
    }
  }

  private mutating func takeName(_ text: Substring) throws(Failure) {
    let equals = text.firstIndex(of: "=")
    let typed = String(text[..<(equals ?? text.endIndex)])
    let value = equals.map { String(text[text.index(after: $0)...]) }
    let meant = table.options(meant: typed, of: verb)
    guard let first = meant.first else { return options.append((typed, value)) }
    guard meant.allSatisfy({ $0.takesValue == first.takesValue }) else {
      throw Self.ambiguous(typed, meant, next: helpCommand)
    }
    let name = meant.count == 1 ? first.name : typed
    guard first.takesValue else {
      guard value == nil else {
        throw .usage("--\(name) takes no value.", next: helpCommand)
      }
      return options.append((name, nil))
    }
    if let value { return options.append((name, value)) }
    waiting = meant.count == 1 ? first : Option(typed, first.placeholder ?? "", "")
  }

  /// Several letters without values may share a dash; a value may follow its letter at once.
  private mutating func takeLetters(_ argument: String) throws(Failure) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = table.option(letter: letter) else {
        // “-is:mine” was meant for a filter.
        let isCondition = argument.contains { ":<>=".contains($0) }
        let hint = isCondition ? " Behind “--” it would be taken as it stands." : ""
        throw .usage("“\(argument)” is not an option.\(hint)", next: "sluice --help")
      }
      guard option.takesValue else {
        options.append((option.name, nil))
        continue
      }
      if letters.isEmpty {
        waiting = option
      } else {
        options.append((option.name, String(letters)))
      }
      return
    }
  }

  static func ambiguous(_ typed: String, _ meant: [Option], next command: String) -> Failure {
    let names = meant.map { "--" + $0.name }
    let list = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    return .usage("--\(typed) can mean \(list).", next: command)
  }
}
