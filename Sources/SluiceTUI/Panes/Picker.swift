import SluiceCore

/// A list to choose from, narrowed down by typing.
struct Picker: Equatable {
  /// What is chosen.
  enum Purpose: Equatable {
    case project
    /// A saved view to show.
    case view
    case assignee(TicketKey)
    case labels(TicketKey)
    case option(TicketKey, Field)
    case priority(TicketKey)
    /// Where to move a ticket whose statuses are not the board's columns.
    case move(TicketKey)
    /// What all marked tickets get.
    case marked(MarkedChoice)
    /// Which decision of triage to take back.
    case decision
  }

  /// One row of the list.
  struct Item: Equatable {
    /// What is chosen by it.
    let value: String
    /// What is shown.
    let text: String
    /// What is shown beside it.
    var detail = ""
  }

  let purpose: Purpose
  let title: String
  var editor = LineEditor()
  var items: [Item]
  var selected = 0
  /// What of the items is chosen already; only labels can be several.
  var marked: Set<String> = []

  init(_ purpose: Purpose, _ title: String, items: [Item] = [], marked: Set<String> = []) {
    self.purpose = purpose
    self.title = title
    self.items = items
    self.marked = marked
  }

  /// The items that contain what was typed.
  var shown: [Item] {
    let query = editor.text.trimmingBlanks.lowercased()
    guard !query.isEmpty else { return items }
    var shown = items.filter { $0.text.lowercased().contains(query) }
    if let new = newItem { shown.append(new) }
    return shown
  }

  /// What was typed as a new label or person, unless it is in the list.
  private var newItem: Item? {
    let text = editor.text.trimmingBlanks
    switch purpose {
    case .assignee, .labels:
      guard !items.contains(where: { $0.value == text }) else { return nil }
      return Item(value: text, text: text, detail: "new")
    case .marked(.assignee):
      guard !items.contains(where: { $0.value == text }) else { return nil }
      return Item(value: text, text: text, detail: "new")
    case .project, .view, .option, .priority, .move, .decision, .marked: return nil
    }
  }

  var selectedItem: Item? {
    let shown = shown
    return shown.indices.contains(selected) ? shown[selected] : nil
  }

  mutating func step(_ distance: Int) {
    selected = min(max(selected + distance, 0), max(0, shown.count - 1))
  }
}
