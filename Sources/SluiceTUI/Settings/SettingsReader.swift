import SluiceCore

/// Reads the settings, and collects what is wrong with them.
struct SettingsReader {
  let source: SourceText
  private var faults: [SettingsFault] = []

  init(_ source: SourceText) {
    self.source = source
  }

  static func read(
    _ bytes: [UInt8], _ themeFault: (String) -> String?
  ) throws(SettingsError) -> Settings {
    var reader = SettingsReader(SourceText(bytes))
    let root: JSONNode
    do {
      root = try JSONReader.readJSON5(reader.source)
    } catch {
      throw SettingsError(
        faults: [.init(line: error.line, column: error.column, message: error.message)])
    }
    let settings = reader.settings(root, themeFault)
    guard reader.faults.isEmpty else {
      throw SettingsError(
        faults: reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    return settings
  }

  private mutating func settings(
    _ root: JSONNode, _ themeFault: (String) -> String?
  ) -> Settings {
    let members = members(of: root, "the settings", known: ["keys", "commands", "theme"])
    let commands = members["commands"].map { customCommands($0) } ?? []
    var keys = KeyTable(.vim)
    if let node = members["keys"] { keys = keyTable(node) }
    for (index, command) in commands.enumerated() {
      for context in command.command.contexts {
        keys.bind(command.keys, toCustom: index, named: command.command.name, in: context)
      }
    }
    let conflicts = keys.conflicts()
    for conflict in conflicts { report(text(of: conflict, in: keys), at: conflict.place ?? 0) }
    if conflicts.isEmpty, let context = keys.contextWithoutExit {
      let place = members["keys"]?.offset ?? root.offset
      report(
        "No key would lead out \(context.phrase); give one to back, quit or palette.", at: place)
    }
    return Settings(
      keymap: keys.keymap, customCommands: commands.map(\.command),
      theme: members["theme"].flatMap { theme($0, themeFault) })
  }

  private mutating func theme(_ node: JSONNode, _ fault: (String) -> String?) -> String? {
    guard let name = text(node, "theme") else { return nil }
    if let fault = fault(name) { report(fault, at: node.offset) }
    return name
  }

  private func text(of conflict: KeyTable.Conflict, in keys: KeyTable) -> String {
    let former = conflict.former
    let origin =
      former.place.map { "in line \(source.line(of: $0))" }
      ?? "by the preset “\(keys.preset.rawValue)”"
    let place = conflict.context.phrase
    let help = "Choose another key, or give \(former.name) another one there, or null."
    if former.sequence == conflict.latter.sequence {
      return "“\(former.sequence.name)” calls \(former.name) \(place), \(origin). \(help)"
    }
    let (short, long) =
      former.sequence.begins(conflict.latter.sequence)
      ? (former, conflict.latter) : (conflict.latter, former)
    return "“\(short.sequence.name)” calls \(short.name) \(place), so “\(long.sequence.name)” for"
      + " \(long.name) could never be finished; \(former.name) has its key \(origin). \(help)"
  }
}

/// What the parts of settings have in common.
extension SettingsReader {
  mutating func report(_ message: String, at offset: Int) {
    let fault = SettingsFault(
      line: source.line(of: offset), column: source.column(of: offset), message: message)
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// The members of an object; others than the known ones are faults.
  mutating func members(
    of node: JSONNode, _ what: String, known: [String]
  ) -> [String: JSONNode] {
    guard case .object(let members) = node.content else {
      report("Expected an object for \(what), found \(node.value.kind).", at: node.offset)
      return [:]
    }
    for (key, member) in members where !known.contains(key) {
      let hint = nearest(to: key, among: known).map { " Did you mean “\($0)”?" }
      report(
        "There is no “\(key)” in \(what).\(hint ?? " There is \(known.joined(separator: ", ")).")",
        at: member.keyOffset ?? member.offset)
    }
    return members
  }

  mutating func text(_ node: JSONNode, _ what: String) -> String? {
    if case .string(let text) = node.content, !text.isEmpty { return text }
    report("Expected a text for “\(what)”, found \(node.value.foundKind).", at: node.offset)
    return nil
  }

  mutating func flag(_ node: JSONNode, _ what: String) -> Bool? {
    if case .bool(let flag) = node.content { return flag }
    report("Expected true or false for “\(what)”, found \(node.value.kind).", at: node.offset)
    return nil
  }

  /// The keys of a text, a list of texts, or none for `null`.
  mutating func keys(_ node: JSONNode, of name: String) -> [KeyTable.Key] {
    switch node.content {
    case .null: return []
    case .string(let text): return key(text, named: name, at: node.offset).map { [$0] } ?? []
    case .array(let nodes):
      var keys: [KeyTable.Key] = []
      for node in nodes {
        if let text = text(node, name), let key = key(text, named: name, at: node.offset) {
          keys.append(key)
        }
      }
      return keys
    default:
      report(
        "Expected a key, a list of keys or null for “\(name)”, found \(node.value.kind).",
        at: node.offset)
      return []
    }
  }

  private mutating func key(_ text: String, named name: String, at offset: Int) -> KeyTable.Key? {
    do {
      return KeyTable.Key(try KeySequence(reading: text), calls: name, place: offset)
    } catch {
      report(error.message, at: offset)
      return nil
    }
  }
}

extension JSONValue {
  /// What was found where a text with something in it should stand.
  fileprivate var foundKind: String { self == .string("") ? "an empty one" : kind }
}

extension Command.Context {
  /// Where that is, within a sentence.
  var phrase: String { title.prefix(1).lowercased() + title.dropFirst() }
}
