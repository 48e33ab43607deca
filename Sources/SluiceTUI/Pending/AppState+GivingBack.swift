import SluiceCore

extension AppState {
  /// Shows a text again that was not saved; after what is being typed now, if something is.
  mutating func giveBack(_ layer: Layer) {
    if isAnswering { returned.append(layer) } else { push(layer) }
  }

  /// The same for one line.
  mutating func giveBack(_ prompt: Prompt, after error: EngineError) {
    var prompt = prompt
    // The bottom line will tell of something else by then.
    if isAnswering { prompt.fault = Self.sentence(error) }
    giveBack(.prompt(prompt))
  }

  /// Gives back what had to wait, once nothing is being typed any more.
  mutating func giveBackNext() {
    guard !returned.isEmpty, !isAnswering else { return }
    push(returned.removeFirst())
  }

  /// Whether the keys answer something that another layer over it would take them from.
  private var isAnswering: Bool {
    switch layers.last {
    case .filter, .search, .prompt, .picker, .form, .question, .conflict, .preview, .palette,
      .bulk, .triage:
      true
    case nil, .gate, .ticket, .help: false
    }
  }

  /// Some changes have been under way for so long that the person notices: their cards tell it, and a form
  /// that waits for its answer waits no longer in the way of the keys.
  mutating func linger(upTo number: Int) -> [Effect] {
    pending.linger(upTo: number)
    guard case .form(let form) = layers.last, form.isSaving,
      pending.queue.contains(where: { $0.form == form && $0.number <= number })
    else { return [] }
    pop()
    if case .create = form.purpose { say("“\(form.title.text)” is being saved") }
    return []
  }
}

extension Prompt {
  /// The question with an answer that is not saved.
  init(_ purpose: Purpose, _ question: String, typed text: String) {
    self.init(purpose, question)
    editor = LineEditor(text)
  }
}
