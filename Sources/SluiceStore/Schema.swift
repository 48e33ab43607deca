internal import SQLite

/// The tables of a database file, as the newest version of this program makes them.
///
/// Times are milliseconds since 1970 UTC, days are days since 1970, public ids are UUIDs of 16 bytes.
enum Schema {
  /// Marks a file as ours: `SLUI`.
  static let applicationID: Int64 = 0x534C_5549

  /// The newest `user_version` that this program knows.
  static let version = 4

  static let migrations = [
    Migration(1, "Make the tables") { (database) throws(SQLiteError) in
      try database.execute("PRAGMA application_id = \(applicationID)")
      try database.execute(definitions + projects + tickets + history + firstIndexes)
    },
    Migration(2, "Bind, claim and take back") { (database) throws(SQLiteError) in
      try database.execute(bindingAndClaims + keyedProgress + providers)
    },
    Migration(3, "Know organizations and accounts") { (database) throws(SQLiteError) in
      try database.execute(organizations + accounts + secrets)
    },
    Migration(4, "Let filters ask the board's index for ages") { (database) throws(SQLiteError) in
      try database.execute("DROP INDEX ticket_board;" + boardIndex)
    },
  ]

  /// A definition is kept whole per revision, so that work bound to an older one can be checked against it.
  private static let definitions = """
    CREATE TABLE organization (
      id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, name TEXT NOT NULL,
      default_workflow INTEGER REFERENCES workflow(id), created_at INTEGER NOT NULL) STRICT;
    CREATE TABLE workflow (
      id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE,
      organization INTEGER NOT NULL REFERENCES organization(id), name TEXT NOT NULL,
      revision INTEGER NOT NULL, created_at INTEGER NOT NULL, UNIQUE (organization, name)) STRICT;
    CREATE TABLE workflow_revision (
      workflow INTEGER NOT NULL REFERENCES workflow(id), revision INTEGER NOT NULL,
      name TEXT NOT NULL, enforcement TEXT NOT NULL, created_at INTEGER NOT NULL,
      PRIMARY KEY (workflow, revision)) STRICT, WITHOUT ROWID;
    CREATE TABLE status (
      workflow INTEGER NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL,
      number INTEGER NOT NULL, name TEXT NOT NULL, category TEXT NOT NULL, wip_limit INTEGER,
      stage INTEGER NOT NULL, PRIMARY KEY (workflow, revision, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE transition (
      workflow INTEGER NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL,
      from_status INTEGER NOT NULL, to_status INTEGER NOT NULL,
      PRIMARY KEY (workflow, revision, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE stage (
      workflow INTEGER NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL,
      key TEXT NOT NULL, name TEXT NOT NULL, agent_required INTEGER NOT NULL,
      PRIMARY KEY (workflow, revision, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE gate (
      workflow INTEGER NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL,
      key TEXT NOT NULL, name TEXT NOT NULL, from_stage TEXT NOT NULL, to_stage TEXT NOT NULL,
      acknowledgment TEXT, PRIMARY KEY (workflow, revision, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE gate_item (
      workflow INTEGER NOT NULL, revision INTEGER NOT NULL, gate INTEGER NOT NULL,
      position INTEGER NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (workflow, revision, gate, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE gate_field (
      workflow INTEGER NOT NULL, revision INTEGER NOT NULL, gate INTEGER NOT NULL,
      position INTEGER NOT NULL, field TEXT NOT NULL,
      PRIMARY KEY (workflow, revision, gate, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE field (
      workflow INTEGER NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL,
      key TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
      PRIMARY KEY (workflow, revision, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE field_option (
      workflow INTEGER NOT NULL, revision INTEGER NOT NULL, field INTEGER NOT NULL,
      position INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (workflow, revision, field, position)) STRICT, WITHOUT ROWID;

    """

