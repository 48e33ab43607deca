/// Where drafts outlive the program.
///
/// It is asked from the thread of the screen for one draft at a time, and told from another thread what to
/// keep: a disk may be slow.
public protocol DraftStore: Sendable {
  /// The draft for a subject; `nil` if none is kept or it cannot be read.
  func draft(for subject: Draft.Subject) -> Draft?

  /// Keeps a text in place of the one before, or forgets it with `nil`.
  func keep(_ text: String?, for subject: Draft.Subject)

  /// Forgets what has been kept for too long, whatever it was typed for; told once, from another thread.
  func tidy()
}

/// Keeps nothing.
public struct NoDrafts: DraftStore {
  /// A store that is always empty.
  public init() {}

  /// Always `nil`.
  public func draft(for subject: Draft.Subject) -> Draft? { nil }

  /// Does nothing.
  public func keep(_ text: String?, for subject: Draft.Subject) {}

  /// Does nothing.
  public func tidy() {}
}
