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
    /// The number of a command that the person has set up.
    var number: Int?

    /// What a key at a place among its keys calls.
    func action(of variant: Int) -> Action {
      Action(command: command, variant: number ?? variant)
    }
  }

  /// What can be called, in the order of the table; then what the person has set up.
  ///
  /// A few hundred are searched faster than a table of them is made at each start.
  private var entries: [Entry] = []

  /// The keys of the table.
  static let standard = Keymap { command, _ in command.keys }

  /// Keys that do not contradict one another; those of the commands that the person has set up by their
  /// numbers.
  init(
    _ bindings: [Command.Context: Bindings], custom: [Command.Context: [[KeySequence]]] = [:]
  ) {
    self.init { command, context in bindings[context]?[command.id] ?? [] }
    for context in Command.Context.allCases {
      for (number, keys) in (custom[context] ?? []).enumerated() {
        entries.append(Entry(command: .custom, context: context, keys: keys, number: number))
      }
    }
  }

  private init(keys: (Command, Command.Context) -> [KeySequence]) {
    for command in CommandTable.all {
      for context in command.contexts {
        let keys = keys(command, context)
        entries.append(Entry(command: command.id, context: context, keys: keys))
      }
    }
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
          return .action(entry.action(of: variant))
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
    entries.first { $0.number == index && $0.context == context }?.keys ?? []
  }

  /// What may follow the keys that were pressed, in the order of the table.
  func continuations(of keys: [Key], in context: Command.Context) -> [(KeySequence, Action)] {
    entries.lazy.filter { $0.context == context }.flatMap { entry in
      entry.keys.filter { $0.keys.count > keys.count && $0.keys.starts(with: keys) }
        .map { (KeySequence(Array($0.keys.dropFirst(keys.count))), entry.action(of: 0)) }
    }
  }
}
