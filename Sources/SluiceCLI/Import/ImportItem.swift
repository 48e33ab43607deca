import SluiceCore

/// A ticket to import, and where in the file it stands.
struct ImportItem {
  let ticket: ImportedTicket
  let line: Int
  /// Where it stands in the data, such as `[12]`; empty if the line says enough.
  let place: String

  /// What the rules have against the ticket: the same rules that will decide when it is stored.
  func faults(
    in workflow: Workflow, of project: ProjectKey, by actor: Actor
  ) -> [ImportFault] {
    var faults: [ImportFault] = []
    var draft = ticket.draft
    while let rejection = rejection(of: draft, in: workflow, of: project, by: actor) {
      faults.append(fault(rejection))
      guard case .invalidValue(let attribute, _) = rejection, draft.mend(attribute) else { break }
    }
    let long = ticket.comments.firstIndex { $0.text.count > Ticket.maximumTextLength }
    if let long {
      faults.append(
        ImportFault(
          line: line, place: "\(place).comments[\(long)]",
          message: "A comment has at most \(Ticket.maximumTextLength) characters."))
    }
    return faults
  }

  private func rejection(
    of draft: TicketDraft, in workflow: Workflow, of project: ProjectKey, by actor: Actor
  ) -> Rejection? {
    do throws(Rejection) {
      _ = try draft.creating(
        id: .make(), key: TicketKey(project: project, number: 1), in: workflow,
        Circumstances(
          by: actor, at: ticket.createdAt, hasAssistant: true, occupancy: { _ in 0 }))
      return nil
    } catch {
      return error
    }
  }

  private func fault(_ rejection: Rejection) -> ImportFault {
    guard case .invalidValue(let attribute, let message) = rejection, !place.isEmpty else {
      return ImportFault(line: line, place: place, message: rejection.message)
    }
    return ImportFault(line: line, place: "\(place).\(attribute)", message: message)
  }
}

extension TicketDraft {
  /// Puts something acceptable in place of a refused value, so that the next one comes to light.
  fileprivate mutating func mend(_ attribute: String) -> Bool {
    switch attribute {
    case "title": title = "x"
    case "description": description = ""
    case "assignee": assignee = nil
    case "reporter": reporter = nil
    case "label", "labels": labels = []
    default: return false
    }
    return true
  }
}
