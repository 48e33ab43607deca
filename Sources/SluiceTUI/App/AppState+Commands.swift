import Drawing
import SluiceCore

extension AppState {
  /// Does what a key of the table stands for.
  mutating func perform(_ action: Action?) -> [Effect] {
    guard let action else { return [] }
    if let obstacle = obstacle(to: action.command) {
      // Esc is often pressed once too often.
      if action.command == .clearFilter { return [] }
      notice = Notice(kind: .warning, text: obstacle)
      return []
    }
    if let reason = absenceInTriage, action.command.needsTicket {
      let on = keymap.shown(.skip, in: .triage)
      notice = Notice(kind: .warning, text: "\(reason); \(on) goes on.")
      return []
    }
    if let effects = actOnMarked(action) { return effects }
    switch action.command {
    case .up, .down, .left, .right, .top, .bottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp,
      .firstColumn, .lastColumn, .nextStage, .previousStage:
      return go(action.command)
    case .moveToNumber, .carryBack, .carryOn, .previewMove, .takeMove, .stay:
      return move(action)
    case .focusGate, .toggleRequirement, .fillRequirement, .clearRequirement:
      return workOnGate(action.command)
    case .newTicket, .editTicket, .editDescription, .comment, .assign, .labels, .unlabel, .due,
      .priority,
      .priorityUrgent, .priorityHigh, .priorityMedium, .priorityLow, .deleteTicket:
      return change(action.command)
    case .nextItem, .previousItem, .changeItem, .search, .nextMatch, .previousMatch:
      return workOnPage(action.command)
    case .mark, .markRange, .markAll: return mark(action.command)
    case .triage, .skip, .assignAgain, .labelAgain, .decisions, .leaveTriage:
      return workInTriage(action.command)
    case .undo: return isDeciding ? takeBackDecision() : takeBack(.undo)
    case .redo: return takeBack(.redo)
    case .filter, .pickView, .clearFilter, .switchProject, .openTicket, .nextPane:
      return find(action.command)
    case .custom: return runCustom(action.variant)
    case .help, .searchHelp, .runEntry, .palette, .editSettings, .refresh, .redraw, .suspend, .back,
      .quit:
      return control(action.command)
    }
  }

  private mutating func control(_ command: CommandID) -> [Effect] {
    switch command {
    case .help:
      if case .help = layers.last {
        pop()
      } else {
        calling = subject
        push(.help(Help()))
      }
    case .searchHelp, .runEntry:
      guard case .help(let help) = layers.last else { return [] }
      return workInHelp(command, help)
    case .palette:
      if case .help = layers.last { pop() }
      openPalette()
    case .editSettings: return [.editSettings]
    case .refresh:
      say("Read anew")
      return reload() + rereadTriage()
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
      push(.filter(FilterPrompt(board.filterText)))
    case .pickView: return pickView()
    case .clearFilter:
      guard marks.isEmpty else {
        unmark()
        return []
      }
      guard !board.filterText.isEmpty else { return [] }
      return setFilterText("")
    case .switchProject:
      push(.picker(Picker(.project, "Go to project")))
      return [.loadProjects]
    case .openTicket:
      return currentKey.map { open($0) } ?? []
    default:
      guard layout.shape == .medium else { return workOnGate(.focusGate) }
      board.drawer = board.drawer.next
    }
    return []
  }

  /// Opens a ticket over the board.
  mutating func open(_ key: TicketKey) -> [Effect] {
    let detail = currentKey == key ? currentDetail : nil
    push(.ticket(TicketPage(key, detail: detail)))
    return [.loadTicket(key), .loadHistory(key, PageRequest(limit: 100))]
  }

  mutating func take(_ result: Result<Settings?, EditorError>) -> [Effect] {
    switch result {
    case .failure(let error): notice = Notice(kind: .failure, text: error.message)
    case .success(nil): say("The settings are as they were")
    case .success(.some(let new)):
      settings = new
      say("The settings are in force; \(keymap.shown(.help)) shows the keys")
    }
    return []
  }

  /// The ticket that commands are about: the one that is open, else the focused one.
  var subject: TicketKey? {
    for case .ticket(let page) in layers.reversed() { return page.key }
    return currentKey
  }

  /// The detail of the subject, if it is read.
  var subjectDetail: TicketDetail? {
    for case .ticket(let page) in layers.reversed() { return page.detail }
    return currentDetail
  }
}
