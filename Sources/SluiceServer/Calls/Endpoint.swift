internal import SluiceAPI

/// A route and what is done for it.
///
/// Every request refers to one; a class is handed on without its many parts.
final class Endpoint: Sendable {
  /// What is done with the file for a request.
  ///
  /// It runs on the one thread that works on the file, and must not wait for anything else. What it wrote
  /// is taken back if it throws.
  typealias Handler = @Sendable (Call) throws(APIError) -> Answer

  /// How a request is done.
  enum Procedure: Sendable {
    case desk(Handler)
    /// A password is hashed between looking and writing.
    case password(
      prepare: @Sendable (Call) throws(APIError) -> PasswordWork,
      finish: @Sendable (Call, PasswordWork.Verdict) throws(APIError) -> Answer)
    /// Something that takes long is done on another thread, with what the desk has looked up for it.
    case errand(@Sendable (Call) throws(APIError) -> Errand)
    /// Without the file.
    case free(@Sendable (Parts) -> Answer)
    /// The answer is a stream of events.
    case events
  }

  let route: Route
  let procedure: Procedure
  /// Whether the answer holds a secret, which is shown once and never kept.
  let isSecret: Bool

  init(_ route: Route, _ procedure: Procedure, isSecret: Bool = false) {
    self.route = route
    self.procedure = procedure
    self.isSecret = isSecret
  }

  convenience init(_ route: Route, isSecret: Bool = false, _ handler: @escaping Handler) {
    self.init(route, .desk(handler), isSecret: isSecret)
  }
}
