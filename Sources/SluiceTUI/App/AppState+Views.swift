import SluiceCore

extension AppState {
  /// Lists the saved views, to show one.
  mutating func pickView() -> [Effect] {
    let views = boardViews
    guard !views.isEmpty else {
      notice = Notice(
        kind: .information, text: "There is no saved view yet: / types a filter, ^S there saves it."
      )
      return []
    }
    let items = views.map { view in
      Picker.Item(value: view.name, text: view.name, detail: view.text)
    }
    push(.picker(Picker(.view, "Show view", items: items)))
    return []
  }

  /// Shows what a saved view lets through.
  mutating func showView(_ name: String) -> [Effect] {
    setFilterText(FilterTerm.view(name).description)
  }

  /// Asks what to call the filter that is being typed.
  mutating func nameView(_ prompt: FilterPrompt) -> [Effect] {
    let text = prompt.editor.text.trimmingBlanks
    guard !text.isEmpty, reading(text).faults.isEmpty else {
      var prompt = prompt
      prompt.isRefused = true
      replaceLayer(.filter(prompt))
      return []
    }
    pop()
    push(.prompt(Prompt(.viewName(text), "Save “\(text)” as")))
    return []
  }

  /// Keeps a filter under a name, for this board and for as long as one likes.
  mutating func saveView(_ name: String, _ text: String) -> [Effect] {
    let view = SavedView(name: name, text: text)
    let isNew = !boardViews.contains { $0.name == name }
    views.save(view)
    say(isNew ? "Saved view \(name)" : "Replaced view \(name)")
    return [.saveView(view)]
  }
}
