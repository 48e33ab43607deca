import Drawing
import SluiceCore

extension AppState {
  mutating func handleFilter(_ key: Key, _ editor: LineEditor, former: String) -> [Effect] {
    var editor = editor
    switch key {
    case .enter:
      pop()
      sayNotUnderstood()
      return []
    case .escape, .control("c"):
      pop()
      return setFilterText(former)
    case .up, .down:
      pop()
      return perform(keymap.action(for: key, in: .board))
    default:
      guard editor.handle(key) else { return [] }
      return setFilter(editor, former: former)
    }
  }

  private mutating func sayNotUnderstood() {
    let parts = BoardFilter.notUnderstood(in: board.filterText)
    guard !parts.isEmpty else { return }
    let text = "Not understood and left out: \(parts.joined(separator: " "))."
    notice = Notice(
      kind: .warning,
      text: text + " There are assignee:NAME, assignee:none, label:NAME and prio>=high.")
  }

  mutating func setFilter(_ editor: LineEditor, former: String) -> [Effect] {
    replaceLayer(.filter(editor, former: former))
    return setFilterText(editor.text)
  }

  mutating func setFilterText(_ text: String) -> [Effect] {
    guard text != board.filterText else { return [] }
    let former = filter
    board.filterText = text
    guard filter != former else { return [] }
    return load(boardQuery)
  }
}
