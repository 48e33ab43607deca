/// An engine at the end of a line that can be lost, as a server's is.
///
/// A local file has no line, so a `LocalEngine` is none. Whoever shows such an engine tells how the line
/// stands and keeps what could not be sent.
///
/// What is said of any engine holds here too, and besides:
/// - A change of `linkState` makes `changeDescriptor`, which is never `nil`, readable.
/// - `takeForeignChange` asks nothing of the other end and returns at once. It tells of others' changes
///   only: what was applied through this engine is known to its caller by the receipt. Once the line is
///   back after it was lost it answers `true`, for nobody knows what was missed.
/// - The places in history that boards and receipts name are of one history; where the other end knows none,
///   both name 0.
/// - Calls may come from several threads at once, so that a read need not wait for a slow write.
/// - While the line is lost, calls fail soon with `unavailable` instead of waiting for it, and it is tried
///   again without being asked.
public protocol EngineLink: Engine {
  /// How the line stands now. Never waits; may be asked from any thread.
  var linkState: LinkState { get }

  /// Applies one change as a whole, once, however often it is asked for under the same id; or changes
  /// nothing and throws.
  ///
  /// `unavailable` means that nobody knows whether the change was made. Asked again under the same id, it is
  /// made if it was not, and the receipt of the first time is answered if it was. Any other error is the
  /// engine's decision, and final.
  func apply(_ change: Change, by actor: Actor, as id: Change.ID) throws(EngineError) -> Receipt

  /// Ends what is under way and all that comes: calls that wait for an answer, and later ones, throw
  /// `unavailable` soon. For leaving without waiting for the line.
  func hangUp()
}

/// How the line to an engine stands.
public enum LinkState: Hashable, Sendable {
  /// Calls are answered, and others' changes are told as they happen.
  case live
  /// It was lost at that moment, and is tried again by itself.
  case reconnecting(since: Timestamp)
  /// It is not tried again, for that would be in vain: the reason as a sentence, such as that the login has
  /// ended.
  case offline(reason: String)
}

extension Change {
  /// Names one asking for a change, so that asking again does not make it twice.
  public typealias ID = Identifier<Change>
}
