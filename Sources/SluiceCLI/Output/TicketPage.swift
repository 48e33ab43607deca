import SluiceCore

/// A ticket as text: what it is, what it says, what it waits for and where it may go.
struct TicketPage {
  private let detail: TicketDetail
  private let actor: Actor
  private let now: Timestamp

  init(_ detail: TicketDetail, for actor: Actor, now: Timestamp) {
    self.detail = detail
    self.actor = actor
    self.now = now
  }

  private var ticket: Ticket { detail.state.ticket }
  private var workflow: Workflow { detail.workflow }

  var lines: [String] {
    var lines = ["\(ticket.key)  \(ticket.title)", ""] + attributes
    if !ticket.description.isEmpty { lines += ["", ticket.description.trimmingLineEnds] }
    lines += section("Moves", moves)
    for gate in workflow.gates where isAhead(gate) {
      let page = GatePage(gate, of: detail, now: now)
      lines += section(page.heading, page.lines)
    }
    lines += section("Comments, newest first", detail.comments.flatMap(lines(of:)))
    return lines
  }

  private func section(_ heading: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", heading] + lines.map { "  " + $0 }
  }

  private var attributes: [String] {
    let age = ticket.enteredAt.age(at: now)
    let rows: [(String, String?)] = [
      (
        "Status",
        "\(workflow.statusName(ticket.status)), \(age == .now ? "just now" : "for \(age)")"
      ),
      ("Workflow", workflowText),
      ("Agent", ticket.agent), ("Target", ticket.target == .either ? nil : ticket.target.rawValue),
      ("Priority", ticket.priority.name), ("Assignee", ticket.assignee ?? "nobody"),
      ("Reporter", ticket.reporter),
      ("Labels", ticket.labels.isEmpty ? nil : ticket.labels.joined(separator: ", ")),
      ("Due", ticket.due?.description), ("Created", ticket.createdAt.description),
      ("Updated", ticket.updatedAt.description),
    ]
    return rows.compactMap { name, value in value.map { name.padded(to: 10) + $0 } }
  }

  private var workflowText: String {
    "\(workflow.name), \(workflow.enforcement.rawValue)"
      + (ticket.binding.map { ", bound at revision \($0.revision)" } ?? "")
  }

  /// The gates out of the stage that the ticket is in.
  private func isAhead(_ gate: Gate) -> Bool {
    workflow.stage(of: ticket.status)?.key == gate.from
  }

  /// Every other status: the ones that may be entered first, then the others with the reason.
  private var moves: [String] {
    let others = workflow.statuses.filter { $0.id != ticket.status }
    let width = others.map(\.name.count).max() ?? 0
    let verdicts = others.map { ($0.name, detail.verdict(to: $0, by: actor)) }
    let open = verdicts.filter { $0.1.isAllowed }.map { "→ " + $0.0 }
    return open
      + verdicts.compactMap { name, verdict in
        guard case .refused(let rejection) = verdict else { return nil }
        return "· " + name.padded(to: width) + "  " + rejection.message
      }
  }

  private func lines(of comment: Comment) -> [String] {
    let text = comment.text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return ["\(comment.author), \(comment.at)"] + text.map { "  " + $0 }
  }
}

extension String {
  fileprivate var trimmingLineEnds: String {
    String(reversed().drop(while: \.isWhitespace).reversed())
  }
}
