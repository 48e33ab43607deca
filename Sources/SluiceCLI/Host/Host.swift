import SluiceCore

/// Everything the program sees of the machine, so that tests can put something else there.
struct Host {
  /// The arguments without the program's own name.
  var arguments: [String]
  /// Reads an environment variable.
  var variable: (String) -> String?
  /// For data.
  var output: Output
  /// For messages.
  var messages: Output
  /// Whether keys can be read from a person.
  var hasKeyboard: Bool
  /// A line that a person types, without its end; `nil` where there are no more.
  var readLine: () -> String?
  /// The same, without showing what is typed.
  var readSecret: () throws(Failure) -> String?
  /// Writes over the last line of a terminal while something takes long; `nil` where nobody would see it.
  var showProgress: (@Sendable (String) -> Void)?
  /// Begins to note interrupts, for a verb that stops by itself.
  var watchInterrupts: () -> InterruptWatch
  /// Ends the program quietly when so many milliseconds are over.
  var endAfter: (Int) -> Void
  /// The time of day.
  var now: @Sendable () -> Timestamp
  /// The name of the user, whom history calls the actor.
  var user: () -> String
  /// Opens a database.
  var openEngine: (DatabaseOpening) throws(EngineError) -> any Engine
  /// Opens an organization on a server.
  var openServer: (ServerOpening) throws(EngineError) -> any Engine
  /// Throws what showing the screen would throw for this kind of terminal, and writes nothing to it.
  var checkScreen: () throws(Failure) -> Void
  /// Shows the screen until the user leaves it.
  var showBoard: (BoardOpening) throws(Failure) -> BoardEnding
}

/// How a database is opened.
struct DatabaseOpening {
  /// The file.
  var path: String
  /// Whether to make it if it is missing.
  var creates = false
  /// Tells the time for what is written; that of the host unless histories are made up.
  var now: @Sendable () -> Timestamp
}
