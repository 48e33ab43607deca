import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct TakingBackTests {
  private func applied(_ play: Play) -> [String] {
    play.engine.calls.filter { $0.hasPrefix("apply") }
  }

  @Test func aMoveIsTakenBackAndTheFocusFollowsIt() {
    var play = Play()
    play.press("2j")
    #expect(play.status(of: 42) == "Triaged")
    play.press("u")
    #expect(play.status(of: 42) == "Fixing")
    #expect(play.focus == "WF-42")
    #expect(play.notice == "WF-42: Fixing → Triaged taken back")
  }

  @Test func pressedAgainItGoesFurtherBackAndForwardAgain() {
    var play = Play()
    play.press("2")
    #expect(play.focus == "WF-77")
    play.press("!u")
    #expect(play.notice == "WF-77: priority Urgent taken back")
    play.press("u")
    #expect(play.notice == "WF-42: Fixing → Triaged taken back")
    play.press("<C-r>")
    #expect(play.notice == "WF-42: Fixing → Triaged made again")
    #expect(play.focus == "WF-42")
    #expect(play.status(of: 42) == "Triaged")
    play.press("<C-r>")
    #expect(play.ticket(77)?.priority == .urgent)
    play.press("<C-r>")
    #expect(play.notice == "There is nothing to make again.")
  }

  @Test func somethingNewEndsWhatCouldBeMadeAgain() {
    var play = Play()
    play.press("!uj-<C-r>")
    #expect(play.notice == "There is nothing to make again.")
    #expect(play.ticket(42)?.priority == .high)
  }

  @Test func itWaitsForTheChangeThatIsUnderWay() {
    var state = Sample.state()
    let move = state.press("2")
    #expect(state.press("u") == [])
    let ticket = Sample.detail(of: Sample.cards[2][0]).state.ticket
    let receipt = Receipt(subject: .ticket(ticket), sequence: 9, change: 8)
    guard case .apply(_, let purpose)? = move.first else {
      Issue.record("no move")
      return
    }
    let effects = state.handle(.applied(.success(receipt), purpose))
    let deed = Deed(subject: .change(8), text: "Fixing → Triaged")
    #expect(effects.last == .apply(.undo(.change(8)), .takeBack(deed)))
  }

  @Test func nothingElseIsTakenBackInPlaceOfAChangeThatFailed() {
    var state = Sample.state()
    state.press("2u")
    let error = EngineError(.storage, "The disk is full.")
    #expect(state.handle(.applied(.failure(error), .stay(saying: ""))) == [])
    #expect(state.notice?.text == "The disk is full.")
  }

  @Test func whatWasTouchedSinceStaysAndTheNextKeyGoesFurther() throws {
    var play = Play()
    play.press("2!")
    let key = TicketKey(project: Sample.key, number: 77)
    _ = try play.engine.apply(
      .changeTicket(.key(key), .comment("Theirs.")), by: Actor(name: "ben"))
    play.press("u")
    #expect(play.ticket(77)?.priority == .urgent)
    #expect(play.notice?.hasPrefix("Something else has happened to WF-77 since.") == true)
    play.press("u")
    #expect(play.notice == "WF-42: Fixing → Triaged taken back")
  }

  @Test func aNewTicketIsTakenBackOffTheBoard() {
    var play = Play()
    play.press("n")
    play.type("Slip")
    play.press("<Enter>")
    #expect(play.focus == "WF-132")
    play.press("u")
    #expect(play.notice == "WF-132: creation taken back")
    #expect(play.ticket(132)?.status == .nowhere)
    #expect(play.focus != "WF-132")
    play.press("<C-r>")
    #expect(play.focus == "WF-132")
  }

  @Test func aTickIsTakenBackWhereItWasMade() {
    var play = Play()
    play.press("<Space><Space>")
    #expect(play.progress(42).marks.count == 3)
    play.press("u")
    #expect(play.progress(42).marks.count == 2)
    #expect(play.state.layers == [.gate(2)])
    #expect(play.notice == "WF-42: tick of “Changelog entry written” taken back")
  }

  @Test func aDiskThatIsFullIsTriedAgain() {
    var play = Play()
    play.press("!")
    play.engine.failWrites(EngineError(.storage, "The disk is full."))
    play.press("u")
    #expect(play.notice == "The disk is full.")
    play.engine.failWrites(nil)
    play.press("u")
    #expect(play.ticket(42)?.priority == .high)
  }
}
