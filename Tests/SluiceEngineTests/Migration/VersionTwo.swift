/// A file as version 2 of the schema left it: version 1's, with what the second step did, word for word.
enum VersionTwo {
  /// What the second step did to the tables.
  static let step = """
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
    CREATE INDEX ticket_agent ON ticket (agent, project) WHERE agent IS NOT NULL;
    CREATE INDEX ticket_bound ON ticket (bound_workflow, project) WHERE bound_workflow IS NOT NULL;
        CREATE TABLE workflow_mark (
      ticket INTEGER NOT NULL REFERENCES ticket(id), workflow INTEGER NOT NULL, gate TEXT NOT NULL,
      item TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (ticket, workflow, gate, item)) STRICT, WITHOUT ROWID;
    INSERT INTO workflow_mark
      SELECT m.ticket, coalesce(p.workflow, o.default_workflow), m.gate, m.item, m.by, m.at
      FROM gate_mark m JOIN project p ON p.id = m.ticket >> 40
      JOIN organization o ON o.id = p.organization;
    DROP TABLE gate_mark;
    ALTER TABLE workflow_mark RENAME TO gate_mark;
    CREATE TABLE workflow_value (
      ticket INTEGER NOT NULL REFERENCES ticket(id), workflow INTEGER NOT NULL,
      field TEXT NOT NULL, type TEXT NOT NULL, text TEXT NOT NULL, by TEXT NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (ticket, workflow, field)) STRICT, WITHOUT ROWID;
    INSERT INTO workflow_value
      SELECT v.ticket, coalesce(p.workflow, o.default_workflow), v.field, v.type, v.text, v.by, v.at
      FROM field_value v JOIN project p ON p.id = v.ticket >> 40
      JOIN organization o ON o.id = p.organization;
    DROP TABLE field_value;
    ALTER TABLE workflow_value RENAME TO field_value;
        CREATE TABLE provider (
      id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE,
      organization INTEGER NOT NULL REFERENCES organization(id), name TEXT NOT NULL,
      type TEXT NOT NULL, active INTEGER NOT NULL, created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL, UNIQUE (organization, name)) STRICT;
    CREATE TABLE provider_setting (
      provider INTEGER NOT NULL REFERENCES provider(id), name TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (provider, name)) STRICT, WITHOUT ROWID;
    PRAGMA user_version = 2;

    """

  /// What happened under version 2: a provider was made, and ticket REL-2 moved on.
  static let rows = """
    INSERT INTO provider VALUES
      (1, x'000000000000400080000000000000E1', 1, 'Fast', 'openai', 1, 18000, 18000);
    INSERT INTO provider_setting VALUES (1, 'api_key', 'k');
    UPDATE ticket SET status = 2, entered_at = 19000, updated_at = 19000, version = 2
      WHERE id = 2199023257600;
    UPDATE counter SET n = 1 WHERE project = 2 AND status = 1;
    UPDATE counter SET n = 2 WHERE project = 2 AND status = 2;
    INSERT INTO event (sequence, at, actor, project, ticket, kind, subject, from_text, to_text,
        agent, trace) VALUES
      (19, 18000, 'ann', NULL, NULL, 'provider.created', 'Fast', NULL, 'openai', NULL, NULL),
      (20, 19000, 'ann', 2, 2199023257600, 'ticket.moved', NULL, 'New', 'Doing', NULL,
        '{"step":{"entered":16000,"from":1,"to":2}}');

    """
}
