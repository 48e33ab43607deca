/// How keys are written where people read them.
extension Keymap {
  /// The first key of a command; where it has none, how the palette is asked for it.
  func shown(_ id: CommandID, in context: Command.Context = .board) -> String {
    if let key = keys(of: id, in: context).first?.shown { return key }
    return (keys(of: .palette, in: .board).first?.shown ?? "") + id.name
  }

  /// The keys of a command as help lists them: its first two, or what its numbers are.
  func list(of id: CommandID, in context: Command.Context) -> String {
    let keys = keys(of: id, in: context)
    return id == .moveToNumber ? range(of: keys) : list(keys)
  }

  /// The keys of a command that the person has set up, as help lists them.
  func list(ofCustom index: Int, in context: Command.Context) -> String {
    list(keys(ofCustom: index, in: context))
  }

  private func list(_ keys: [KeySequence]) -> String {
    let isPlain = keys.prefix(2).allSatisfy { $0.keys.count == 1 }
    return keys.prefix(2).map(\.shown).joined(separator: isPlain ? " " : ", ")
  }

  /// The keys of a command where it has some, of the places where it works.
  func list(of command: Command) -> String {
    command.contexts.lazy.map { list(of: command.id, in: $0) }.first { !$0.isEmpty } ?? ""
  }

  /// The keys of numbers, which are many, by the first and the last.
  private func range(of keys: [KeySequence]) -> String {
    guard let first = keys.first?.shown, let last = keys.last?.shown else { return "" }
    guard keys.count > 1 else { return first }
    return first.count == 1 && last.count == 1 ? "\(first)-\(last)" : "\(first) … \(last)"
  }

  /// The keys of commands that belong together, and what they do, for the bottom line; `nil` if none of them
  /// has a key.
  func hint(
    _ ids: CommandID..., separator: String = "", in context: Command.Context, _ text: String
  ) -> KeyHint? {
    hint(ids, separator: separator, in: context, text)
  }

  /// The same for commands in a list.
  func hint(
    _ ids: [CommandID], separator: String = "", in context: Command.Context, _ text: String
  ) -> KeyHint? {
    let keys = ids.compactMap { id in
      id == .moveToNumber
        ? range(of: self.keys(of: id, in: context)) : self.keys(of: id, in: context).first?.shown
    }.filter { !$0.isEmpty }
    guard !keys.isEmpty else { return nil }
    let areShort = keys.allSatisfy { $0.count == 1 }
    return KeyHint(keys.joined(separator: areShort ? separator : "/"), text)
  }
}
