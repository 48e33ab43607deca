import SluiceCore

/// What was typed survives the program and a save that fails: it is kept while it is typed, and forgotten
/// once it is known to be saved or was thrown away.
extension AppState {
  /// What is being typed, and differs from what was there before.
  ///
  /// It is told by how often it was edited, so that a key costs the same however long the text is.
  struct Typed: Equatable {
    let subject: Draft.Subject
    let revision: Revision
  }

  /// What differs wherever a text that is typed does.
  enum Revision: Equatable {
    case prompt(Int)
    case form(editors: [Int], Priority, description: String)
  }

  /// What is typed, so that what happens to it can be told.
  struct Typing: Equatable {
    /// What a text is typed for now, be it that nothing was typed yet.
    var subject: Draft.Subject?
    var typed: Typed?
  }

  /// What keeps the drafts as they should be after something has happened.
  mutating func keepDrafts() -> [Effect] {
    let former = typing
    typing = Typing(subject: layers.last?.draftSubject, typed: layers.last?.typed)
    guard typing != former, let subject = typing.subject else { return [] }
    if let typed = typing.typed {
      return typed == former.typed ? [] : [.keepDraft(layers.last?.draftText, for: subject)]
    }
    if subject == former.subject { return [.keepDraft(nil, for: subject)] }
    // What is being saved is not to be typed a second time.
    let isUnderWay = pending.queue.contains { $0.draftSubjects.contains(subject) }
    return isUnderWay ? [] : [.loadDraft(subject)]
  }

  /// Forgets the drafts of what is known to be saved, unless more is being typed for the same.
  func forgettingDrafts(of change: PendingChange?) -> [Effect] {
    let typed = layers.last?.typed?.subject
    return (change?.draftSubjects ?? []).filter { $0 != typed }.map { .keepDraft(nil, for: $0) }
  }

  /// Offers what was typed before and not saved where the same is opened again.
  mutating func take(_ found: Draft.Finding, for subject: Draft.Subject) -> [Effect] {
    if let (text, purpose) = described(by: subject) { return edit(text, purpose, found) }
    guard let note = note(on: found, for: subject) else { return [] }
    if case .draft(let draft) = found, isStored(draft, for: subject) {
      return [.keepDraft(nil, for: subject)]
    }
    switch layers.last {
    case .prompt(var prompt) where prompt.draftSubject == subject && !prompt.isChanged:
      if case .draft(let draft) = found { prompt.editor = LineEditor(draft.text) }
      prompt.note = note
      replaceLayer(.prompt(prompt))
    case .form(var form) where form.draftSubject == subject && !form.isChanged:
      if case .draft(let draft) = found {
        guard form.restore(draft.text) else { break }
      }
      form.note = note
      replaceLayer(.form(form))
    default: break
    }
    // It is kept as it is; only what differs from it is to be kept anew.
    typing.typed = layers.last?.typed
    return []
  }

  /// Whether that is what is there, so that nothing is left to be saved: the program was killed before it could
  /// forget the draft, or someone else saved the same.
  private func isStored(_ draft: Draft, for subject: Draft.Subject) -> Bool {
    switch (subject, layers.last) {
    case (.comment(let key), _): isMade(draft, on: key)
    case (_, .prompt(let prompt)) where prompt.draftSubject == subject:
      draft.text == prompt.original
    case (_, .form(let form)) where form.draftSubject == subject && !form.isChanged:
      draft.text == form.draftText
    default: false
    }
  }

  /// Whether a comment has come of it since; clocks may differ by a minute.
  private func isMade(_ draft: Draft, on key: TicketKey) -> Bool {
    detail(of: key)?.comments.contains { comment in
      comment.author == user && comment.text == draft.text
        && comment.at.advanced(bySeconds: 60) >= draft.at
    } ?? false
  }

  private func note(on found: Draft.Finding, for subject: Draft.Subject) -> String? {
    switch found {
    case .nothing: nil
    case .draft(let draft): "Draft from \(time(of: draft)) restored; ^G discards it."
    case .elsewhere: subject.remarkElsewhere
    }
  }

  /// The description that a draft of this subject would stand for; `nil` if it is not to be edited.
  private func described(by subject: Draft.Subject) -> (String, Effect.EditPurpose)? {
    if case .form(let form) = layers.last, form.descriptionSubject == subject {
      return (form.description, .formDescription(subject))
    }
    guard case .description(let key) = subject, let ticket = subjectDetail?.state.ticket,
      ticket.key == key
    else { return nil }
    return (ticket.description, .description(ticket))
  }

