import Drawing
import SluiceCore

extension AppState {
  mutating func handleFilter(_ key: Key, _ former: FilterPrompt) -> [Effect] {
    var prompt = former
    prompt.isRefused = false
    let candidates = completion(of: prompt).candidates
    switch key {
    case .enter:
      if prompt.selected != nil { return accept(prompt) }
      return applyFilter(prompt)
    case .escape, .control("c"):
      pop()
      return setFilterText(prompt.former)
    case .tab: return accept(prompt)
    case .right where prompt.editor.isAtEnd && !candidates.isEmpty: return accept(prompt)
    case .down, .control("n"), .up, .control("p"), .backTab:
      guard !candidates.isEmpty else { return goToBoard(key) }
      prompt.step(key == .down || key == .control("n") ? 1 : -1, among: candidates.count)
      replaceLayer(.filter(prompt))
      return []
    case .control("s"): return nameView(prompt)
    default:
      guard prompt.editor.handle(key) else { return [] }
      return setFilter(prompt)
    }
  }

  private mutating func goToBoard(_ key: Key) -> [Effect] {
    guard key == .up || key == .down, faults(ofText: board.filterText).isEmpty else { return [] }
    pop()
    return perform(keymap.action(for: key, in: .board))
  }

  private func faults(ofText text: String) -> [FilterFault] {
    reading(text).faults
  }

  /// Leaves the line once all that stands on it is understood; until then a fault is told where it is.
  private mutating func applyFilter(_ prompt: FilterPrompt) -> [Effect] {
    guard faults(ofText: prompt.editor.text).isEmpty else {
      var prompt = prompt
      prompt.isRefused = true
      replaceLayer(.filter(prompt))
      return []
    }
    pop()
    return []
  }

  /// Puts the chosen candidate, else the first, in place of what is typed.
  private mutating func accept(_ prompt: FilterPrompt) -> [Effect] {
    let completion = completion(of: prompt)
    let place = prompt.selected ?? 0
    guard completion.candidates.indices.contains(place) else { return [] }
    let candidate = completion.candidates[place]
    var prompt = prompt
    prompt.editor.replace(completion.range, with: candidate.text)
    if candidate.isWhole, prompt.editor.isAtEnd { _ = prompt.editor.handle(.character(" ")) }
    return setFilter(prompt)
  }

  mutating func setFilter(_ prompt: FilterPrompt) -> [Effect] {
    var prompt = prompt
    prompt.selected = nil
    let suggestions = ask(&prompt)
    replaceLayer(.filter(prompt))
    return setFilterText(prompt.editor.text) + suggestions
  }

  /// Asks the engine for people or labels where such are being typed.
  private func ask(_ prompt: inout FilterPrompt) -> [Effect] {
    let completion = completion(of: prompt)
    guard let kind = completion.question else { return [] }
    let question = FilterPrompt.Question(kind: kind, prefix: completion.prefix)
    guard question != prompt.asked else { return [] }
    prompt.asked = question
    return [
      .loadSuggestions(kind, .key(board.project.key), prefix: completion.prefix)
    ]
  }

  /// Takes people or labels if they answer what is typed now.
  mutating func take(
    suggestions names: [String], of kind: SuggestionKind, for query: String, in prompt: FilterPrompt
  ) {
    guard let asked = prompt.asked, asked == FilterPrompt.Question(kind: kind, prefix: query) else {
      return
    }
    var prompt = prompt
    switch asked.kind {
    case .assignee: prompt.people = names
    case .label: prompt.labels = names
    }
    replaceLayer(.filter(prompt))
  }

  /// Shows what a text lets through once it is understood; until then the board stays as it is.
  mutating func setFilterText(_ text: String) -> [Effect] {
    guard text != board.filterText else { return [] }
    board.filterText = text
    guard let read = reading(text).filter else { return [] }
    let former = filter
    board.filter = read
    guard filter != former else { return [] }
    return load(boardQuery)
  }

  /// Who asks the filter, and when.
  var filterContext: FilterContext { FilterContext(me: user, now: now, today: today) }

  /// Whether a card passes the filter; `nil` where that depends on what cards do not tell.
  func verdict(on card: Card) -> Bool? {
    filter.whole.verdict(on: FilterSubject(card, in: board.workflow), filterContext)
  }

  /// The filter in the words of an engine.
  var filter: BoardFilter {
    guard !board.filter.isEverything else { return .everything }
    let views = views
    let key = board.project.key
    let resolved = try? board.filter.resolved(me: user, today: today) { views.filter($0, on: key) }
    // What has no meaning any more is refused by the engine, so that it cannot mean everything.
    return BoardFilter(resolved ?? board.filter)
  }
}
