internal import Glibc
internal import SQLite

extension Store {
  /// The files that a commit writes to.
  public var watchedPaths: [String] {
    switch journalMode {
    case .persistentJournal: [path]
    case .writeAheadLog: [path, path + "-wal"]
    }
  }

  /// Whether another connection has committed since the last call.
  ///
  /// To be asked when a watched file was written to. With a rollback journal the file is written under
  /// a lock that this call waits for, so that it sees the commit at once. With a log it is written
  /// before the commit can be seen, so that this call looks again for a few milliseconds.
  public func takeForeignCommit() -> Bool {
    var pauses = journalMode == .writeAheadLog && !connection.hasCommitted ? Self.pauses[...] : []
    connection.hasCommitted = false
    while true {
      if dataVersionHasChanged() { return true }
      guard let pause = pauses.popFirst() else { return false }
      usleep(pause)
    }
  }

  private func dataVersionHasChanged() -> Bool {
    guard let version = try? database.number("PRAGMA data_version") else { return false }
    defer { connection.seenDataVersion = version }
    return version != connection.seenDataVersion
  }

  /// In microseconds; measured to see all but a few commits after two of them.
  private static let pauses: [UInt32] = [200, 200, 200, 200, 2_000, 2_000, 2_000, 2_000]
}
