@testable import SluiceCore

/// A ticket rebuilt from what it was when made and the events since, by their documented meaning alone.
struct Replay: Equatable {
  var status: String
  var title: String
  var description: String
  var priority: String
  var assignee: String?
  var reporter: String?
  var due: String?
  var labels: Set<String>
  /// `gate/item` of what is ticked, and the gate alone of what is acknowledged.
  var marks: Set<String> = []
  var values: [String: String] = [:]

  init(_ state: TicketState, in workflow: Workflow) {
    let ticket = state.ticket
    status = workflow.statusName(ticket.status)
    title = ticket.title
    description = ticket.description
    priority = ticket.priority.name
    assignee = ticket.assignee
    reporter = ticket.reporter
    due = ticket.due?.description
    labels = Set(ticket.labels)
    for mark in state.progress.marks.keys {
      marks.insert(mark.item.map { "\(mark.gate)/\($0)" } ?? mark.gate)
    }
    values = state.progress.values.mapValues(\.text)
  }

  mutating func apply(_ event: Event.Draft) {
    let subject = event.subject ?? ""
    switch event.kind {
    case .ticketMoved: status = event.to ?? ""
    case .ticketEdited: edit(subject, to: event.to)
    case .labelAdded: labels.insert(subject)
    case .labelRemoved: labels.remove(subject)
    case .itemTicked, .gateAcknowledged: marks.insert(subject)
    case .itemCleared, .acknowledgmentWithdrawn: marks.remove(subject)
    case .gatePassed: marks = marks.filter { $0 != subject && !$0.hasPrefix(subject + "/") }
    case .valueSet: values[subject] = event.to
    default: break
    }
  }

  private mutating func edit(_ attribute: String, to text: String?) {
    switch attribute {
    case "title": title = text ?? ""
    case "description": description = text ?? ""
    case "priority": priority = text ?? ""
    case "assignee": assignee = text
    case "reporter": reporter = text
    case "due": due = text
    default: break
    }
  }
}
