import Drawing
import SluiceCore

/// A program to be run for a custom command.
public struct ProgramCall: Equatable, Sendable {
  /// The name of the command.
  public let name: String
  /// The program, looked for in `PATH`, and its arguments, each of them one whatever is in it.
  public let arguments: [String]
  /// Whether the board goes on meanwhile.
  let isInBackground: Bool
}

extension AppState {
  /// Runs a command of the person's own with what is known of the ticket.
  mutating func runCustom(_ index: Int) -> [Effect] {
    guard settings.customCommands.indices.contains(index), let key = subject else { return [] }
    let command = settings.customCommands[index]
    guard let value = ticketValue(of: key, for: command) else { return readFirst(key) }
    let call = ProgramCall(
      name: command.name,
      // A program may write them to the terminal, which no ticket is to steer.
      arguments: command.run.map { $0.filled { VisibleText.paragraphs(value($0)) } },
      isInBackground: command.isInBackground)
    if call.isInBackground { say("\(call.name) is running") }
    return [.run(call)]
  }

  /// What is put into arguments; `nil` if the ticket has to be read for that.
  private func ticketValue(
    of key: TicketKey, for command: CustomCommand
  ) -> ((TicketValue) -> String)? {
    if let detail = subjectDetail {
      let ticket = detail.state.ticket
      let status = detail.workflow.statusName(ticket.status)
      return { value in value.text(of: ticket, status: status) }
    }
    guard let card = board.focusedCard, card.key == key,
      !command.run.contains(where: { $0.uses(.description) })
    else { return nil }
    let status = card.statusName(in: board.workflow)
    return { value in value.text(of: card, status: status) }
  }

  mutating func take(_ result: Result<Int32, EditorError>, of call: ProgramCall) -> [Effect] {
    switch result {
    case .failure(let error): notice = Notice(kind: .failure, text: error.message)
    case .success(0): say("\(call.name) is done")
    case .success(let status):
      notice = Notice(kind: .warning, text: "\(call.name) ended with exit status \(status).")
    }
    return reload()
  }
}

extension TicketValue {
  fileprivate func text(of ticket: Ticket, status: String) -> String {
    switch self {
    case .key: ticket.key.description
    case .number: String(ticket.key.number)
    case .project: ticket.key.project.text
    case .title: ticket.title
    case .description: ticket.description
    case .status: status
    case .priority: ticket.priority.name
    case .assignee: ticket.assignee ?? ""
    case .labels: LabelList.text(ticket.labels)
    case .due: ticket.due?.description ?? ""
    }
  }

  fileprivate func text(of card: Card, status: String) -> String {
    switch self {
    case .key: card.key.description
    case .number: String(card.key.number)
    case .project: card.key.project.text
    case .title: card.title
    case .description: ""
    case .status: status
    case .priority: card.priority.name
    case .assignee: card.assignee ?? ""
    case .labels: LabelList.text(card.labels)
    case .due: card.due?.description ?? ""
    }
  }
}
