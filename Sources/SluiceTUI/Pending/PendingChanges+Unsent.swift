import SluiceCore

extension AppState {
  /// Tells that one has left and what is waited for.
  mutating func sayLeaving() {
    let count = pending.queue.count
    notice = Notice(
      kind: .information,
      text: "Sending \(count == 1 ? "a change" : "\(count) changes") before leaving; "
        + "esc leaves without.")
  }
}

extension PendingChanges {
  /// What is left unsent where the line did not come back, with all that was typed; `nil` if nothing is.
  var unsent: EngineError? {
    guard !queue.isEmpty else { return nil }
    let list = queue.map(\.told).joined(separator: "; ")
    let count = queue.count == 1 ? "One change was" : "\(queue.count) changes were"
    let doubt =
      queue.contains(where: \.wasSent)
      ? " The answer to the first was lost, so it may have been made." : ""
    return EngineError(
      .unavailable, "\(count) not sent: \(list).\(doubt)",
      nextStep: "Make them again once the server can be reached.")
  }
}

extension PendingChange {
  /// What it is, with the text that was typed for it.
  fileprivate var told: String {
    switch order {
    case .takeBack(.undo), .takeBackChange: return "taking back the last change"
    case .takeBack(.redo): return "making a change again"
    case .make(.createTicket(_, let draft), _):
      let text = draft.description.isEmpty ? "" : ", “\(draft.description)”"
      return "a new ticket “\(draft.title)”\(text)"
    case .make(.changeTicket(let ticket, let change, _), _):
      switch change {
      case .comment(let text): return "\(ticket): comment “\(text)”"
      case .edit(let edit):
        let typed = [edit.title, edit.description].compactMap { $0.map { "“\($0)”" } }
        return "\(ticket): " + ([text ?? "edit"] + typed).joined(separator: ", ")
      default: return "\(ticket): \(text ?? "a change")"
      }
    case .make: return text ?? "a change"
    }
  }
}
