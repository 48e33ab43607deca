internal import Drawing
public import SluiceCore

extension AppState {
  /// Triage, if one is in it.
  var triage: Triage? {
    for case .triage(let triage) in layers { return triage }
    return nil
  }

  mutating func updateTriage(_ change: (inout Triage) -> Void) {
    for index in layers.indices {
      guard case .triage(var triage) = layers[index] else { continue }
      // So that the state is not copied where only this layer holds it.
      layers[index] = .palette(CommandPalette())
      change(&triage)
      layers[index] = .triage(triage)
      return
    }
  }

  /// Begins with the focused ticket, goes on down its column, and takes what stands above it last.
  mutating func beginTriage() -> [Effect] {
    guard let column = board.focusedColumn, column.selectedCard != nil else {
      notice = Notice(
        kind: .information, text: "There is no ticket here to decide about.")
      return []
    }
    let queue = TriageQueue(
      [column.status], startingWith: Array(column.cards.dropFirst(column.selected)),
      hasLater: column.hasLater)
    push(.triage(Triage(queue: queue, title: board.workflow.statusName(column.status))))
    keepRead()
    return []
  }

  /// Begins at the top of the first stage, or with everything unfinished that a filter lets through, once
  /// the board was read with it.
  ///
  /// A filter that is not understood lets everything through.
  public mutating func startTriage(
    filteredBy text: String, read: (BoardQuery) throws(EngineError) -> Board
  ) throws(EngineError) {
    if let filter = reading(text).filter, !filter.isEverything {
      (board.filterText, board.filter) = (text, filter)
      _ = open(try read(boardQuery))
    }
    let isFiltered = !board.filterText.isEmpty
    let workflow = board.workflow
    let statuses =
      isFiltered
      ? workflow.statuses.map(\.id).filter { !workflow.isTerminal($0) }
      : workflow.stages.first?.statuses ?? []
    let columns = board.columns.filter { statuses.contains($0.status) }
    let queue = TriageQueue(
      columns.map(\.status), startingWith: columns.first?.cards ?? [],
      hasLater: columns.first?.hasLater ?? false)
    let title = isFiltered ? workflow.name : workflow.stages.first?.name ?? workflow.name
    var triage = Triage(queue: queue, title: title)
    triage.isAlone = true
    push(.triage(triage))
    keepRead()
  }

  /// Shows at once what of the first ticket was read on the board.
  mutating func keepRead() {
    guard let detail = board.detail else { return }
    let workflow = board.workflow
    updateTriage { triage in
      triage.queue.update(detail.state.ticket.key) { $0.take(detail, in: workflow) }
    }
  }

  mutating func workInTriage(_ command: CommandID) -> [Effect] {
    switch command {
    case .triage: return beginTriage()
    case .leaveTriage: return leaveTriage()
    case .skip: return skip()
    case .decisions: return showDecisions()
    case .assignAgain: return assignAgain()
    default: return labelAgain()
    }
  }

  /// Why Esc does not leave triage that nothing lies behind; `nil` if it does.
  ///
  /// It is pressed once too often after a list, and what is typed then would go to the shell.
  func reasonToStay(after key: Key) -> String? {
    guard key == .escape, triage?.isAlone == true else { return nil }
    let others = keymap.keys(of: .leaveTriage, in: .triage).filter { $0.keys != [.escape] }
    return others.first.map { "“\($0.shown)” leaves." }
  }

  /// Goes back to the board; leaves the program where it was opened for triage alone.
  private mutating func leaveTriage() -> [Effect] {
    guard let triage, !triage.isAlone else { return [.quit] }
    let count = triage.trail.decisions.count { $0.stands && $0.kind != .skip }
    pop()
    fitToSize()
    if count > 0 {
      say("Left triage with \(count) decided; \(keymap.shown(.triage)) goes on from here")
    }
    return loadFocused()
  }

  private mutating func skip() -> [Effect] {
    guard let entry = triage?.current else { return [] }
    updateTriage { triage in
      if let reason = entry.absence {
        triage.queue.leaveOut(entry.key)
        triage.trail.append(.absence(of: entry.key, reason))
        triage.top = 0
      } else {
        triage.trail.append(.skip(entry))
        triage.advance()
      }
    }
    return []
  }

  private mutating func assignAgain() -> [Effect] {
    guard let triage, let key = currentKey else { return [] }
    guard let name = triage.lastAssignee else {
      notice = Notice(
        kind: .information,
        text: "Nobody was assigned yet; \(keymap.shown(.assign, in: .triage)) assigns.")
      return []
    }
    return [
      applying(
        .edit(TicketEdit(assignee: .init(name))), to: key, saying: "\(key) → \(name)")
    ]
  }

  private mutating func labelAgain() -> [Effect] {
    guard let triage, let key = currentKey else { return [] }
    guard let label = triage.lastLabel else {
      notice = Notice(
        kind: .information,
        text: "No label was added yet; \(keymap.shown(.labels, in: .triage)) chooses one.")
      return []
    }
    return [
      applying(
        .edit(TicketEdit(addedLabels: [label])), to: key,
        saying: "Label “\(label)” added to \(key)")
    ]
  }

  mutating func scrollTriage(_ command: CommandID) {
    let page = max(1, triageTextRows)
    let last = max(0, triageTextLength - page)
    updateTriage { triage in
      switch command {
      case .down: triage.top += 1
      case .up: triage.top -= 1
      case .halfPageDown: triage.top += max(1, page / 2)
      case .halfPageUp: triage.top -= max(1, page / 2)
      case .pageDown: triage.top += max(1, page - 1)
      case .pageUp: triage.top -= max(1, page - 1)
      case .top: triage.top = 0
      default: triage.top = last
      }
      triage.top = min(max(triage.top, 0), last)
    }
  }
}
