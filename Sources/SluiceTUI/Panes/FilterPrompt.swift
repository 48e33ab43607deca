import SluiceCore

/// A filter that is being typed.
struct FilterPrompt: Equatable {
  var editor: LineEditor
  /// What comes back if it is given up.
  let former: String
  /// The place of the candidate that was chosen from the list; `nil` while none is.
  var selected: Int?
  /// Whether it was to be kept although something is wrong with it, which is said then.
  var isRefused = false
  /// The people and labels that the engine told last.
  var people: [String] = []
  var labels: [String] = []
  /// What the engine was asked for last.
  var asked: Question?

  /// What is asked of the engine: people or labels that begin so.
  struct Question: Equatable {
    let kind: SuggestionKind
    let prefix: String
  }

  init(_ text: String) {
    editor = LineEditor(text)
    former = text
  }

  /// Moves among the candidates; above the first one none is chosen.
  mutating func step(_ distance: Int, among count: Int) {
    let place = min((selected ?? -1) + distance, count - 1)
    selected = place < 0 ? nil : place
  }
}

extension AppState {
  /// What could stand where the cursor of a filter is.
  func completion(of prompt: FilterPrompt) -> FilterCompletion {
    let names = FilterCompletion.Names(
      statuses: board.workflow.statuses.map(\.name), stages: board.workflow.stages.map(\.name),
      views: boardViews.map(\.name), labels: prompt.labels, people: prompt.people)
    return FilterCompletion(prompt.editor.text, caret: prompt.editor.cursor, names)
  }

  /// The saved views of the board.
  var boardViews: [SavedView] { views.views(on: board.project.key) }

  /// A filter as it is read on the board, where views, statuses and stages are known.
  func reading(_ text: String) -> FilterReading {
    let reading = FilterReading(text).knowing(views: views, on: board.project.key)
    guard reading.namesPlaces else { return reading }
    let cards = board.columns.flatMap(\.cards)
    let guests = cards.compactMap(\.bound)
    return reading.knowing(
      statuses: board.workflow.statuses.map(\.name) + guests.map(\.status),
      stages: board.workflow.stages.flatMap { [$0.name, $0.key] },
      // Where some are bound to other workflows, tickets may stand in places that are not in sight.
      areAll: guests.isEmpty)
  }

  /// The faults of a filter that are worth telling: not of the word that is still being typed.
  func faults(of prompt: FilterPrompt) -> [FilterFault] {
    let caret = prompt.editor.cursor
    return reading(prompt.editor.text).faults.filter { fault in
      prompt.isRefused || !(fault.range.lowerBound...fault.range.upperBound).contains(caret)
        || completion(of: prompt).candidates.isEmpty
    }
  }
}
