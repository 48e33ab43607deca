/// Where drafts outlive the program.
///
/// A draft belongs to the program that keeps it as long as that runs; afterwards to the first that asks for it.
/// The store is asked from the thread of the screen for one draft at a time, and told from another thread what
/// to keep: a disk may be slow.
public protocol DraftStore: Sendable {
  /// What there is for a subject; a draft that is given out belongs to this program from now on.
  func draft(for subject: Draft.Subject) -> Draft.Finding

  /// Keeps a text in place of the one before, or forgets that with `nil`; those of others stay.
  func keep(_ text: String?, for subject: Draft.Subject)

  /// A folder for an editor to write in, whose text is found as a draft if the program does not live to take it;
  /// `nil` if none can be made.
  func beginEditing(_ text: String, for subject: Draft.Subject) -> String?

  /// The editor has ended; what it left is thrown away if it is `taken`, else found as a draft the next time.
  func endEditing(for subject: Draft.Subject, taken: Bool)

  /// Forgets what has been kept for too long and belongs to nobody, whatever it was typed for; told once, from
  /// another thread.
  func tidy()
}

/// Keeps nothing.
public struct NoDrafts: DraftStore {
  /// A store that is always empty.
  public init() {}

  /// Always nothing.
  public func draft(for subject: Draft.Subject) -> Draft.Finding { .nothing }

  /// Does nothing.
  public func keep(_ text: String?, for subject: Draft.Subject) {}

  /// Always `nil`.
  public func beginEditing(_ text: String, for subject: Draft.Subject) -> String? { nil }

  /// Does nothing.
  public func endEditing(for subject: Draft.Subject, taken: Bool) {}

  /// Does nothing.
  public func tidy() {}
}
