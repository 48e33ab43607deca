import SluiceCore

/// The section of custom commands.
extension SettingsReader {
  /// A custom command and its keys.
  typealias KeyedCommand = (command: CustomCommand, keys: [KeyTable.Key])

  private static let members = ["name", "key", "run", "summary", "where", "background"]

  mutating func customCommands(_ node: JSONNode) -> [KeyedCommand] {
    guard case .array(let nodes) = node.content else {
      report("Expected a list for “commands”, found \(node.value.kind).", at: node.offset)
      return []
    }
    var commands: [KeyedCommand] = []
    for node in nodes {
      let known = commands.map(\.command.name)
      if let command = customCommand(node, besides: known) { commands.append(command) }
    }
    return commands
  }

  private mutating func customCommand(
    _ node: JSONNode, besides known: [String]
  ) -> KeyedCommand? {
    let members = members(of: node, "a command", known: Self.members)
    guard let nameNode = members["name"], let runNode = members["run"] else {
      report("A command needs a “name” and what to “run”.", at: node.offset)
      return nil
    }
    let name = name(nameNode, besides: known)
    let run = arguments(runNode)
    let summary = members["summary"].flatMap { text($0, "summary") }
    let places = members["where"].map { contexts($0) } ?? [.board, .ticket]
    let isInBackground = members["background"].flatMap { flag($0, "background") } ?? false
    guard let name, let run else { return nil }
    let command = CustomCommand(
      name: name, summary: summary ?? "run " + run.map(\.text).joined(separator: " "),
      contexts: places, run: run, isInBackground: isInBackground)
    return (command, members["key"].map { keys($0, of: name) } ?? [])
  }

  private mutating func name(_ node: JSONNode, besides known: [String]) -> String? {
    guard let name = text(node, "name") else { return nil }
    let isPlain = name.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isPlain else {
      report("“\(name)” is no name; letters, digits and hyphens make one.", at: node.offset)
      return nil
    }
    guard CommandTable.command(named: name) == nil, !known.contains(name) else {
      report("There is a command “\(name)” already; choose another name.", at: node.offset)
      return nil
    }
    return name
  }

  private mutating func arguments(_ node: JSONNode) -> [CustomCommand.Argument]? {
    guard case .array(let nodes) = node.content, !nodes.isEmpty else {
      report(
        "Expected a program and its arguments as a list of texts for “run”, such as"
          + " [\"xdg-open\", \"https://board.example/{key}\"].", at: node.offset)
      return nil
    }
    var arguments: [CustomCommand.Argument] = []
    for node in nodes {
      guard case .string(let text) = node.content else {
        report("Expected a text in “run”, found \(node.value.kind).", at: node.offset)
        return nil
      }
      do {
        arguments.append(try CustomCommand.Argument(reading: text))
      } catch {
        report(error.message, at: node.offset)
        return nil
      }
    }
    if let place = Self.shellText(in: arguments) {
      report(
        "A shell would run what stands in the ticket; write “$1” there, and behind it"
          + " 'sh', '{title}' as arguments of their own.",
        at: nodes[place].offset)
      return nil
    }
    guard arguments[0].isFixed, arguments[0].text != "" else {
      report("Which program is run cannot come from a ticket; name it first.", at: nodes[0].offset)
      return nil
    }
    return arguments
  }

  /// The place of a text for a shell that something of a ticket would be put into.
  private static func shellText(in arguments: [CustomCommand.Argument]) -> Int? {
    let program = arguments[0].text.split(separator: "/").last.map(String.init) ?? ""
    guard ["sh", "bash", "dash", "zsh", "ksh", "fish"].contains(program),
      let option = arguments.firstIndex(where: { $0.text.hasPrefix("-") && $0.text.hasSuffix("c") }
      ),
      arguments.indices.contains(option + 1), !arguments[option + 1].isFixed
    else { return nil }
    return option + 1
  }

  private mutating func contexts(_ node: JSONNode) -> [Command.Context] {
    guard case .array(let nodes) = node.content else {
      report(
        "Expected a list of places for “where”, such as [\"board\", \"ticket\"].", at: node.offset)
      return []
    }
    if nodes.isEmpty { report("A command that works nowhere cannot be called.", at: node.offset) }
    var contexts: [Command.Context] = []
    for node in nodes {
      guard let name = text(node, "where") else { continue }
      guard let context = Command.Context(rawValue: name), context.hasTicket else {
        let known = Command.Context.allCases.filter(\.hasTicket).map(\.rawValue)
        report(
          "A command cannot work in “\(name)”; there is \(known.joined(separator: ", ")).",
          at: node.offset)
        continue
      }
      contexts.append(context)
    }
    return contexts
  }
}
