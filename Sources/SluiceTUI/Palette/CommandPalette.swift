import SluiceCore

/// The line in which commands are called by their names.
struct CommandPalette: Equatable {
  var editor: LineEditor
  /// The chosen entry of the list.
  var selected = 0
  /// How many lines back in what was called before; `nil` while something of one's own is typed.
  var past: Int?

  init(_ text: String = "") {
    editor = LineEditor(text)
  }

  /// The word that names a command, and what follows it; `nil` for that until a blank ends the word.
  var parts: (name: String, argument: String?) {
    let text = editor.text.drop { $0 == " " }
    guard let blank = text.firstIndex(of: " ") else { return (String(text), nil) }
    return (String(text[..<blank]), String(text[text.index(after: blank)...]).trimmingBlanks)
  }

  /// The command whose argument is being typed.
  var command: Command? {
    guard parts.argument != nil, let command = CommandTable.command(called: parts.name) else {
      return nil
    }
    return command.argument == nil ? nil : command
  }
}

/// A command as palette and help list it.
struct CommandEntry: Equatable {
  let action: Action
  let name: String
  let summary: String
  /// The keys in force, as they are shown; empty if there are none.
  let keys: String
  /// Why it does nothing now.
  let obstacle: String?
}

extension CommandEntry {
  /// How well letters fit its name, or what the command line calls it; `nil` if they do not.
  func match(_ letters: String) -> FuzzyMatch? {
    ([name] + action.command.otherNames).compactMap { FuzzyMatch(letters, in: $0) }.max()
  }
}
