import SluiceCore

/// A field of a ticket, as history names it.
enum ChangedField: Hashable {
  case attribute(String)
  case labels
  /// The value of the workflow's field with that key.
  case value(String)
}

extension Conflict {
  /// Finds what last changed a field that is no longer as it was, the newest event first; the last of all if
  /// only something else was changed.
  mutating func findChanger(in events: [Event]) {
    changer = events.first { $0.touches(touched, in: events) } ?? events.first
  }
}

extension Event {
  /// Whether it changed one of the fields, itself or by what it took back or made again.
  fileprivate func touches(_ fields: Set<ChangedField>, in events: [Event]) -> Bool {
    switch body.kind {
    case .ticketEdited: return fields.contains(.attribute(body.subject ?? ""))
    case .labelAdded, .labelRemoved: return fields.contains(.labels)
    case .valueSet: return fields.contains(.value(body.subject ?? ""))
    case .ticketImported: return true
    case .changeUndone, .changeRedone:
      guard let change = body.subject.flatMap({ Int64($0) }), change < sequence else {
        return false
      }
      return events.contains { $0.change == change && $0.touches(fields, in: events) }
    default: return false
    }
  }
}

extension TicketForm.Row {
  /// What history calls it.
  var field: ChangedField {
    switch self {
    case .title: .attribute("title")
    case .priority: .attribute("priority")
    case .assignee: .attribute("assignee")
    case .labels: .labels
    case .due: .attribute("due")
    case .description: .attribute("description")
    }
  }
}

extension Prompt {
  /// The field that it asks for; `nil` if it is none.
  var field: ChangedField? {
    switch purpose {
    case .title: .attribute("title")
    case .due: .attribute("due")
    case .value(_, let field): .value(field.key)
    case .comment, .marked, .viewName: nil
    }
  }
}
