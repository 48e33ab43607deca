public import SQLite

/// How SQLite keeps a transaction whole.
public enum JournalMode: String, Hashable, Sendable {
  /// A log that writers append to and readers read along.
  case writeAheadLog = "wal"
  /// A rollback journal whose header is overwritten at commit.
  case persistentJournal = "persist"

  /// What is safe with a version of the library wherever more than one connection may be open.
  ///
  /// Versions 3.7.0 to 3.51.2 can lose committed data in WAL mode when two connections reset the log at
  /// once; fixed in 3.51.3, 3.50.7 and 3.44.6. Of the rollback journals, a persistent one costs least: it
  /// is synced like the others and neither made nor removed. Source: sqlite.org, “WAL-reset bug”.
  public static func recommended(forLibraryVersion version: LibraryVersion) -> JournalMode {
    let isFixed =
      version >= LibraryVersion(3, 51, 3)
      || (LibraryVersion(3, 50, 7)..<LibraryVersion(3, 51, 0)).contains(version)
      || (LibraryVersion(3, 44, 6)..<LibraryVersion(3, 45, 0)).contains(version)
    return isFixed ? .writeAheadLog : .persistentJournal
  }
}
