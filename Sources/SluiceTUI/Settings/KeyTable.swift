/// Keys that are being collected, each with the place in the settings where it stands.
struct KeyTable {
  /// A key as it was bound.
  struct Key: Equatable {
    let sequence: KeySequence
    /// The name of what it calls.
    let name: String
    /// Where it stands in the settings; `nil` for one of the preset.
    let place: Int?

    init(_ sequence: KeySequence, calls name: String, place: Int?) {
      self.sequence = sequence
      self.name = name
      self.place = place
    }
  }

  /// Two keys of which one can never be pressed to its end.
  struct Conflict {
    let context: Command.Context
    let former: Key
    let latter: Key

    /// Where the person wrote what does not go.
    var place: Int? { latter.place ?? former.place }
  }

  let preset: Preset
  private var keys: [Command.Context: [CommandID: [Key]]]
  private var custom: [Command.Context: [[Key]]] = [:]

  init(_ preset: Preset) {
    self.preset = preset
    keys = preset.bindings.mapValues { commands in
      commands.reduce(into: [:]) { keys, command in
        keys[command.key] = command.value.map { Key($0, calls: command.key.name, place: nil) }
      }
    }
  }

  mutating func bind(_ keys: [Key], to id: CommandID, in context: Command.Context) {
    self.keys[context]?[id] = keys
  }

  /// Binds the keys of a custom command, whose numbers come one after the other.
  mutating func bind(
    _ keys: [Key], toCustom index: Int, named name: String, in context: Command.Context
  ) {
    var lists = custom[context] ?? []
    while lists.count <= index { lists.append([]) }
    lists[index] = keys
    custom[context] = lists
  }
}

extension KeyTable {
  /// All keys of a place, in the order of the table.
  private func all(in context: Command.Context) -> [Key] {
    let commands = CommandTable.all.flatMap { keys[context]?[$0.id] ?? [] }
    return commands + (custom[context] ?? []).flatMap(\.self)
  }

  /// What contradicts one another; those of the preset come before those of the person.
  func conflicts() -> [Conflict] {
    Command.Context.allCases.flatMap { context in
      var known: [KeySequence: Key] = [:]
      var conflicts: [Conflict] = []
      let keys = all(in: context)
      let ordered =
        keys.filter { $0.place == nil }
        + keys.filter { $0.place != nil }
        .sorted { $0.place ?? 0 < $1.place ?? 0 }
      for key in ordered {
        if let former = known[key.sequence] ?? known.values.first(where: key.hinders) {
          conflicts.append(Conflict(context: context, former: former, latter: key))
        } else {
          known[key.sequence] = key
        }
      }
      return conflicts
    }
  }

  /// A place that could not be left any more.
  var contextWithoutExit: Command.Context? {
    Command.Context.allCases.first { context in
      [CommandID.back, .stay, .leaveTriage, .quit, .palette].allSatisfy {
        keys[context]?[$0]?.isEmpty ?? true
      }
    }
  }

  /// The keys without their places.
  var keymap: Keymap {
    Keymap(
      keys.mapValues { $0.mapValues { $0.map(\.sequence) } },
      custom: custom.mapValues { $0.map { $0.map(\.sequence) } })
  }
}

extension KeyTable.Key {
  /// Whether one of the two is only the beginning of the other.
  fileprivate func hinders(_ other: KeyTable.Key) -> Bool {
    sequence.begins(other.sequence) || other.sequence.begins(sequence)
  }
}
