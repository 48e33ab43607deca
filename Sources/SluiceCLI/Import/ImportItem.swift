import SluiceCore

/// A ticket to import, and where in the file it stands.
struct ImportItem {
  let ticket: ImportedTicket
  let line: Int
  /// Where it stands in the data, such as `[12]`; empty if the line says enough.
  let place: String

  /// What the rules have against the ticket: the same rules that will decide when it is stored.
  func fault(in workflow: Workflow, of project: ProjectKey, by actor: Actor) -> ImportFault? {
    do throws(Rejection) {
      _ = try ticket.draft.creating(
        id: .make(), key: TicketKey(project: project, number: 1), in: workflow, by: actor,
        at: ticket.createdAt, occupancy: { _ in 0 })
    } catch {
      return fault(error)
    }
    let long = ticket.comments.firstIndex { $0.text.count > Ticket.maximumTextLength }
    return long.map { index in
      ImportFault(
        line: line, place: "\(place).comments[\(index)]",
        message: "A comment has at most \(Ticket.maximumTextLength) characters.")
    }
  }

  private func fault(_ rejection: Rejection) -> ImportFault {
    guard case .invalidValue(let attribute, let message) = rejection, !place.isEmpty else {
      return ImportFault(line: line, place: place, message: rejection.message)
    }
    return ImportFault(line: line, place: "\(place).\(attribute)", message: message)
  }
}
