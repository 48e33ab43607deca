import Drawing
import SluiceCore

extension AppState {
  mutating func handlePicker(_ key: Key, _ picker: Picker) -> [Effect] {
    var picker = picker
    switch key {
    case .escape, .control("c"):
      pop()
      return []
    case .enter: return choose(picker)
    case .up, .control("p"): picker.step(-1)
    case .down, .control("n"), .tab: picker.step(1)
    case .pageUp: picker.step(-10)
    case .pageDown: picker.step(10)
    default:
      guard picker.editor.handle(key) else { return [] }
      return search(picker)
    }
    replaceLayer(.picker(picker))
    return []
  }

  /// Narrows the list down to what was typed; lists that may be long are searched by the engine.
  mutating func search(_ picker: Picker) -> [Effect] {
    var picker = picker
    picker.selected = 0
    replaceLayer(.picker(picker))
    let project = ProjectReference.key(board.project.key)
    return picker.purpose.suggestions.map {
      [.loadSuggestions($0, project, prefix: picker.editor.text)]
    } ?? []
  }

  private mutating func choose(_ picker: Picker) -> [Effect] {
    guard let item = picker.selectedItem else { return [] }
    switch picker.purpose {
    case .project:
      pop()
      guard let key = ProjectKey(item.value) else { return [] }
      guard key != board.project.key else { return setFilterText("") }
      return load(BoardQuery(project: .key(key), limit: Self.windowSize))
    case .view:
      pop()
      return showView(item.value)
    case .assignee(let key):
      pop()
      let edit = TicketEdit(assignee: .init(item.value.isEmpty ? nil : item.value))
      return [applying(.edit(edit), to: key, saying: edit.sentence(of: key))]
    case .labels(let key): return toggleLabel(item.value, of: key, picker)
    case .option(let key, let field):
      pop()
      return [
        applying(
          .setValue(field: field.key, text: item.value), to: key,
          saying: "\(field.name): \(item.value)")
      ]
    case .priority(let key):
      pop()
      let priority = Priority.allCases.first { $0.name == item.value }
      return priority.map { setPriority($0, of: key) } ?? []
    case .move(let key):
      pop()
      return go(key, to: item.value)
    case .marked(let choice):
      pop()
      return choose(item.value, for: choice)
    case .decision:
      pop()
      return takeBackDecision(chosen: item.value)
    }
  }

  /// Labels are put on and taken off one by one while the list stays open.
  private mutating func toggleLabel(
    _ label: String, of key: TicketKey, _ picker: Picker
  ) -> [Effect] {
    var picker = picker
    let isNew = picker.marked.insert(label).inserted
    if !isNew { picker.marked.remove(label) }
    if !picker.items.contains(where: { $0.value == label }) {
      picker.items.append(Picker.Item(value: label, text: label))
    }
    picker.editor = LineEditor()
    picker.selected = picker.items.firstIndex { $0.value == label } ?? 0
    replaceLayer(.picker(picker))
    let edit = isNew ? TicketEdit(addedLabels: [label]) : TicketEdit(removedLabels: [label])
    return [applying(.edit(edit), to: key, saying: edit.sentence(of: key))]
  }

  mutating func take(_ result: Result<[Project], EngineError>) -> [Effect] {
    guard case .picker(var picker) = layers.last, picker.purpose == .project else { return [] }
    switch result {
    case .failure(let error): fail(error)
    case .success(let projects):
      picker.items = projects.map {
        Picker.Item(value: $0.key.text, text: "\($0.key)  \($0.name)")
      }
      picker.selected = picker.items.firstIndex { $0.value == board.project.key.text } ?? 0
      replaceLayer(.picker(picker))
    }
    return []
  }

  /// Takes suggestions only if they answer what is typed now.
  mutating func take(
    suggestions names: [String], of kind: SuggestionKind, for query: String
  ) -> [Effect] {
    if case .filter(let prompt) = layers.last {
      take(suggestions: names, of: kind, for: query, in: prompt)
    }
    guard case .picker(var picker) = layers.last, picker.purpose.suggestions == kind,
      picker.editor.text == query
    else { return [] }
    switch (kind, picker.purpose) {
    case (.assignee, _): picker.items = assigneeItems(names)
    case (.label, .marked): picker.items = labelItems(names, typed: query)
    case (.label, _):
      let all = Set(names).union(picker.marked)
      picker.items = all.sorted().map { Picker.Item(value: $0, text: $0) }
    }
    picker.step(0)
    replaceLayer(.picker(picker))
    return []
  }
}

extension Picker.Purpose {
  /// What the engine is asked for while it is searched; `nil` for lists that are known.
  fileprivate var suggestions: SuggestionKind? {
    switch self {
    case .assignee, .marked(.assignee): .assignee
    case .labels, .marked(.labels): .label
    case .project, .view, .option, .priority, .move, .decision, .marked: nil
    }
  }
}