  private static let projects = """
    CREATE TABLE project (
      id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE,
      organization INTEGER NOT NULL REFERENCES organization(id), key TEXT NOT NULL,
      name TEXT NOT NULL, description TEXT NOT NULL, workflow INTEGER REFERENCES workflow(id),
      ticket_counter INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
      UNIQUE (organization, key)) STRICT;
    CREATE TABLE counter (
      project INTEGER NOT NULL, status INTEGER NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (project, status)) STRICT, WITHOUT ROWID;

    """

  /// The id of a ticket says its project, number and ordinal (`TicketRow`), so that keys need no index.
  ///
  /// Labels stand twice: in the ticket's row, joined by line feeds, for cards, and in rows of their own in
  /// the order of the board, for filters.
  private static let tickets = """
    CREATE TABLE ticket (
      id INTEGER PRIMARY KEY, uuid BLOB NOT NULL, project INTEGER NOT NULL REFERENCES project(id),
      kind TEXT NOT NULL, status INTEGER NOT NULL, priority INTEGER NOT NULL,
      entered_at INTEGER NOT NULL, title TEXT NOT NULL, assignee TEXT, labels TEXT NOT NULL,
      due INTEGER, met INTEGER NOT NULL, version INTEGER NOT NULL, reporter TEXT,
      created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
    CREATE TABLE ticket_body (
      ticket INTEGER PRIMARY KEY REFERENCES ticket(id), text TEXT NOT NULL) STRICT;
    CREATE TABLE label (
      project INTEGER NOT NULL, label TEXT NOT NULL, status INTEGER NOT NULL,
      priority INTEGER NOT NULL, entered_at INTEGER NOT NULL,
      ticket INTEGER NOT NULL REFERENCES ticket(id),
      PRIMARY KEY (project, label, status, priority, entered_at, ticket)) STRICT, WITHOUT ROWID;
    CREATE TABLE comment (
      id INTEGER PRIMARY KEY, ticket INTEGER NOT NULL REFERENCES ticket(id), at INTEGER NOT NULL,
      author TEXT NOT NULL, text TEXT NOT NULL) STRICT;
    CREATE TABLE gate_mark (
      ticket INTEGER NOT NULL REFERENCES ticket(id), gate TEXT NOT NULL, item TEXT NOT NULL,
      by TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (ticket, gate, item)) STRICT, WITHOUT ROWID;
    CREATE TABLE field_value (
      ticket INTEGER NOT NULL REFERENCES ticket(id), field TEXT NOT NULL, type TEXT NOT NULL,
      text TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (ticket, field)) STRICT, WITHOUT ROWID;
    CREATE TABLE import_source (
      project INTEGER NOT NULL REFERENCES project(id), source TEXT NOT NULL,
      ticket INTEGER NOT NULL REFERENCES ticket(id), title TEXT NOT NULL,
      description_hash INTEGER NOT NULL, status TEXT, priority INTEGER NOT NULL, assignee TEXT,
      labels TEXT NOT NULL, PRIMARY KEY (project, source)) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5 (
      title, description, content = '', columnsize = 0, detail = none, prefix = '1 2 3 4 5 6',
      tokenize = 'unicode61 remove_diacritics 2');

    """

  /// Append-only: no statement of this program updates or deletes a row.
  private static let history = """
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL,
      project INTEGER REFERENCES project(id), ticket INTEGER REFERENCES ticket(id),
      kind TEXT NOT NULL, subject TEXT, from_text TEXT, to_text TEXT, warning TEXT) STRICT;

    """

  private static let firstIndexes = """
    CREATE INDEX ticket_board ON ticket (
      project, status, priority, entered_at, id, title, assignee, labels, due, met, version);
    CREATE INDEX ticket_assignee ON ticket (
      project, assignee, status, priority, entered_at, id);
    CREATE UNIQUE INDEX ticket_uuid ON ticket (uuid);
    CREATE INDEX comment_ticket ON comment (ticket, at);
    CREATE INDEX event_ticket ON event (ticket);

    """
}
