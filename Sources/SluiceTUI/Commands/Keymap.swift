import Drawing

/// Which keys call which command where.
public struct Keymap: Equatable, Sendable {
  /// What a key leads to.
  private indirect enum Node: Equatable, Sendable {
    case action(Action)
    case prefix([Key: Node])
  }

  /// What keys that were pressed one after the other mean.
  enum Meaning: Equatable {
    case nothing
    /// More is to come.
    case prefix
    case action(Action)
  }

  /// The keys of the commands of one place.
  typealias Bindings = [CommandID: [KeySequence]]

  /// What calls a command where, in the order in which it is shown.
  private(set) var bindings: [Command.Context: Bindings]
  /// The keys of the commands that the person has set up, by their numbers.
  private let custom: [Command.Context: [[KeySequence]]]
  /// The same by keys, so that a key is found with one look.
  private let roots: [Command.Context: [Key: Node]]

  /// The keys of the table.
  static let standard = Keymap(CommandTable.bindings)

  /// Keys that do not contradict one another.
  init(
    _ bindings: [Command.Context: Bindings], custom: [Command.Context: [[KeySequence]]] = [:]
  ) {
    self.bindings = bindings
    self.custom = custom
    var roots: [Command.Context: [Key: Node]] = [:]
    for (context, commands) in bindings {
      var root: [Key: Node] = [:]
      for (id, sequences) in commands {
        for (variant, sequence) in sequences.enumerated() {
          Self.insert(Action(command: id, variant: variant), sequence.keys[...], into: &root)
        }
      }
      for (index, sequences) in (custom[context] ?? []).enumerated() {
        for sequence in sequences {
          Self.insert(Action(command: .custom, variant: index), sequence.keys[...], into: &root)
        }
      }
      roots[context] = root
    }
    self.roots = roots
  }

  private static func insert(
    _ action: Action, _ keys: ArraySlice<Key>, into nodes: inout [Key: Node]
  ) {
    guard let key = keys.first else { return }
    guard keys.count > 1 else {
      nodes[key] = .action(action)
      return
    }
    var below: [Key: Node] = [:]
    if case .prefix(let nodes)? = nodes[key] { below = nodes }
    insert(action, keys.dropFirst(), into: &below)
    nodes[key] = .prefix(below)
  }
}

extension Keymap {
  /// What the keys mean in a place, all of them together.
  func meaning(of keys: [Key], in context: Command.Context) -> Meaning {
    guard var nodes = roots[context] else { return .nothing }
    for (index, key) in keys.enumerated() {
      switch nodes[key] {
      case nil: return .nothing
      case .action(let action): return index == keys.count - 1 ? .action(action) : .nothing
      case .prefix(let below): nodes = below
      }
    }
    return keys.isEmpty ? .nothing : .prefix
  }

  /// The command that a single key calls.
  func action(for key: Key, in context: Command.Context) -> Action? {
    guard case .action(let action)? = roots[context]?[key] else { return nil }
    return action
  }

  /// The keys of a command in a place, those to be shown first.
  func keys(of id: CommandID, in context: Command.Context) -> [KeySequence] {
    bindings[context]?[id] ?? []
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
