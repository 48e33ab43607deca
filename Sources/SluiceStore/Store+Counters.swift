internal import SQLite
public import SluiceCore

extension Store {
  /// How many tickets a status of a project holds.
  public func count(of status: Status.ID, in project: ProjectRow) throws(EngineError) -> Int {
    try first(
      "SELECT n FROM counter WHERE project = $1 AND status = $2",
      [.project(project), .status(status)]
    ) { $0.int(0) } ?? 0
  }

  /// How many tickets each status of a project holds; a status without any may be missing.
  public func counts(in project: ProjectRow) throws(EngineError) -> [Status.ID: Int] {
    let pairs = try query(
      "SELECT status, n FROM counter WHERE project = $1", [.project(project)]
    ) { ($0.status(0), $0.int(1)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Counts tickets into a status, or out of it if `change` is negative.
  public func count(
    _ change: Int, into status: Status.ID, in project: ProjectRow
  ) throws(EngineError) {
    try run(
      """
      INSERT INTO counter (project, status, n) VALUES ($1, $2, $3)
      ON CONFLICT DO UPDATE SET n = n + excluded.n
      """,
      [.project(project), .status(status), .int(change)])
  }
}
