import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// A board at the end of a line: what is asked is answered when the test says so.
struct SlowPlay {
  var state: AppState
  let engine: LineEngine
  /// What was asked and is not answered, oldest first.
  private(set) var writes: [Effect] = []
  private(set) var reads: [Effect] = []
  private let runner: EffectRunner

  /// The board of the sample with WF-42 in focus and read.
  init(columns: Int = 120, rows: Int = 26, adding more: [TicketDetail] = []) {
    let play = Play(columns: columns, rows: rows, adding: more)
    state = play.state
    engine = LineEngine(play.engine)
    runner = EffectRunner(engine: engine, actor: Actor(name: "ana"))
    state.link = .live
  }

  var memory: MemoryEngine { engine.memory }
  var notice: String? { state.notice?.text }
  var focus: String? { state.focusedTicket?.description }

  /// The tickets of a column as they are shown.
  func numbers(_ column: Int) -> [Int] { state.board.columns[column].cards.map(\.key.number) }

  var counts: [Int] { state.board.columns.map(\.count.value) }

  /// Presses keys; nothing is answered.
  mutating func press(_ names: String) {
    for key in keys(names) { tell(.input(.key(key))) }
  }

  mutating func type(_ text: String) {
    for character in text { tell(.input(.key(.character(character)))) }
  }

  mutating func tell(_ message: Message) {
    for effect in state.handle(message) {
      switch effect {
      case .apply, .applyAgain: writes.append(effect)
      case .rest(let number): tell(.rested(number))
      case .loadDraft(let subject): tell(.draftLoaded(.nothing, for: subject))
      case .edit, .keepDraft, .remember, .saveView, .redraw, .suspend, .quit, .awaitKey, .fade,
        .run, .editSettings:
        break
      default: reads.append(effect)
      }
    }
  }

  /// As long passes as it takes a person to notice.
  mutating func linger() {
    tell(.lingered(state.pending.newest))
  }

  /// Answers the change that is under way.
  mutating func answerWrite() {
    guard !writes.isEmpty, let message = runner.run(writes.removeFirst()) else { return }
    tell(message)
  }

  /// Answers the reads that were asked for, and those that come of them.
  mutating func answerReads() {
    while !reads.isEmpty {
      if let message = runner.run(reads.removeFirst()) { tell(message) }
    }
  }

  /// Answers everything until nothing is under way.
  mutating func settle() {
    while !writes.isEmpty || !reads.isEmpty {
      answerWrite()
      answerReads()
    }
  }

  /// The answer of a read, to be told later.
  mutating func readNow() -> Message? {
    reads.isEmpty ? nil : runner.run(reads.removeFirst())
  }

  /// The line is lost, or back.
  mutating func become(_ link: LinkState) {
    engine.become(link)
    tell(.link(link))
  }

  /// The status of a ticket as the engine keeps it.
  func status(of number: Int) -> String? {
    let key = TicketKey(project: Sample.key, number: number)
    return memory.store.withLock { store in
      store.tickets[key].map { store.workflow.statusName($0.ticket.status) }
    }
  }
}
