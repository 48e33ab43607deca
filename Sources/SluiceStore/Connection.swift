internal import SQLite
internal import SluiceCore

/// One connection to a database file with what is known of it, for one thread at a time.
///
/// The views of all organizations share it.
final class Connection {
  let database: Database
  let path: String
  let journalMode: JournalMode
  /// The organization that the file was made with; what belongs to no other is its.
  var home = Store.OrganizationRow(row: 0)
  var workflows = KnownWorkflows()
  private var knownTokenizer: Tokenizer?
  var seenDataVersion: Int64 = 0
  /// The number of the change that is being written, once it has an event.
  var change: Int64?
  /// Whether this connection has committed since it last looked for commits of others.
  var hasCommitted = false
  /// What the connection goes back to after a transaction that has secrets erased.
  var eraser: Eraser?
  /// Whether several reads see the state of one moment.
  var isLooking = false
  /// The transaction that several calls share, while there is one.
  var group: OpenGroup?

  init(_ database: Database, path: String, journalMode: JournalMode) {
    self.database = database
    self.path = path
    self.journalMode = journalMode
  }

  deinit {
    // Before its connection.
    knownTokenizer = nil
  }

  /// How search divides texts.
  var tokenizer: Tokenizer {
    get throws(SQLiteError) {
      if let knownTokenizer { return knownTokenizer }
      let made = try Tokenizer(of: database)
      try database.addWordFunction(made)
      try database.addRowFunction()
      knownTokenizer = made
      return made
    }
  }
}
