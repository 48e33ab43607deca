import Drawing
import SluiceCore

extension AppState {
  /// Takes in what happened and tells what is to be done about it.
  ///
  /// Pure: no clock, no file, no terminal; the same state and message always give the same answer.
  mutating func handle(_ message: Message) -> [Effect] {
    var effects = ordering(answer(message))
    if message.isOfEngine {
      let former = currentKey
      reforecast()
      leaveWork(on: former)
    }
    effects += takeTypedAhead()
    giveBackNext()
    unsent = isLineLost ? pending.queue.count : 0
    layOutPages()
    let reading = readAhead()
    layOutTriage()
    return effects + reading + keepDrafts()
  }

  private mutating func answer(_ message: Message) -> [Effect] {
    switch message {
    case .input(let event): handle(event)
    case .boardLoaded(let result, let query, let purpose): take(result, query, purpose)
    case .counted(let result, let query): take(result, query)
    case .columnLoaded(let result, let query): take(result, query)
    case .triageLoaded(let result, let query, let purpose): take(result, query, purpose)
    case .ticketLoaded(let result, let key): take(result, of: key)
    case .historyLoaded(let result, let key, let request): take(result, of: key, request)
    case .projectsLoaded(let result): take(result)
    case .suggestionsLoaded(let names, let kind, let query):
      take(suggestions: names, of: kind, for: query)
    case .applied(let result, let purpose): take(result, purpose)
    case .edited(let result, let purpose): take(result, purpose)
    case .draftLoaded(let found, let subject): take(found, for: subject)
    case .rested(let number): number == restCount ? loadFocused() : []
    case .ran(let result, let call): take(result, of: call)
    case .settingsEdited(let result): take(result)
    case .overdue(let number): forgetBegun(number)
    case .lingered(let number): linger(upTo: number)
    case .faded(let number): fade(number)
    case .earlierDeedLoaded(let result): take(earlier: result)
    case .latestLoaded(let event, let key): take(latest: event, of: key)
    case .foreignChange: lookForDeletions + reload() + rereadTriage()
    case .previewed(let result, let change): take(preview: result, of: change)
    case .progressed(let done, let total): progressed(done, total)
    case .deletionsLoaded(let events): take(deletions: events)
    case .link(let link): take(link)
    case .retry: tryAgain()
    }
  }

  private mutating func handle(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return keepForLater(key) ? [] : handle(key)
    case .paste(let text): return paste(text)
    case .resized(let size):
      resize(to: size)
      return fillColumns()
    case .resumed: return reload() + rereadTriage()
    case .terminate: return [.quit]
    }
  }

  /// A key goes to the topmost layer; keys of the table work where their context is.
  mutating func handle(_ key: Key) -> [Effect] {
    notice = nil
    guard layout.shape != .tooSmall else { return handleTooSmall(key) }
    if let context = context { return press(key, in: context) }
    begun = []
    if let effect = effectEverywhere(of: key) { return [effect] }
    if case .alt(let character) = key, !(isTyping && LineEditor.movesByWord(key)) {
      return handleApart(character)
    }
    switch layers.last {
    case nil, .gate, .ticket, .triage, .preview: return []
    case .palette(let palette): return handlePalette(key, palette)
    case .bulk(let bulk): return handleBulk(key, bulk)
    case .question(let question): return handleQuestion(key, question)
    case .conflict(let conflict): return handleConflict(key, conflict)
    case .help(let help): return help.editor.map { handleSearch(key, help, $0) } ?? []
    case .filter(let prompt): return handleFilter(key, prompt)
    case .search(let typing): return handleSearch(key, typing)
    case .prompt(let prompt): return handlePrompt(key, prompt)
    case .picker(let picker): return handlePicker(key, picker)
    case .form(let form): return handleForm(key, form)
    }
  }

  /// Whether the topmost layer has a line that is being typed.
  private var isTyping: Bool {
    switch layers.last {
    case .filter, .search, .prompt, .picker, .form, .palette: true
    case .help(let help): help.editor != nil
    case nil, .gate, .ticket, .triage, .preview, .question, .conflict, .bulk: false
    }
  }

  private mutating func paste(_ text: String) -> [Effect] {
    switch layers.last {
    case .filter(var prompt):
      prompt.editor.paste(text)
      return setFilter(prompt)
    case .search(var typing):
      typing.editor.paste(text)
      search(typing)
    case .prompt(var prompt):
      prompt.editor.paste(text, keepingBreaks: prompt.allowsEditor)
      prompt.fault = nil
      replaceLayer(.prompt(prompt))
    case .picker(var picker):
      picker.editor.paste(text)
      return search(picker)
    case .form(var form):
      form.editor?.paste(text)
      if form.row == .description { form.description += text }
      form.isLeaving = false
      form.fault = nil
      replaceLayer(.form(form))
    case .palette(var palette):
      palette.editor.paste(text)
      palette.selected = 0
      replaceLayer(.palette(palette))
    case .help(var help) where help.editor != nil:
      help.editor?.paste(text)
      help.selected = 0
      replaceLayer(.help(help))
    case nil, .preview, .gate, .ticket, .triage, .help, .question, .conflict, .bulk:
      let keys = [.editTicket, .comment, .newTicket].map { keymap.shown($0) }
      let text = keys.joined(separator: ", ") + " or " + keymap.shown(.filter)
      notice = .init(kind: .warning, text: "Nothing here takes pasted text; \(text) do.")
    }
    return []
  }
}

extension AppState {
  var layout: BoardLayout {
    BoardLayout(size: size, columnCount: board.columns.count)
  }

  mutating func push(_ layer: Layer) {
    layers.append(layer)
  }

  mutating func pop() {
    _ = layers.popLast()
  }

  mutating func replaceLayer(_ layer: Layer) {
    guard !layers.isEmpty else { return }
    layers[layers.count - 1] = layer
  }

  mutating func fail(_ error: EngineError) {
    notice = Notice(kind: .failure, text: Self.sentence(error))
  }

  /// What failed and what would help.
  static func sentence(_ error: EngineError) -> String {
    error.message + (error.nextStep.map { " " + $0 } ?? "")
  }

  mutating func say(_ text: String, warnings: [String] = []) {
    notice =
      warnings.isEmpty
      ? Notice(kind: .information, text: text)
      : Notice(kind: .warning, text: "\(text). Warning: \(warnings.joined(separator: " "))")
  }
}
