import Drawing
import SluiceCore

extension AppState {
  mutating func handleForm(_ key: Key, _ form: TicketForm) -> [Effect] {
    // Its answer closes the form or puts a fault into it; until then there must be no other.
    guard !form.isSaving else { return [] }
    var form = form
    let wasLeaving = form.isLeaving
    form.isLeaving = false
    switch key {
    case .escape, .control("c"): return leave(form, wasAsked: wasLeaving)
    case .control("s"): return save(form)
    case .control("g") where form.note != nil:
      discardDraft()
      return []
    case .enter: return form.row == .description ? editDescription(form) : save(form)
    case .control("e") where form.row == .description, .control("x"): return editDescription(form)
    case .tab, .down, .control("n"): form.step(1)
    case .backTab, .up, .control("p"): form.step(-1)
    case .left where form.row == .priority, .character("-") where form.row == .priority:
      form.stepPriority(-1)
    case .right where form.row == .priority, .character("+") where form.row == .priority,
      .character(" ") where form.row == .priority:
      form.stepPriority(1)
    case .character where form.row == .description:
      form.fault = "The description is written in $EDITOR; enter opens it."
    default:
      if form.editor?.handle(key) == true { form.fault = nil }
    }
    replaceLayer(.form(form))
    return []
  }

  /// Text that is not saved is thrown away only after a second Esc.
  private mutating func leave(_ form: TicketForm, wasAsked: Bool) -> [Effect] {
    guard form.isChanged, !wasAsked else {
      pop()
      return form.isChanged ? form.draftSubjects.map { .keepDraft(nil, for: $0) } : []
    }
    var form = form
    form.isLeaving = true
    replaceLayer(.form(form))
    return []
  }

  private func editDescription(_ form: TicketForm) -> [Effect] {
    [.loadDraft(form.descriptionSubject)]
  }

  mutating func save(_ form: TicketForm) -> [Effect] {
    guard !form.isSaving else { return [] }
    var form = form.writingOutDue(on: today)
    switch form.change(on: today) {
    case .failure(let fault):
      form.fault = fault.message
      form.row = fault.row
      replaceLayer(.form(form))
      return []
    case .success(let change):
      form.isSaving = true
      form.fault = nil
      replaceLayer(.form(form))
      if case .create = form.purpose { return [.apply(change, .created)] }
      return [.apply(change, .closeForm)]
    }
  }
}
