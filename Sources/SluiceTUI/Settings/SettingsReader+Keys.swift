import SluiceCore

/// The section of keys.
extension SettingsReader {
  private static let preset = "preset"
  private static let everywhere = "everywhere"

  mutating func keyTable(_ node: JSONNode) -> KeyTable {
    let sections = Command.Context.allCases
    let members = members(
      of: node, "“keys”", known: [Self.preset, Self.everywhere] + sections.map(\.rawValue))
    var table = KeyTable(members[Self.preset].flatMap { preset($0) } ?? .vim)
    if let section = members[Self.everywhere] { bind(section, in: nil, &table) }
    for context in sections {
      if let section = members[context.rawValue] { bind(section, in: context, &table) }
    }
    return table
  }

  private mutating func preset(_ node: JSONNode) -> Preset? {
    guard let name = text(node, Self.preset) else { return nil }
    if let preset = Preset(rawValue: name) { return preset }
    let known = Preset.allCases.map(\.rawValue)
    let hint = nearest(to: name, among: known).map { "Did you mean “\($0)”?" }
    report(
      "There is no preset “\(name)”. \(hint ?? "There are \(known.joined(separator: ", ")).")",
      at: node.offset)
    return nil
  }

  /// Binds the commands of a section in its place, or wherever each of them works.
  private mutating func bind(
    _ section: JSONNode, in context: Command.Context?, _ table: inout KeyTable
  ) {
    let what = context.map { "“\($0.rawValue)”" } ?? "“\(Self.everywhere)”"
    guard case .object(let members) = section.content else {
      report("Expected an object for \(what), found \(section.value.kind).", at: section.offset)
      return
    }
    for (name, node) in members.sorted(by: { $0.value.offset < $1.value.offset }) {
      guard let command = command(name, at: node.keyOffset ?? node.offset, in: context) else {
        continue
      }
      let keys = keys(node, of: name)
      for context in context.map({ [$0] }) ?? command.contexts {
        table.bind(keys, to: command.id, in: context)
      }
    }
  }

  private mutating func command(
    _ name: String, at offset: Int, in context: Command.Context?
  ) -> Command? {
    guard let command = CommandTable.command(named: name) else {
      let known = CommandTable.all.filter { context.map($0.contexts.contains) ?? true }
      let hint = nearest(to: name, among: known.map(\.name)).map { "Did you mean “\($0)”?" }
      report(
        "There is no command “\(name)”. \(hint ?? "“sluice keys” lists them all.")", at: offset)
      return nil
    }
    guard let context, !command.contexts.contains(context) else { return command }
    let places = command.contexts.map(\.phrase).joined(separator: ", ")
    report("“\(name)” does nothing \(context.phrase); it works \(places).", at: offset)
    return nil
  }
}
