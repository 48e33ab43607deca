internal import SQLite
public import SluiceCore

extension Store {
  /// Gives the tickets of a project the statuses of the same names in another workflow.
  ///
  /// Every status that holds a ticket must have a namesake. Takes time proportional to the tickets.
  public func repoint(
    _ project: StoredProject, from former: Workflow, to workflow: Workflow
  ) throws(EngineError) {
    let pairs = former.statuses.compactMap { status in
      workflow.status(named: status.name).map { (status.id, $0.id) }
    }
    if pairs.contains(where: { $0 != $1 }) { try renumber(pairs, in: project.row) }
    try recountGates(of: project, in: workflow)
  }

  /// All at once, for two statuses may swap their numbers.
  private func renumber(
    _ pairs: [(Status.ID, Status.ID)], in project: ProjectRow
  ) throws(EngineError) {
    let cases = pairs.map { "WHEN \($0.number) THEN \($1.number)" }.joined(separator: " ")
    for table in ["ticket", "label"] {
      try runOnce(
        "UPDATE \(table) SET status = CASE status \(cases) ELSE status END WHERE project = $1",
        [.project(project)])
    }
    try run("DELETE FROM counter WHERE project = $1", [.project(project)])
    try run(
      """
      INSERT INTO counter (project, status, n)
      SELECT project, status, count(*) FROM ticket INDEXED BY ticket_board WHERE project = $1
      GROUP BY project, status
      """, [.project(project)])
  }

  private func recountGates(
    of project: StoredProject, in workflow: Workflow
  ) throws(EngineError) {
    let rows: [Value] = [
      .integer(project.row.tickets.lowerBound), .integer(project.row.tickets.upperBound),
    ]
    try run("UPDATE ticket SET met = 0 WHERE met <> 0 AND id BETWEEN $1 AND $2", rows)
    let touched = try query(
      """
      SELECT ticket FROM gate_mark WHERE ticket BETWEEN $1 AND $2
      UNION SELECT ticket FROM field_value WHERE ticket BETWEEN $1 AND $2
      """, rows
    ) { TicketRow(id: $0.int64(0)) }
    for row in touched {
      let status = try first("SELECT status FROM ticket WHERE id = $1", [.ticket(row)]) {
        $0.status(0)
      }
      guard let gate = status.flatMap(workflow.gateAhead(of:)) else { continue }
      let met = try progress(of: row).metCount(of: gate)
      try run("UPDATE ticket SET met = $2 WHERE id = $1", [.ticket(row), .int(met)])
    }
  }
}
