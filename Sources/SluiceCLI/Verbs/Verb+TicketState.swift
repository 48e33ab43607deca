import SluiceAPI
import SluiceCore

extension Verb {
  static let ticketState = Verb(
    words: ["ticket", "state"],
    summary: "Tells what a ticket was at a moment, rebuilt from its history.",
    examples: [
      "sluice ticket state OPS-42 --at 2030-01-01",
      "sluice ticket state OPS-42 --at 2030-01-01 --json",
    ],
    operands: [.ticket], options: [.at.required],
    run: { session throws(Failure) in
      let reference = try session.ticketReference(session.invocation.operands[0])
      let engine = try session.engine()
      guard let moment = try session.moment(.at) else { return }
      let events = try session.wholeHistory(of: reference, in: engine).filter { $0.at <= moment }
      guard let state = TicketState(rebuilding: events) else {
        throw Failure(
          exit: .notFound, code: "NOT_FOUND",
          message: "History does not tell what \(reference) was then.",
          nextStep: "It may not have been made yet, or by an earlier version of this program.")
      }
      let places: Set<Event.Kind> = [
        .ticketCreated, .ticketMoved, .ticketRemapped, .changeUndone, .changeRedone,
      ]
      let last = events.last { places.contains($0.body.kind) }
      try session.print(state, in: last?.body.to ?? "")
    })
}

extension Session {
  /// All events of a ticket, oldest first.
  fileprivate func wholeHistory(
    of reference: TicketReference, in engine: any Engine
  ) throws(Failure) -> [Event] {
    var events: [Event] = []
    var cursor: String?
    repeat {
      let request = PageRequest(limit: PageRequest.maximumLimit, cursor: cursor)
      let page = try history(of: reference, request, in: engine)
      events += page.items
      cursor = page.nextCursor
    } while cursor != nil
    return events.reversed()
  }

  fileprivate func print(_ state: TicketState, in status: String) throws(Failure) {
    let ticket = state.ticket
    let isGone = ticket.status == .nowhere
    if isJSON {
      return try print(
        .object([
          "key": .string(ticket.key.description), "title": .string(ticket.title),
          "description": .string(ticket.description),
          "status": isGone ? .null : .string(status), "priority": .string(ticket.priority.name),
          "assignee": .optional(ticket.assignee), "reporter": .optional(ticket.reporter),
          "labels": .texts(ticket.labels), "due": .optional(ticket.due?.description),
          "active_agent_id": .optional(ticket.agent), "version": .integer(ticket.version),
          "fields": .object(state.progress.values.mapValues(\.json)),
          "ticked": .texts(state.ticked),
        ]))
    }
    try print("\(ticket.key)  \(ticket.title)")
    try print()
    for (name, value) in state.rows(in: isGone ? "deleted" : status) {
      try print(name.padded(to: 10) + value)
    }
  }
}

extension TicketState {
  /// What there is to tell of it, under headings.
  fileprivate func rows(in status: String) -> [(String, String)] {
    let values = progress.values.map { "\($0.key)=\($0.value.text)" }.sorted()
    let lists = [("Labels", ticket.labels), ("Fields", values), ("Ticked", ticked)]
    return [
      ("Status", status), ("Priority", ticket.priority.name),
      ("Assignee", ticket.assignee ?? "nobody"),
    ]
      + [("Agent", ticket.agent), ("Due", ticket.due?.description)].compactMap { name, value in
        value.map { (name, $0) }
      } + lists.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.joined(separator: ", ")) }
      + [("Version", "\(ticket.version)")]
  }

  /// What is ticked or accepted, as the verbs of gates name it.
  fileprivate var ticked: [String] {
    progress.marks.keys.map { mark in mark.item.map { "\(mark.gate)/\($0)" } ?? mark.gate }.sorted()
  }
}

extension Option {
  fileprivate static let at = Option("at", "TIME", "the moment")
}
