extension Schema {
  /// `status` is where a ticket stands on its project's board: its status, or for one that is bound to a
  /// definition of its own the column nearest to `bound_status`; 0 for one that is deleted.
  ///
  /// An event without `change` is the first of its change, whose number is then its own sequence.
  static let bindingAndClaims = """
    ALTER TABLE ticket ADD COLUMN target TEXT NOT NULL DEFAULT 'either';
    ALTER TABLE ticket ADD COLUMN agent TEXT;
    ALTER TABLE ticket ADD COLUMN bound_workflow INTEGER;
    ALTER TABLE ticket ADD COLUMN bound_revision INTEGER;
    ALTER TABLE ticket ADD COLUMN bound_status INTEGER;
    ALTER TABLE event ADD COLUMN change INTEGER;
    ALTER TABLE event ADD COLUMN agent TEXT;
    ALTER TABLE event ADD COLUMN trace TEXT;
    ALTER TABLE project ADD COLUMN deleted_at INTEGER;
    ALTER TABLE workflow ADD COLUMN deleted_at INTEGER;
    DROP INDEX ticket_board;
    CREATE INDEX ticket_board ON ticket (
      project, status, priority, entered_at, id, title, assignee, labels, due, met, version, target,
      agent, bound_workflow, bound_revision, bound_status);
    \(claimIndexes)

    """

  /// Marks and values are kept per ticket and workflow.
  ///
  /// Source: OpenIndex, “Custom fields”.
  static let keyedProgress = """
    CREATE TABLE workflow_mark (
      ticket INTEGER NOT NULL REFERENCES ticket(id), workflow INTEGER NOT NULL, gate TEXT NOT NULL,
      item TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (ticket, workflow, gate, item)) STRICT, WITHOUT ROWID;
    INSERT INTO workflow_mark
      SELECT m.ticket, coalesce(p.workflow, o.default_workflow), m.gate, m.item, m.by, m.at
      FROM gate_mark m JOIN project p ON p.id = m.ticket >> \(TicketRow.projectShift)
      JOIN organization o ON o.id = p.organization;
    DROP TABLE gate_mark;
    ALTER TABLE workflow_mark RENAME TO gate_mark;
    CREATE TABLE workflow_value (
      ticket INTEGER NOT NULL REFERENCES ticket(id), workflow INTEGER NOT NULL,
      field TEXT NOT NULL, type TEXT NOT NULL, text TEXT NOT NULL, by TEXT NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (ticket, workflow, field)) STRICT, WITHOUT ROWID;
    INSERT INTO workflow_value
      SELECT v.ticket, coalesce(p.workflow, o.default_workflow), v.field, v.type, v.text, v.by, v.at
      FROM field_value v JOIN project p ON p.id = v.ticket >> \(TicketRow.projectShift)
      JOIN organization o ON o.id = p.organization;
    DROP TABLE field_value;
    ALTER TABLE workflow_value RENAME TO field_value;

    """

  /// `config` holds secrets; no query of a list or a page reads it whole.
  static let providers = """
    CREATE TABLE provider (
      id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE,
      organization INTEGER NOT NULL REFERENCES organization(id), name TEXT NOT NULL,
      type TEXT NOT NULL, active INTEGER NOT NULL, created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL, UNIQUE (organization, name)) STRICT;
    CREATE TABLE provider_setting (
      provider INTEGER NOT NULL REFERENCES provider(id), name TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (provider, name)) STRICT, WITHOUT ROWID;

    """
}
