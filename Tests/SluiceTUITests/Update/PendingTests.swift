import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// Changes that the engine has not answered yet.
///
/// WF-42 stands in Fixing, whose moves are 1 Verifying, which its gate refuses, and 2 Triaged.
@Suite struct PendingTests {
  private let key = TicketKey(project: Sample.key, number: 42)

  private func other(_ number: Int) -> TicketKey { TicketKey(project: Sample.key, number: number) }

  @Test func `A moved card stands in its new column before the answer comes`() {
    var play = SlowPlay()
    play.press("2")
    #expect(play.writes.count == 1)
    #expect(play.numbers(1) == [118, 42, 112])
    #expect(play.numbers(2) == [70, 77])
    #expect(play.counts == [3, 3, 2, 1, 0, 0])
    #expect(play.focus == "WF-77")
    #expect(play.status(of: 42) == "Fixing")
  }

  @Test func `The focus goes with a card that is carried`() {
    var play = SlowPlay()
    play.press("H")
    #expect(play.focus == "WF-42")
    #expect(play.state.board.focus == 1)
    play.settle()
    #expect(play.focus == "WF-42")
    #expect(play.notice == "WF-42 → Triaged")
  }

  @Test func `The mark comes only where the answer does not`() {
    var play = SlowPlay()
    play.press("2")
    #expect(!play.state.frame().description.contains("WF-42…"))
    play.linger()
    #expect(play.state.frame().description.contains("WF-42…▲High"))
    play.answerWrite()
    #expect(play.state.frame().description.contains("WF-42 ▲High"))
    #expect(!play.state.frame().description.contains("WF-42…"))
  }

  @Test func `An answer moves nothing on the screen that was foretold`() {
    var play = SlowPlay()
    play.press("H")
    play.state.notice = nil
    let foretold = play.state.frame()
    play.answerWrite()
    play.state.notice = nil
    #expect(play.state.frame().description == foretold.description)
    play.answerReads()
    play.state.notice = nil
    #expect(play.state.frame().description == foretold.description)
    #expect(play.state.pending.isIdle)
  }

  @Test func `A refusal puts the card back and says why`() {
    var play = SlowPlay()
    play.memory.changeForeign(key) { $0.ticket.agent = "bot" }
    play.memory.failWrites(EngineError(.storage, "The disk of the server is full."))
    play.press("2")
    #expect(play.numbers(1) == [118, 42, 112])
    play.answerWrite()
    #expect(play.numbers(2) == [70, 42, 77])
    #expect(play.counts == [3, 2, 3, 1, 0, 0])
    #expect(play.notice == "The disk of the server is full.")
    #expect(play.state.pending.isIdle)
  }

  @Test func `What the rules refuse is not shown as done`() {
    var play = SlowPlay()
    play.press("1")
    #expect(play.numbers(2) == [70, 42, 77])
    play.answerWrite()
    #expect(play.notice?.contains("Ready to verify") == true)
  }

