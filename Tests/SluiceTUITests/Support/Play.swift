import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// A board with an engine behind it whose answers arrive at once: keys in, and what comes of them.
struct Play {
  var state: AppState
  let engine: MemoryEngine
  /// Every effect so far.
  var effects: [Effect] = []
  /// What outlives the program.
  var drafts: [Draft.Subject: String] = [:]
  /// What another running board has.
  var elsewhere: Set<Draft.Subject> = []
  /// What the person does in their editor.
  var editor: (String) -> Result<String?, EditorError> = { _ in .success(nil) }

  init(_ state: AppState, _ engine: MemoryEngine) {
    self.state = state
    self.engine = engine
  }

  /// The board of the sample, with an engine that holds its tickets.
  init(columns: Int = 120, rows: Int = 26, adding more: [TicketDetail] = []) {
    let engine = MemoryEngine()
    engine.add(Sample.cards.flatMap { $0 }.map(Sample.detail(of:)) + more)
    self.init(Sample.state(columns: columns, rows: rows, of: engine), engine)
    state.board.focusTicket(TicketKey(project: Sample.key, number: 42))
    tell(.rested(state.restCount))
    effects = []
  }

  /// Presses keys, written as `jj<Enter>`, and answers everything that is asked.
  mutating func press(_ names: String) {
    for key in keys(names) { tell(.input(.key(key))) }
  }

  /// Presses every character of a text.
  mutating func type(_ text: String) {
    for character in text { tell(.input(.key(.character(character)))) }
  }

  /// Brings the board up to date with what others did.
  mutating func hearOfChange() {
    tell(.foreignChange)
  }

  mutating func tell(_ message: Message) {
    var messages = [message]
    while !messages.isEmpty {
      let new = state.handle(messages.removeFirst())
      effects += new
      for case .keepDraft(let text, let subject) in new { drafts[subject] = text }
      messages += new.compactMap(answer)
    }
  }

  private func answer(_ effect: Effect) -> Message? {
    switch effect {
    case .rest(let number): .rested(number)
    case .loadDraft(let subject):
      .draftLoaded(
        drafts[subject].map { .draft(Draft($0, at: Sample.hoursAgo(2))) }
          ?? (elsewhere.contains(subject) ? .elsewhere : .nothing), for: subject)
    case .edit(let text, let purpose): .edited(editor(text), purpose)
    default: EffectRunner(engine: engine, actor: Actor(name: state.user)).run(effect)
    }
  }
}

extension Play {
  /// What the last key led to, as it is shown.
  var notice: String? { state.notice?.text }

  var focus: String? { state.focusedTicket?.description }

  /// The status of a ticket as the engine keeps it.
  func status(of number: Int) -> String? {
    ticket(number).map { Sample.workflow.statusName($0.status) }
  }

  func ticket(_ number: Int) -> Ticket? {
    let key = TicketKey(project: Sample.key, number: number)
    return engine.store.withLock { $0.tickets[key]?.ticket }
  }

  func progress(_ number: Int) -> GateProgress {
    let key = TicketKey(project: Sample.key, number: number)
    return engine.store.withLock { $0.tickets[key]?.progress } ?? GateProgress()
  }
}

/// Keys by their names; an unknown name is an error of the test.
func keys(_ names: String, sourceLocation: SourceLocation = #_sourceLocation) -> [Key] {
  guard let keys = Key.sequence(names) else {
    Issue.record("no such keys: \(names)", sourceLocation: sourceLocation)
    return []
  }
  return keys
}

extension AppState {
  /// Presses keys and returns what is asked of the world; nothing is answered.
  @discardableResult
  mutating func press(_ names: String) -> [Effect] {
    keys(names).flatMap { handle(.input(.key($0))) }
  }

  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.flatMap { handle(.input(.key(.character($0)))) }
  }
}
