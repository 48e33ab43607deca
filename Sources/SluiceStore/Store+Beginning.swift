internal import SQLite
public import SluiceCore

extension Store {
  /// The project whose board a person begins with who names none and has used none: the first by key with open
  /// work, else the first that is not `ME`, else the first.
  public func projectToBeginWith() throws(EngineError) -> StoredProject? {
    let conditions = [Self.hasOpenWork, "p.key <> 'ME'", "1"]
    for condition in conditions {
      let found = try first(
        """
        SELECT \(Self.projectColumns) \(Self.projectTables)
        WHERE p.organization = $1 AND p.deleted_at IS NULL AND \(condition) ORDER BY p.key LIMIT 1
        """,
        [.integer(organization.row)], Self.project)
      if let found { return found }
    }
    return nil
  }

  /// Counters of columns have the number of the status for a key; those of other things lie beyond.
  private static let hasOpenWork = """
    EXISTS (
      SELECT 1 FROM counter c JOIN status s
        ON s.workflow = w.id AND s.revision = w.revision AND s.number = c.status
      WHERE c.project = p.id AND c.n > 0 AND s.category NOT IN ('done', 'cancelled'))
    """
}
