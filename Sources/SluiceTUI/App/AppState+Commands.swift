import Drawing
import SluiceCore

extension AppState {
  /// Does what a key of the table stands for.
  mutating func perform(_ action: Action?) -> [Effect] {
    guard let action, !refuses(action.command) else { return [] }
    if case .ticket(let page) = layers.last, page.isGone, action.command.needsTicket {
      let back = keymap.shown(.back, in: .ticket)
      notice = Notice(kind: .warning, text: "\(page.key) was deleted; \(back) goes back.")
      return []
    }
    switch action.command {
    case .up, .down, .left, .right, .top, .bottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp,
      .firstColumn, .lastColumn, .nextStage, .previousStage:
      return go(action.command)
    case .moveToNumber, .carryBack, .carryOn, .previewMove, .takeMove, .stay:
      return move(action)
    case .focusGate, .toggleRequirement, .fillRequirement, .clearRequirement:
      return workOnGate(action.command)
    case .newTicket, .editTicket, .editDescription, .comment, .assign, .labels, .due,
      .priorityUrgent, .priorityHigh, .priorityMedium, .priorityLow, .deleteTicket:
      return change(action.command)
    case .nextItem, .previousItem, .changeItem, .search, .nextMatch, .previousMatch:
      return workOnPage(action.command)
    case .undo: return takeBack(.undo)
    case .redo: return takeBack(.redo)
    case .filter, .clearFilter, .switchProject, .openTicket, .nextPane:
      return find(action.command)
    case .help, .refresh, .redraw, .suspend, .back, .quit:
      return control(action.command)
    }
  }

  private mutating func control(_ command: CommandID) -> [Effect] {
    switch command {
    case .help: push(.help(top: 0))
    case .refresh:
      say("Read anew")
      return reload()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .back: goBack()
    default: return [.quit]
    }
    return []
  }

  private mutating func find(_ command: CommandID) -> [Effect] {
    switch command {
    case .filter:
      push(.filter(LineEditor(board.filterText), former: board.filterText))
    case .clearFilter:
      guard !board.filterText.isEmpty else { return [] }
      return setFilterText("")
    case .switchProject:
      push(.picker(Picker(.project, "Go to project")))
      return [.loadProjects]
    case .openTicket:
      guard let key = board.focusedCard?.key else { return [] }
      push(.ticket(TicketPage(key, detail: board.focusedDetail)))
      return [.loadTicket(key), .loadHistory(key, PageRequest(limit: 100))]
    default:
      guard layout.shape == .medium else { return workOnGate(.focusGate) }
      board.drawer = board.drawer.next
    }
    return []
  }

  /// The ticket that commands are about: the one that is open, else the focused one.
  var subject: TicketKey? {
    for case .ticket(let page) in layers.reversed() { return page.key }
    return board.focusedCard?.key
  }

  /// The detail of the subject, if it is read.
  var subjectDetail: TicketDetail? {
    for case .ticket(let page) in layers.reversed() { return page.detail }
    return board.focusedDetail
  }
}
