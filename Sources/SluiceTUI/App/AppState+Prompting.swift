import Drawing
import SluiceCore

extension AppState {
  mutating func handlePrompt(_ key: Key, _ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    let wasLeaving = prompt.isLeaving
    prompt.isLeaving = false
    switch key {
    case .escape, .control("c"): return leave(prompt, wasAsked: wasLeaving)
    case .enter: return answer(prompt)
    case .control("g") where prompt.note != nil:
      discardDraft()
      return []
    case .control("e") where prompt.allowsEditor, .control("x") where prompt.allowsEditor:
      guard case .comment(let ticket) = prompt.purpose else { return [] }
      return [.edit(prompt.editor.text, .comment(ticket))]
    default:
      guard prompt.editor.handle(key) else { return [] }
      prompt.fault = nil
      replaceLayer(.prompt(prompt))
      return []
    }
  }

  /// Text that is not saved is thrown away only after a second Esc.
  private mutating func leave(_ prompt: Prompt, wasAsked: Bool) -> [Effect] {
    guard prompt.isChanged, !wasAsked else {
      pop()
      guard prompt.isChanged, let subject = prompt.draftSubject else { return [] }
      return [.keepDraft(nil, for: subject)]
    }
    var prompt = prompt
    prompt.isLeaving = true
    prompt.fault = "Not saved. Esc again throws it away; enter saves."
    replaceLayer(.prompt(prompt))
    return []
  }

  mutating func answer(_ prompt: Prompt) -> [Effect] {
    let text = prompt.editor.text
    switch prompt.purpose {
    case .comment(let key):
      guard !text.trimmingBlanks.isEmpty else { return keep(prompt, "A comment needs some text.") }
      pop()
      return [.apply(.changeTicket(.key(key), .comment(text)), .comment(key, text: text))]
    case .value(let key, let field):
      do {
        _ = try field.value(reading: text)
      } catch {
        return keep(prompt, error.message)
      }
      pop()
      return [
        saving(
          .setValue(field: field.key, text: text), of: key, prompt, saying: "\(field.name) filled")
      ]
    case .marked(let choice):
      let words = text.trimmingBlanks
      if choice == .due, let fault = fault(ofDay: words) { return keep(prompt, fault) }
      guard choice == .due || !words.isEmpty else {
        return keep(prompt, "A comment needs some text.")
      }
      pop()
      return choose(choice == .due ? words : text, for: choice)
    case .viewName(let filter):
      let name = text.trimmingBlanks
      if let fault = SavedView.fault(inName: name) { return keep(prompt, fault) }
      pop()
      return saveView(name, filter)
    case .due(let key):
      let words = text.trimmingBlanks
      if let fault = fault(ofDay: words) { return keep(prompt, fault) }
      let day = CalendarDay(said: words, on: today)
      pop()
      let said = day.map { "is due on \($0)" } ?? "is due on no day"
      // “Tomorrow” would be another day if it has to be saved again.
      var prompt = prompt
      prompt.editor = LineEditor(day?.description ?? "")
      return [
        saving(.edit(TicketEdit(due: .init(day))), of: key, prompt, saying: "\(key) \(said)")
      ]
    case .title(let ticket):
      guard !text.trimmingBlanks.isEmpty else { return keep(prompt, "A ticket needs a title.") }
      pop()
      return text == ticket.title ? [] : [saving(title: text, of: ticket)]
    }
  }

  /// The new title, saved only if nobody else has changed the ticket meanwhile.
  private func saving(title: String, of ticket: Ticket) -> Effect {
    .apply(
      .changeTicket(
        .key(ticket.key), .edit(TicketEdit(title: title)),
        expecting: Expectation(version: ticket.version)),
      .title(ticket, text: title))
  }

  /// The same for another answer.
  private func saving(
    _ change: TicketChange, of key: TicketKey, _ prompt: Prompt, saying text: String
  ) -> Effect {
    .apply(
      .changeTicket(.key(key), change, expecting: Expectation(version: prompt.version)),
      .answer(prompt, saying: text))
  }

  private func fault(ofDay words: String) -> String? {
    guard !words.isEmpty, CalendarDay(said: words, on: today) == nil else { return nil }
    return CalendarDay.refusal(of: words)
  }

  private mutating func keep(_ prompt: Prompt, _ fault: String) -> [Effect] {
    var prompt = prompt
    prompt.fault = fault
    replaceLayer(.prompt(prompt))
    return []
  }
}

extension CalendarDay {
  /// Why a text is none.
  static func refusal(of text: String) -> String {
    "A day is \(saidForms), not “\(text)”."
  }
}

extension Prompt {
  /// Whether the answer may be long enough for an editor.
  var allowsEditor: Bool {
    if case .comment = purpose { return true }
    return false
  }
}