  @Test func `Changes are sent one at a time in the order of the keys`() {
    var play = SlowPlay()
    play.press("!2jk-")
    #expect(play.writes.count == 1)
    play.settle()
    #expect(
      play.memory.calls.filter { $0.hasPrefix("apply") } == [
        "apply change WF-42", "apply move WF-42 to Triaged", "apply change WF-70",
      ])
  }

  @Test func `A refusal of one leaves those behind it right`() {
    var play = SlowPlay()
    play.press("!2")
    play.press("-")
    #expect(play.numbers(1) == [42, 118, 112])
    play.memory.failWrites(EngineError(.storage, "The disk of the server is full."))
    play.answerWrite()
    play.memory.failWrites(nil)
    #expect(play.numbers(1) == [118, 42, 112])
    #expect(play.numbers(2) == [70, 77])
    play.settle()
    #expect(play.numbers(1) == [118, 42, 112])
    #expect(play.state.difference(from: play.memory) == nil)
  }

  @Test func `What another did first makes it refused, and theirs is shown`() {
    var play = SlowPlay()
    play.memory.changeForeign(key) { $0.ticket.status = Status.ID(4) }
    play.press("2")
    #expect(play.numbers(1) == [118, 42, 112])
    play.settle()
    #expect(play.numbers(3) == [42, 97])
    #expect(
      play.notice
        == "WF-42 was changed meanwhile; it is in Verifying now. Look at it and try again.")
    #expect(play.state.difference(from: play.memory) == nil)
  }

  @Test func `A board read before the change does not bring the old card back`() throws {
    var play = SlowPlay()
    play.tell(.foreignChange)
    let answer = play.readNow()
    let early = try #require(answer)
    play.press("2")
    play.answerWrite()
    play.tell(early)
    #expect(play.numbers(1) == [118, 42, 112])
    #expect(play.numbers(2) == [70, 77])
    #expect(play.counts == [3, 3, 2, 1, 0, 0])
    play.settle()
    #expect(play.state.difference(from: play.memory) == nil)
    #expect(play.state.pending.isIdle)
  }

  @Test func `A board that has the change before its answer counts it once`() throws {
    var play = SlowPlay()
    play.press("2")
    _ = try play.engine.apply(
      .changeTicket(.key(key), .move(to: "Triaged")), by: Actor(name: "ben"))
    play.tell(.foreignChange)
    play.answerReads()
    #expect(play.counts == [3, 3, 2, 1, 0, 0])
    #expect(play.numbers(1) == [118, 42, 112])
  }

  @Test func `The focus goes back with a card whose move is refused, and not from elsewhere`() {
    var play = SlowPlay()
    play.memory.failWrites(EngineError(.storage, "The disk of the server is full."))
    play.press("H")
    #expect(play.state.board.focusedCard?.key == key)
    play.settle()
    #expect(play.numbers(2) == [70, 42, 77])
    #expect(play.state.board.focusedCard?.key == key)
    play.press("Hl")
    let focus = play.focus
    play.settle()
    #expect(play.focus == focus)
  }

  @Test func `The focus stays where the person went meanwhile`() {
    var play = SlowPlay()
    play.press("Hlj")
    let focus = play.focus
    play.settle()
    #expect(play.focus == focus)
  }

  @Test func `A tick stands in the gate and on the card at once`() {
    var play = SlowPlay()
    play.press("<Space><Space>")
    #expect(play.state.board.focusedCard?.metRequirements == 3)
    #expect(play.state.frame().description.contains("[x] Changelog entry written"))
    play.press("<Space>")
    #expect(play.state.frame().description.contains("[ ] Changelog entry written"))
    play.settle()
    #expect(play.state.board.focusedCard?.metRequirements == 2)
  }

  @Test func `A comment stands on the page at once`() {
    var play = SlowPlay(columns: 120, rows: 60)
    play.press("<Enter>c")
    play.type("Seen again.")
    play.press("<Enter>")
    #expect(play.state.frame().description.contains("Seen again."))
  }

  @Test func `A deleted card goes at once and comes back if that is refused`() {
    var play = SlowPlay()
    play.press("Dy")
    #expect(play.numbers(2) == [70, 77])
    #expect(play.counts == [3, 2, 2, 1, 0, 0])
    play.memory.failWrites(EngineError(.storage, "The disk of the server is full."))
    play.settle()
    #expect(play.numbers(2) == [70, 42, 77])
  }

  @Test func `Under a filter a change that fails it takes the card away`() {
    var play = SlowPlay()
    play.press("/")
    play.type("assignee:ana")
    play.press("<Enter>")
    play.settle()
    play.press("a")
    play.type("nobody")
    play.press("<Enter>")
    #expect(play.numbers(2) == [])
    play.settle()
    #expect(play.numbers(2) == [])
    #expect(play.state.difference(from: play.memory) == nil)
  }

  @Test func `Undo of a change that is not answered waits for it`() {
    var play = SlowPlay()
    play.press("2u!")
    #expect(play.writes.count == 1)
    play.settle()
    #expect(
      play.memory.calls.filter { $0.hasPrefix("apply") } == [
        "apply move WF-42 to Triaged", "apply undo 2", "apply change WF-77",
      ])
    #expect(play.status(of: 42) == "Fixing")
  }

  @Test func `Undo of a change that is refused takes back nothing else`() {
    var play = SlowPlay()
    play.press("-")
    play.settle()
    play.press("2u")
    play.memory.failWrites(EngineError(.storage, "The disk of the server is full."))
    play.answerWrite()
    play.memory.failWrites(nil)
    play.settle()
    #expect(play.memory.calls.filter { $0.hasPrefix("apply undo") } == [])
  }

  @Test func `A full column refuses the second of two at once`() {
    var play = SlowPlay(adding: Sample.column(3, 1, from: 900))
    play.press("0ll")
    #expect(play.state.board.columns[2].total == 4)
    play.press("hLhL")
    #expect(play.state.board.columns[2].total == 5)
    play.settle()
    #expect(play.state.board.columns[2].total == 5)
    #expect(play.state.difference(from: play.memory) == nil)
  }
}
