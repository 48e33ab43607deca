extension Schema {
  /// An event of a project is its organization's; one of no project names its own, or none if it is of the
  /// first organization of the file, as all are that were made before there could be others.
  static let organizations = """
    ALTER TABLE organization ADD COLUMN slug TEXT NOT NULL DEFAULT 'local';
    ALTER TABLE event ADD COLUMN organization INTEGER REFERENCES organization(id);
    CREATE UNIQUE INDEX organization_slug ON organization (slug);
    CREATE INDEX project_key ON project (key);

    """

  /// Passwords stand apart, so that nothing that lists accounts reads them.
  static let accounts = """
    CREATE TABLE account (
      id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, handle TEXT NOT NULL UNIQUE,
      display_name TEXT NOT NULL, email TEXT UNIQUE, uid INTEGER UNIQUE, is_admin INTEGER NOT NULL,
      is_active INTEGER NOT NULL, personal INTEGER REFERENCES organization(id),
      created_at INTEGER NOT NULL) STRICT;
    CREATE TABLE account_password (
      account INTEGER PRIMARY KEY REFERENCES account(id), hash TEXT NOT NULL) STRICT;
    CREATE TABLE member (
      organization INTEGER NOT NULL REFERENCES organization(id),
      account INTEGER NOT NULL REFERENCES account(id), role TEXT NOT NULL,
      PRIMARY KEY (organization, account)) STRICT, WITHOUT ROWID;
    CREATE INDEX member_account ON member (account, organization, role);
    CREATE TABLE project_member (
      project INTEGER NOT NULL REFERENCES project(id),
      account INTEGER NOT NULL REFERENCES account(id), role TEXT NOT NULL,
      PRIMARY KEY (project, account)) STRICT, WITHOUT ROWID;
    CREATE INDEX project_member_account ON project_member (account, project, role);

    """

  /// Secrets are kept as digests alone, and found by them.
  static let secrets = """
    CREATE TABLE token (
      id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, digest BLOB NOT NULL UNIQUE,
      account INTEGER NOT NULL REFERENCES account(id), kind TEXT NOT NULL, name TEXT NOT NULL,
      scope TEXT NOT NULL, projects BLOB, agent TEXT, login BLOB, created_at INTEGER NOT NULL,
      expires_at INTEGER, last_used_at INTEGER) STRICT;
    CREATE INDEX token_account ON token (account, kind);
    CREATE INDEX token_login ON token (login) WHERE login IS NOT NULL;
    CREATE INDEX token_expiry ON token (expires_at) WHERE expires_at IS NOT NULL;
    CREATE TABLE invitation (
      id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, digest BLOB NOT NULL UNIQUE,
      organization INTEGER REFERENCES organization(id), role TEXT NOT NULL, email TEXT,
      created_by INTEGER NOT NULL REFERENCES account(id), expires_at INTEGER NOT NULL) STRICT;
    CREATE INDEX invitation_organization ON invitation (organization);
    CREATE TABLE kept_reply (
      account INTEGER NOT NULL REFERENCES account(id), key TEXT NOT NULL,
      fingerprint BLOB NOT NULL, status INTEGER NOT NULL, body BLOB NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (account, key)) STRICT;
    CREATE INDEX kept_reply_at ON kept_reply (at);

    """
}
