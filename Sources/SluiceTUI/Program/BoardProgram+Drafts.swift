import Drawing

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
  func draft(for subject: Draft.Subject) -> Draft.Finding {
    sendDrafts()
    return keeper.draft(for: subject)
  }

  /// Lets the person edit a text outside, and keeps what they write whatever happens to the program.
  func edit(_ text: String, _ purpose: Effect.EditPurpose, _ worker: EngineWorker) {
    sendDrafts()
    let folder = keeper.beginEditing(text, for: purpose.draftSubject)
    screen.release()
    let result = surroundings.edit(text, folder)
    screen.reclaim()
    handle(.edited(result, purpose), worker)
    // What the editor left goes only once it is kept otherwise.
    sendDrafts()
    guard folder != nil else { return }
    keeper.endEditing(for: purpose.draftSubject, taken: result.isTaken)
  }
}

extension Result where Failure == EditorError {
  /// Whether nothing is left with the editor.
  fileprivate var isTaken: Bool {
    switch self {
    case .success: true
    case .failure(let error): error.text != nil
    }
  }
}
