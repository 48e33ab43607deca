/// Drafts on their way to where they outlive the program.
extension BoardProgram {
  /// How long after a key what was typed is kept, in milliseconds: not with every key, and soon enough.
  private static let draftMilliseconds = 200

  /// Keeps a text with the next ones, `nil` to forget it.
  func keepDraft(_ text: String?, for subject: Draft.Subject) {
    drafts[subject] = .some(text)
    draftDeadline = draftDeadline ?? monotonicMilliseconds() + Self.draftMilliseconds
  }

  /// Sends on what has waited long enough.
  func handleDrafts() {
    guard let draftDeadline, monotonicMilliseconds() >= draftDeadline else { return }
    sendDrafts()
  }

  func sendDrafts() {
    keeper.keep(drafts)
    drafts = [:]
    draftDeadline = nil
  }

  /// The draft for a subject as it was last kept.
  func draft(for subject: Draft.Subject) -> Draft? {
    sendDrafts()
    return keeper.draft(for: subject)
  }
}