  /// Opens the editor on what it left before and was not saved, else on the description itself.
  private func edit(
    _ text: String, _ purpose: Effect.EditPurpose, _ found: Draft.Finding
  ) -> [Effect] {
    switch found {
    case .nothing: return [.edit(text, purpose)]
    case .elsewhere:
      return [.edit(DraftRemark.elsewhere(purpose.draftSubject).above(text), purpose)]
    case .draft(let draft):
      let left = DraftRemark.without(draft.text)
      guard left != text else {
        return [.keepDraft(nil, for: purpose.draftSubject), .edit(text, purpose)]
      }
      return [.edit(DraftRemark.restored(from: time(of: draft)).above(left), purpose)]
    }
  }

  /// The time on the wall, and the day unless it is today.
  private func time(of draft: Draft) -> String {
    let time = draft.at.wallClock(secondsFromUTC: secondsFromUTC)
    let isToday = draft.at.advanced(bySeconds: Int64(secondsFromUTC)).day == today
    return isToday ? String(time.suffix(5)) : time
  }

  /// Gives up what was typed for what was there before.
  mutating func discardDraft() {
    switch layers.last {
    case .prompt(var prompt):
      prompt.editor = LineEditor(prompt.original)
      (prompt.note, prompt.fault) = (nil, nil)
      replaceLayer(.prompt(prompt))
    case .form(let form) where !form.isSaving: replaceLayer(.form(form.asItWas))
    default: break
    }
  }
}

extension Layer {
  /// What a text that is typed here is for.
  fileprivate var draftSubject: Draft.Subject? {
    switch self {
    case .prompt(let prompt): prompt.draftSubject
    case .form(let form): form.draftSubject
    default: nil
    }
  }

  /// What is typed here and was not there before.
  fileprivate var typed: AppState.Typed? {
    switch self {
    case .prompt(let prompt) where prompt.isChanged:
      prompt.draftSubject.map {
        AppState.Typed(subject: $0, revision: .prompt(prompt.editor.revision))
      }
    case .form(let form) where form.isChanged:
      AppState.Typed(subject: form.draftSubject, revision: form.revision)
    default: nil
    }
  }

  /// What is typed here, as it is kept.
  fileprivate var draftText: String? {
    switch self {
    case .prompt(let prompt): prompt.editor.text
    case .form(let form): form.draftText
    default: nil
    }
  }
}

extension Prompt {
  /// `nil` for what is not worth keeping.
  var draftSubject: Draft.Subject? {
    switch purpose {
    case .comment(let key): .comment(key)
    case .value(let key, let field): .value(key, field: field.key)
    case .due(let key): .due(key)
    case .title(let ticket): .title(ticket.key)
    case .marked, .viewName: nil
    }
  }

  /// Whether something was typed that is not saved.
  var isChanged: Bool { !editor.holds(original) }
}

extension TicketForm {
  /// What is forgotten with it: a description that could not be saved has come into the form.
  var draftSubjects: [Draft.Subject] {
    switch purpose {
    case .create(let project): [.create(project), .newDescription(project)]
    case .edit(let original):
      [.edit(original.key)]
        + (description == original.description ? [] : [.description(original.key)])
    }
  }

  /// What its description is kept for while an editor has it.
  var descriptionSubject: Draft.Subject {
    switch purpose {
    case .create(let project): .newDescription(project)
    case .edit(let original): .description(original.key)
    }
  }
}

extension PendingChange {
  /// What the text was typed for that it saves.
  var draftSubjects: [Draft.Subject] {
    guard case .make(let change, let purpose) = order else { return [] }
    switch (change, purpose) {
    case (.createTicket(.key(let project), _), .created):
      return [.create(project), .newDescription(project)]
    case (.changeTicket(.key(let key), _, _), .comment): return [.comment(key)]
    case (.changeTicket(.key(let key), _, _), .description): return [.description(key)]
    case (.changeTicket(.key(let key), _, _), .title): return [.title(key)]
    case (.changeTicket(.key(let key), .edit(let edit), _), .closeForm):
      return [.edit(key)] + (edit.description == nil ? [] : [.description(key)])
    case (.changeTicket(.key(let key), .setValue(let field, _), _), .answer):
      return [.value(key, field: field)]
    case (.changeTicket(.key(let key), .edit(let edit), _), .answer) where edit.due != nil:
      return [.due(key)]
    default: return []
    }
  }
}
