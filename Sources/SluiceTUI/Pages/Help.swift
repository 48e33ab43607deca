import Drawing
import SluiceCore

/// The list of what can be done where one is.
struct Help: Equatable {
  /// The chosen entry.
  var selected = 0
  /// What is searched for.
  var query = ""
  /// The search as it is being typed.
  var editor: LineEditor?

  /// Whether a command has all that is searched for.
  fileprivate func finds(_ entry: CommandEntry) -> Bool {
    let words = (editor?.text ?? query).lowercased().split(separator: " ")
    let text = "\(entry.name) \(entry.summary) \(entry.keys)".lowercased()
    return words.allSatisfy { text.contains($0) }
  }
}

extension AppState {
  /// What works where help was called, as far as it is searched for.
  func entries(of help: Help) -> [CommandEntry] {
    let found = entries().filter { help.finds($0) }
    return found.filter { $0.obstacle == nil } + found.filter(wouldWork)
  }

  /// Whether a command does nothing only because nothing may be changed here, which its list tells last.
  private func wouldWork(_ entry: CommandEntry) -> Bool {
    entry.obstacle != nil && entry.obstacle == refusals[.changes]
  }

  mutating func goInHelp(_ command: CommandID, _ help: Help) -> [Effect] {
    let page = max(1, size.rows - 3)
    let last = max(0, entries(of: help).count - 1)
    let selected =
      switch command {
      case .down: help.selected + 1
      case .up: help.selected - 1
      case .pageDown: help.selected + page
      case .pageUp: help.selected - page
      case .halfPageDown: help.selected + page / 2
      case .halfPageUp: help.selected - page / 2
      case .top: 0
      case .bottom: last
      default: help.selected
      }
    var help = help
    help.selected = min(max(selected, 0), last)
    replaceLayer(.help(help))
    return []
  }

  mutating func workInHelp(_ command: CommandID, _ help: Help) -> [Effect] {
    var help = help
    switch command {
    case .searchHelp:
      help.editor = LineEditor(help.query)
      help.selected = 0
      replaceLayer(.help(help))
      return []
    default: return callEntry(of: help)
    }
  }

  private mutating func callEntry(of help: Help) -> [Effect] {
    let entries = entries(of: help)
    guard entries.indices.contains(help.selected) else { return [] }
    return call(entries[help.selected])
  }
}
