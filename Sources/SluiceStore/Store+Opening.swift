internal import Glibc
internal import SQLite
public import SluiceCore

extension Store {
  /// What a new file, or a new organization, starts with.
  public struct Seed {
    /// The id of its organization.
    public let organization: Organization.ID
    /// The name of its organization for people.
    public let name: String
    /// The name of its organization in addresses.
    public let slug: String
    /// The organization's default workflow.
    public let workflow: Workflow

    /// A start with its parts.
    public init(
      organization: Organization.ID, name: String = "Local", slug: String = OrganizationSlug.local,
      workflow: Workflow
    ) {
      self.organization = organization
      self.name = name
      self.slug = slug
      self.workflow = workflow
    }
  }

  /// Opens a file, or makes it if it is missing and `seed` is given.
  ///
  /// A file that is not ours, or newer than this program, is refused and left byte for byte as it was.
  /// `journalMode` is what the file is switched to, else what is recommended; the store tells which it has.
  public static func open(
    path: String, seed: Seed?, journalMode: JournalMode? = nil
  ) throws(EngineError) -> Store {
    let path = try resolved(path)
    try inspect(path, seed: seed)
    let (database, mode) = try connect(
      path, journalMode ?? .recommended(forLibraryVersion: .linked))
    return try finish(database, path: path, mode: mode, seed: seed)
  }

  /// Nothing is written before the header has said that the file is ours.
  private static func connect(
    _ path: String, _ wanted: JournalMode
  ) throws(EngineError) -> (Database, JournalMode) {
    do {
      let database = try Database(path: path)
      try database.harden()
      if let refusal = try refusal(of: database, path: path) { throw refusal.error(path: path) }
      try configure(database)
      // Before a log is made, so that the file's own header tells whose it is.
      try database.migrate(Schema.migrations)
      return (database, try setJournalMode(wanted, of: database))
    } catch let error as SQLiteError {
      throw StoreFailure(error, path: path).engineError
    } catch let error as EngineError {
      throw error
    } catch {
      throw EngineError(.storage, "“\(path)” could not be opened: \(error).")
    }
  }

  /// The path with the links of its folder resolved, as SQLite is told to follow none.
  private static func resolved(_ path: String) throws(EngineError) -> String {
    let folder = folder(of: path)
    guard let real = realpath(folder, nil) else {
      guard errno == ENOENT || errno == ENOTDIR else { throw FileAccess(path: folder).denial }
      throw FileRefusal.folderMissing(folder).error(path: path)
    }
    defer { free(real) }
    let base = String(cString: real)
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return base == "/" ? "/\(name)" : "\(base)/\(name)"
  }

  private static func inspect(_ path: String, seed: Seed?) throws(EngineError) {
    guard let status = FileStatus(of: path) else {
      guard errno == ENOENT else { throw FileAccess(path: path).denial }
      guard seed != nil else { throw FileRefusal.missing.error(path: path) }
      return try make(path)
    }
    guard !status.isSymbolicLink else { throw FileRefusal.symbolicLink.error(path: path) }
    guard status.isRegularFile else { throw FileRefusal.notAFile.error(path: path) }
    guard seed != nil || status.size > 0 else { throw FileRefusal.empty.error(path: path) }
    guard status.linkCount == 1 else {
      throw FileRefusal.hardLinks(count: status.linkCount).error(path: path)
    }
    guard faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 else {
      throw FileAccess(path: path).denial
    }
    for suffix in ["-journal", "-wal", "-shm"] {
      guard let sidecar = FileStatus(of: path + suffix), sidecar.isSymbolicLink else { continue }
      throw FileRefusal.symbolicLink.error(path: path + suffix)
    }
  }

  /// Makes an empty file that its folder's group shares if the folder is shared, and else nobody.
  private static func make(_ path: String) throws(EngineError) {
    let isShared = FileStatus(following: folder(of: path))?.isSharedByGroup ?? false
    let mode: mode_t = isShared ? 0o660 : 0o600
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      switch errno {
      case EEXIST: return
      case ENOSPC, EDQUOT: throw StoreFailure(SQLiteError(.full, ""), path: path).engineError
      default: throw FileAccess(path: folder(of: path)).denial
      }
    }
    // The umask takes bits away from what `open` is given.
    fchmod(descriptor, mode)
    close(descriptor)
  }
}

extension Store {
  private static func refusal(
    of database: Database, path: String
  ) throws(SQLiteError) -> FileRefusal? {
    let header = try database.fileHeader()
    guard header.mayBeOurs, let log = FileStatus(of: path + "-wal"), log.size > 0 else {
      return refusal(of: header)
    }
    if let refusal = refusal(of: try database.loggedHeader()) { return refusal }
    try database.ownsLog()
    return nil
  }

  private static func refusal(of header: FileHeader) -> FileRefusal? {
    switch header {
    case .empty: nil
    case .foreign: .notADatabase
    case .database(Schema.applicationID, let version):
      version <= Schema.version ? nil : .newer(version: version)
    case .database: .foreign
    }
  }

  private static func configure(_ database: Database) throws(SQLiteError) {
    try database.execute(
      """
      PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA journal_size_limit = 1048576;
      PRAGMA synchronous = FULL
      """)
  }

  /// The mode that the file has then; a file that may only be read keeps its own.
  private static func setJournalMode(
    _ mode: JournalMode, of database: Database
  ) throws(SQLiteError) -> JournalMode {
    let change = database.isReadOnly ? "" : " = \(mode.rawValue)"
    let answer = try database.first("PRAGMA journal_mode\(change)") { $0.text(0) }
    return answer == JournalMode.writeAheadLog.rawValue ? .writeAheadLog : .persistentJournal
  }

  private static func finish(
    _ database: Database, path: String, mode: JournalMode, seed: Seed?
  ) throws(EngineError) -> Store {
    let connection = Connection(database, path: path, journalMode: mode)
    let store = Store(connection, organization: OrganizationRow(row: 0))
    if let known = try store.firstOrganization() {
      connection.home = known
    } else if let seed {
      connection.home = try store.writing { () throws(EngineError) in
        if let known = try store.firstOrganization() { return known }
        return try store.insertOrganization(seed)
      }
    } else {
      throw FileRefusal.empty.error(path: path)
    }
    _ = store.takeForeignCommit()
    return store.scoped(to: connection.home)
  }

  private func firstOrganization() throws(EngineError) -> OrganizationRow? {
    try first("SELECT id FROM organization ORDER BY id LIMIT 1") {
      OrganizationRow(row: $0.int64(0))
    }
  }

  /// Adds an organization with its default workflow; its slug is known to be free.
  public func insertOrganization(_ seed: Seed) throws(EngineError) -> OrganizationRow {
    try run(
      "INSERT INTO organization (uuid, name, slug, created_at) VALUES ($1, $2, $3, $4)",
      [
        .id(seed.organization), .text(seed.name), .text(seed.slug),
        .time(seed.workflow.createdAt),
      ])
    let organization = OrganizationRow(row: database.lastInsertedRow)
    let workflow = try scoped(to: organization).insert(seed.workflow)
    try run(
      "UPDATE organization SET default_workflow = $1 WHERE id = $2",
      [.integer(workflow.row), .integer(organization.row)])
    return organization
  }
}

extension FileHeader {
  /// Whether a log beside the file may hold marks of ours that the file itself has not yet.
  fileprivate var mayBeOurs: Bool {
    guard case .database(let application, _) = self else { return false }
    return application == 0 || application == Schema.applicationID
  }
}
