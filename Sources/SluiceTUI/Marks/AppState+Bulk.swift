import Drawing
import SluiceCore

/// Acting on all that is marked.
extension AppState {
  /// Does what a key stands for with all marked tickets; `nil` if it is not about tickets.
  mutating func actOnMarked(_ action: Action) -> [Effect]? {
    guard !marks.isEmpty, layers.isEmpty else { return nil }
    switch action.command {
    case .moveToNumber: return moveMarked(toNumber: action.variant + 1)
    case .carryOn: return carryMarked(1)
    case .carryBack: return carryMarked(-1)
    case .previewMove, .assign, .labels: return pickForMarked(action.command)
    case .priorityUrgent: return setPriorityOfMarked(.urgent)
    case .priorityHigh: return setPriorityOfMarked(.high)
    case .priorityMedium: return setPriorityOfMarked(.medium)
    case .priorityLow: return setPriorityOfMarked(.low)
    case .comment:
      push(.prompt(Prompt(.marked(.comment), "Comment on \(markedText)")))
    case .due:
      let question = "\(markedText) due (YYYY-MM-DD, tomorrow, fri, +3d; empty for never)"
      push(.prompt(Prompt(.marked(.due), question)))
    case .deleteTicket: return preview(.delete, "Delete \(markedText)")
    case .editTicket, .editDescription, .focusGate:
      say("That is done with one ticket; \(keymap.shown(.clearFilter)) unmarks \(markedText).")
    default: return nil
    }
    return []
  }

  private mutating func moveMarked(toNumber number: Int) -> [Effect] {
    guard let option = board.moveOptions.first(where: { $0.number == number }) else {
      notice = Notice(
        kind: .warning,
        text: "The moves of the ticket in focus have no \(number); "
          + "\(keymap.shown(.previewMove)) lists all.")
      return []
    }
    return moveMarked(to: option.status.name)
  }

  private mutating func carryMarked(_ distance: Int) -> [Effect] {
    guard let status = board.ground?.neighbour(distance) else {
      notice = Notice(kind: .warning, text: "There is no status beyond this one.")
      return []
    }
    return moveMarked(to: status.name)
  }

  mutating func moveMarked(to name: String) -> [Effect] {
    preview(.move(to: name), "Move \(markedText) to \(name)")
  }

  private mutating func setPriorityOfMarked(_ priority: Priority) -> [Effect] {
    previewMarked(TicketEdit(priority: priority))
  }

  private mutating func pickForMarked(_ command: CommandID) -> [Effect] {
    let project = ProjectReference.key(board.project.key)
    switch command {
    case .previewMove:
      let items = board.workflow.statuses.map { Picker.Item(value: $0.name, text: $0.name) }
      push(.picker(Picker(.marked(.move), "Move \(markedText) to", items: items)))
      return []
    case .assign:
      push(.picker(Picker(.marked(.assignee), "Assign \(markedText) to", items: assigneeItems([]))))
      return [.loadSuggestions(.assignee, project, prefix: "")]
    default:
      push(.picker(Picker(.marked(.labels), "Label \(markedText)")))
      return [.loadSuggestions(.label, project, prefix: "")]
    }
  }

  /// Labels, each to be put on and to be taken off.
  func labelItems(_ names: [String], typed: String) -> [Picker.Item] {
    let typed = typed.trimmingBlanks
    let new = typed.isEmpty || names.contains(typed) ? [] : [typed]
    return (names + new).flatMap { name in
      [
        Picker.Item(value: "+\(name)", text: name, detail: "put on"),
        Picker.Item(value: "-\(name)", text: name, detail: "take off"),
      ]
    }
  }

  /// Takes what was chosen for all marked tickets.
  mutating func choose(_ value: String, for choice: MarkedChoice) -> [Effect] {
    switch choice {
    case .move: return moveMarked(to: value)
    case .assignee:
      return previewMarked(TicketEdit(assignee: .init(value.isEmpty ? nil : value)))
    case .labels:
      let name = String(value.dropFirst())
      return previewMarked(
        value.first == "+" ? TicketEdit(addedLabels: [name]) : TicketEdit(removedLabels: [name]))
    case .comment: return preview(.comment(value), "Comment on \(markedText)")
    case .due: return previewMarked(TicketEdit(due: .init(CalendarDay(said: value, on: today))))
    }
  }

  /// Asks what a setting would come to before it is made.
  mutating func previewMarked(_ edit: TicketEdit) -> [Effect] {
    preview(.edit(edit), edit.heading(for: markedText))
  }

  /// Asks what a change would come to before it is made.
  private mutating func preview(_ change: TicketChange, _ title: String) -> [Effect] {
    let tickets = marks.tickets(of: board.project.key)
    let bulk = Bulk(tickets, change, title, of: marks)
    push(.bulk(bulk))
    return [.preview(bulk.preview)]
  }
}

/// What is chosen or typed for all marked tickets.
enum MarkedChoice: Equatable {
  case move
  case assignee
  case labels
  case comment
  case due
}
