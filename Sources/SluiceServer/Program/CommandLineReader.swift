internal import SluiceCore

/// Reads the command line of `sluiced`.
struct CommandLineReader {
  /// Options besides those of the settings, and whether they take a value.
  private static let others = [
    "config": true, "name": true, "admin": false, "email": true, "help": false, "version": false,
  ]

  private var words: [String] = []
  private var options: [String: String] = [:]

  /// What the arguments, without the program's own name, ask for; settings are added to `values`.
  static func read(
    _ arguments: [String], _ values: inout SettingValues
  ) throws(StartFailure) -> (command: Command, config: String?) {
    var reader = CommandLineReader()
    try reader.scan(arguments, &values)
    return (try reader.command(), reader.options["config"])
  }

  private mutating func scan(
    _ arguments: [String], _ values: inout SettingValues
  ) throws(StartFailure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let long = argument == "-h" ? "--help" : argument
      guard long.hasPrefix("--"), long.count > 2 else {
        words.append(argument)
        continue
      }
      let parts = long.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let setting = Setting.allCases.first { $0.option == name }
      guard let takesValue = setting.map({ _ in true }) ?? Self.others[name] else {
        throw Self.unknown(name)
      }
      var value = parts.count > 1 ? String(parts[1]) : nil
      if takesValue, value == nil { value = rest.popFirst() }
      guard (value != nil) == takesValue else {
        throw .usage(takesValue ? "--\(name) needs a value." : "--\(name) takes no value.")
      }
      if let setting {
        guard values[setting] == nil else { throw .usage("--\(name) stands there twice.") }
        values.add(setting, value ?? "", from: "the command line")
      } else {
        guard options.updateValue(value ?? "", forKey: name) == nil else {
          throw .usage("--\(name) stands there twice.")
        }
      }
    }
  }

  private static func unknown(_ name: String) -> StartFailure {
    let known = Setting.allCases.map(\.option) + others.keys.sorted()
    let hint = nearest(to: name, among: known).map { " Did you mean --\($0)?" } ?? ""
    return .usage("sluiced has no option --\(name).\(hint)")
  }

  private func command() throws(StartFailure) -> Command {
    if options["version"] != nil { return .version }
    if options["help"] != nil || words == ["help"] { return .help }
    switch (words.first, words.count) {
    case (nil, _), ("serve", 1):
      try allow([])
      return .serve
    case ("user", 3) where words[1] == "add":
      try allow(["name", "admin"])
      return .addUser(
        email: words[2], name: options["name"], isAdmin: options["admin"] != nil)
    case ("user", 2) where words[1] == "list":
      try allow([])
      return .listUsers
    case ("user", 2) where words[1] == "add": throw .usage("sluiced user add needs an EMAIL.")
    case ("invite", 1):
      try allow(["email"])
      return .invite(email: options["email"])
    default:
      throw .usage("sluiced does not know the command “\(words.joined(separator: " "))”.")
    }
  }

  private func allow(_ names: Set<String>) throws(StartFailure) {
    let foreign = options.keys.filter { $0 != "config" && !names.contains($0) }.sorted()
    if let name = foreign.first {
      let command = words.isEmpty ? "sluiced" : "sluiced " + words.joined(separator: " ")
      throw .usage("\(command) has no option --\(name).")
    }
  }
}
