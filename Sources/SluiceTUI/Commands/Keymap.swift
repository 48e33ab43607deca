import Drawing

/// Which keys call which command where.
public struct Keymap: Equatable, Sendable {
  /// What keys that were pressed one after the other mean.
  enum Meaning: Equatable {
    case nothing
    /// More is to come.
    case prefix
    case action(Action)
  }

  /// The keys of the commands of one place.
  typealias Bindings = [CommandID: [KeySequence]]

  /// A command in a place with the keys that call it, those to be shown first.
  private struct Entry: Equatable, Sendable {
    let command: CommandID
    let context: Command.Context
    let keys: [KeySequence]
  }

  /// What can be called, in the order of the table.
  ///
  /// A few hundred are searched faster than a table of them is made at each start.
  private let entries: [Entry]
  /// The keys of the commands that the person has set up, by their numbers.
  private let custom: [Command.Context: [[KeySequence]]]

  /// The keys of the table.
  static let standard = Keymap { command, _ in command.keys }

  /// Keys that do not contradict one another.
  init(
    _ bindings: [Command.Context: Bindings], custom: [Command.Context: [[KeySequence]]] = [:]
  ) {
    self.init(custom: custom) { command, context in bindings[context]?[command.id] ?? [] }
  }

  private init(
    custom: [Command.Context: [[KeySequence]]] = [:],
    keys: (Command, Command.Context) -> [KeySequence]
  ) {
    entries = CommandTable.all.flatMap { command in
      command.contexts.map { context in
        Entry(command: command.id, context: context, keys: keys(command, context))
      }
    }
    self.custom = custom
  }
}

extension Keymap {
  /// What the keys mean in a place, all of them together.
  func meaning(of keys: [Key], in context: Command.Context) -> Meaning {
    guard !keys.isEmpty else { return .nothing }
    var isPrefix = false
    for entry in entries where entry.context == context {
      for (variant, sequence) in entry.keys.enumerated() where sequence.keys.starts(with: keys) {
        guard sequence.keys.count > keys.count else {
          return .action(Action(command: entry.command, variant: variant))
        }
        isPrefix = true
      }
    }
    for (index, sequences) in (custom[context] ?? []).enumerated() {
      for sequence in sequences where sequence.keys.starts(with: keys) {
        guard sequence.keys.count > keys.count else {
          return .action(Action(command: .custom, variant: index))
        }
        isPrefix = true
      }
    }
    return isPrefix ? .prefix : .nothing
  }

  /// The command that a single key calls.
  func action(for key: Key, in context: Command.Context) -> Action? {
    guard case .action(let action) = meaning(of: [key], in: context) else { return nil }
    return action
  }

  /// The keys of a command in a place, those to be shown first.
  func keys(of id: CommandID, in context: Command.Context) -> [KeySequence] {
    entries.first { $0.command == id && $0.context == context }?.keys ?? []
  }

  /// The keys of a command that the person has set up.
  func keys(ofCustom index: Int, in context: Command.Context) -> [KeySequence] {
    guard let keys = custom[context], keys.indices.contains(index) else { return [] }
    return keys[index]
  }

  /// What may follow the keys that were pressed, in the order of the table.
  func continuations(of keys: [Key], in context: Command.Context) -> [(KeySequence, Action)] {
    let commands = CommandTable.all.map { command in
      (self.keys(of: command.id, in: context), Action(command: command.id, variant: 0))
    }
    let own = (custom[context] ?? []).enumerated().map { index, sequences in
      (sequences, Action(command: .custom, variant: index))
    }
    return (commands + own).flatMap { sequences, action in
      sequences.filter { $0.keys.count > keys.count && $0.keys.starts(with: keys) }
        .map { (KeySequence(Array($0.keys.dropFirst(keys.count))), action) }
    }
  }
}
