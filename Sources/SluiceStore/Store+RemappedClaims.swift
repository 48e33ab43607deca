internal import SQLite
internal import SluiceCore

/// A claim on a ticket that follows its project's workflow.
struct ClaimedRow {
  let row: TicketRow
  let agent: String
  let status: Status.ID
}

extension Store {
  /// The claims on tickets that follow the project's workflow.
  func claims(on project: StoredProject) throws(EngineError) -> [ClaimedRow] {
    try query(
      """
      SELECT id, agent, status FROM ticket INDEXED BY ticket_agent
      WHERE agent IS NOT NULL AND project = $1 AND bound_workflow IS NULL AND status <> 0
      """, [.project(project.row)]
    ) { ClaimedRow(row: TicketRow(id: $0.int64(0)), agent: $0.text(1), status: $0.status(2)) }
  }

  /// Ends the claims on tickets that have come to where work is over, with a new status or because theirs
  /// has become one of that kind.
  ///
  /// Source: rule 6, last sentence.
  func release(_ claims: [ClaimedRow], in remapping: TicketRemapping) throws(EngineError) {
    let touched = Set(remapping.touched.map(\.id))
    for claim in claims {
      let status = remapping.targets[claim.status] ?? claim.status
      guard remapping.workflow.isTerminal(status) else { continue }
      try append(
        [Event.Draft(.ticketReleased, from: claim.agent)], project: remapping.project.row,
        ticket: claim.row, remapping.signature)
      // One that got a new status has been counted as changed already.
      try run(
        "UPDATE ticket SET agent = NULL, version = version + $2, updated_at = $3 WHERE id = $1",
        [
          .ticket(claim.row), .int(touched.contains(claim.status) ? 0 : 1),
          .time(remapping.signature.at),
        ])
    }
  }
}
