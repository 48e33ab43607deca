import Drawing

extension AppState {
  /// A key while what help is searched for is being typed.
  mutating func handleSearch(_ key: Key, _ help: Help, _ editor: LineEditor) -> [Effect] {
    var help = help
    var editor = editor
    switch key {
    case .enter:
      help.query = editor.text
      help.editor = nil
    case .escape, .control("c"), .control("g"):
      help.query = ""
      help.editor = nil
      help.selected = 0
    case .up: return goInHelp(.up, help)
    case .down: return goInHelp(.down, help)
    default:
      guard editor.handle(key) else { return [] }
      help.editor = editor
      help.selected = 0
    }
    replaceLayer(.help(help))
    return []
  }
}
