import Drawing
import SluiceCore

extension AppState {
  /// What the palette offers for what is typed: commands, or what the argument may be.
  func items(of palette: CommandPalette) -> [Picker.Item] {
    if let command = palette.command {
      let typed = palette.parts.argument ?? ""
      return suggestions(for: command.id).compactMap { text in
        FuzzyMatch(typed, in: text) == nil ? nil : Picker.Item(value: text, text: text)
      }
    }
    return matches(of: palette).map { entry in
      Picker.Item(value: entry.name, text: entry.name, detail: entry.keys)
    }
  }

  /// The commands that what is typed may mean, the likeliest first; those that do nothing now come last.
  func matches(of palette: CommandPalette) -> [CommandEntry] {
    let entries = entries()
    let typed = String(palette.editor.text.trimmingBlanks.map { $0 == " " ? "-" : $0 })
    let ranked: [(CommandEntry, FuzzyMatch?)]
    if typed.isEmpty {
      ranked = entries.map { ($0, nil) }
    } else {
      let fitting = entries.enumerated().compactMap { place, entry in
        entry.match(typed).map { (place: place, entry: entry, match: $0) }
      }
      ranked = fitting.sorted { left, right in
        left.match == right.match ? left.place < right.place : left.match > right.match
      }.map { ($0.entry, $0.match) }
    }
    let entriesInOrder = ranked.map(\.0)
    return entriesInOrder.filter { $0.obstacle == nil }
      + entriesInOrder.filter { $0.obstacle != nil }
  }

  mutating func handlePalette(_ key: Key, _ palette: CommandPalette) -> [Effect] {
    var palette = palette
    switch key {
    case .escape, .control("c"), .control("g"):
      pop()
      return []
    case .enter: return take(palette)
    case .tab: complete(&palette)
    case .up where palette.selected == 0, .control("p") where palette.selected == 0:
      recall(1, in: &palette)
    case .down where palette.past != nil, .control("n") where palette.past != nil:
      recall(-1, in: &palette)
    case .up, .control("p"): step(-1, in: &palette)
    case .down, .control("n"): step(1, in: &palette)
    case .pageUp: step(-10, in: &palette)
    case .pageDown: step(10, in: &palette)
    default:
      guard palette.editor.handle(key) else { return [] }
      palette.selected = 0
      palette.past = nil
    }
    replaceLayer(.palette(palette))
    return []
  }

  private func step(_ distance: Int, in palette: inout CommandPalette) {
    let last = max(0, items(of: palette).count - 1)
    palette.selected = min(max(palette.selected + distance, 0), last)
  }

  /// Goes back to what was called before, or forth again.
  private func recall(_ distance: Int, in palette: inout CommandPalette) {
    let place = (palette.past ?? -1) + distance
    guard called.indices.contains(place) else {
      if place < 0 { palette = CommandPalette() }
      return
    }
    palette = CommandPalette(called[called.count - 1 - place])
    palette.past = place
  }

  /// Writes the chosen entry out.
  private func complete(_ palette: inout CommandPalette) {
    let items = items(of: palette)
    guard items.indices.contains(palette.selected) else { return }
    let value = items[palette.selected].value
    if let command = palette.command {
      palette = CommandPalette("\(command.name) \(value)")
    } else {
      let takesMore = CommandTable.command(named: value)?.argument != nil
      palette = CommandPalette(value + (takesMore ? " " : ""))
    }
  }

  /// Opens the line in which commands are called, with something on it.
  mutating func openPalette(_ text: String = "") {
    calling = subject
    push(.palette(CommandPalette(text)))
  }

  /// Why a command would be about another ticket than was in sight when it was called; `nil` if it is not.
  private func straying(_ id: CommandID) -> String? {
    guard id.needsTicket, marks.isEmpty, let calling, subject != calling else { return nil }
    return "\(calling) is in focus no more, so nothing was done."
  }

  private mutating func take(_ palette: CommandPalette) -> [Effect] {
    if palette.editor.text.isEmpty, palette.selected == 0 {
      pop()
      return []
    }
    if let command = palette.command { return call(command, palette) }
    let matches = matches(of: palette)
    guard matches.indices.contains(palette.selected) else {
      if let opening = opening(palette.editor.text.trimmingBlanks) { return take(opening) }
      say("There is no command “\(palette.editor.text.trimmingBlanks)”.")
      return []
    }
    return call(matches[palette.selected])
  }

  /// What opens the ticket whose key or number was typed instead of a command.
  private func opening(_ text: String) -> CommandPalette? {
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    guard isNumber || TicketKey(text) != nil else { return nil }
    return CommandPalette("\(CommandID.openTicket.name) \(text)")
  }

  /// Calls a command that was chosen from a list, or asks for what it needs.
  mutating func call(_ entry: CommandEntry) -> [Effect] {
    if let obstacle = entry.obstacle ?? straying(entry.action.command) {
      say(obstacle)
      return []
    }
    pop()
    let command = CommandTable.command(named: entry.name)
    guard command?.argument?.isNeeded != true else {
      push(.palette(CommandPalette(entry.name + " ")))
      return []
    }
    remember(entry.name)
    return perform(entry.action)
  }

  private mutating func call(_ command: Command, _ palette: CommandPalette) -> [Effect] {
    if let reason = obstacle(toCalling: command.id) {
      say(reason)
      return []
    }
    let argument = argument(of: command, palette)
    if command.id != .openTicket || argument.isEmpty, let reason = straying(command.id) {
      say(reason)
      return []
    }
    guard !argument.isEmpty else {
      if command.argument?.isNeeded == true {
        say("“\(command.name)” needs \(command.argument?.name ?? "").")
        return []
      }
      pop()
      remember(command.name)
      return perform(Action(command: command.id, variant: 0))
    }
    let layer = layers.last
    pop()
    switch call(command.id, with: argument) {
    case .success(let effects):
      remember("\(command.name) \(argument)")
      return effects
    case .failure(let fault):
      if let layer { push(layer) }
      notice = Notice(kind: .warning, text: fault.message)
      return []
    }
  }

  /// What was typed; where only some words are possible, the chosen one of those that it fits.
  private func argument(of command: Command, _ palette: CommandPalette) -> String {
    let typed = palette.parts.argument ?? ""
    guard command.argument?.isChosen == true, !typed.isEmpty || palette.selected > 0 else {
      return typed
    }
    let items = items(of: palette)
    return items.indices.contains(palette.selected) ? items[palette.selected].value : typed
  }

  private mutating func remember(_ line: String) {
    called.removeAll { $0 == line }
    called.append(line)
    if called.count > Self.mostCalled { called.removeFirst() }
  }

  /// How many lines of the palette are kept.
  private static let mostCalled = 50
}
