internal import SQLite
internal import SluiceCore

/// A failure of SQLite on a file, to be told in the words of the engine.
struct StoreFailure {
  let error: SQLiteError
  let path: String

  init(_ error: SQLiteError, path: String) {
    self.error = error
    self.path = path
  }

  var engineError: EngineError {
    switch error.code.primary {
    case .busy:
      EngineError(
        .unavailable, "“\(path)” is busy: another program holds its lock.",
        nextStep: "Try again; \(shell: "fuser", path) shows which program it is.")
    case .full:
      EngineError(
        .storage, "The disk that holds “\(path)” is full; nothing was changed.",
        nextStep: "Free some space and try again.")
    case .permission, .readOnly, .cannotOpen:
      FileAccess(path: path).denial
    case .corrupt:
      EngineError(
        .unusableFile, "“\(path)” is damaged: \(error.message).",
        nextStep: "Go back to a copy; \(shell: "sqlite3", path) with “.recover” saves what is left."
      )
    case .notADatabase:
      FileRefusal.notADatabase.error(path: path)
    default:
      EngineError(
        .storage, "“\(path)” could not be read or written: \(error.message); nothing was changed.",
        nextStep: "Look at the disk and try again.")
    }
  }
}
