import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct MovingTests {
  private let key = TicketKey(project: Sample.key, number: 42)

  private func move(to name: String, from: String, _ purpose: Effect.ChangePurpose) -> Effect {
    .apply(
      .changeTicket(.key(key), .move(to: name), expecting: Expectation(status: from)), purpose)
  }

  @Test func aNumberMovesTheTicketIfItStillIsWhereItIsShown() {
    var state = Sample.state()
    #expect(
      state.press("2") == [move(to: "Triaged", from: "Fixing", .stay(saying: "WF-42 → Triaged"))])
  }

  @Test func theFocusStaysForTheNextTicket() {
    var play = Play()
    play.press("2")
    #expect(play.status(of: 42) == "Triaged")
    #expect(play.focus == "WF-77")
    #expect(play.notice == "WF-42 → Triaged")
  }

  @Test func aNumberWithoutAMoveSaysWhichThereAre() {
    var state = Sample.state()
    #expect(state.press("7") == [])
    #expect(state.notice?.text == "Moves are numbered 1 to 2.")
    state.press("$9")
    #expect(state.notice?.text == "There is no ticket here; n makes one.")
  }

  @Test func aStatusWithoutAWayOutSaysSo() {
    var play = Play()
    play.engine.add([Sample.detail(of: Sample.card(9, 5, "Done", hours: 1))])
    play.hearOfChange()
    play.press("ll1")
    #expect(play.focus == "WF-9")
    #expect(play.notice == "Nothing leads out of this status.")
  }

  @Test func carryingTakesTheFocusAlong() {
    var play = Play()
    play.press("H")
    #expect(play.status(of: 42) == "Triaged")
    #expect(play.focus == "WF-42")
    #expect(play.state.board.focus == 1)
    play.press("L")
    #expect(play.status(of: 42) == "Fixing")
    #expect(play.focus == "WF-42")
    play.press("<S-Left><S-Right>")
    #expect(play.focus == "WF-42")
    #expect(play.ticket(42)?.version == 5)
  }

  @Test func carryingEndsAtTheLastColumn() {
    var play = Play()
    play.engine.add([Sample.detail(of: Sample.card(9, 6, "Dropped", hours: 1))])
    play.hearOfChange()
    play.press("$L")
    #expect(play.focus == "WF-9")
    #expect(play.notice == "There is no status beyond this one.")
  }

  @Test func aRefusedMoveSaysWhyAndTheNextStep() {
    var play = Play()
    play.press("1")
    #expect(play.status(of: 42) == "Fixing")
    #expect(
      play.notice == """
        Fixing → Verifying waits for gate “Ready to verify”: 2 of 4 left. Still to do: tick \
        “Changelog entry written”; fill “Root cause”.
        """)
  }

  @Test func aTicketThatOthersMovedIsNotMovedBlindly() {
    var play = Play()
    play.engine.changeForeign(key) { $0.ticket.status = Status.ID(2) }
    play.press("2")
    #expect(play.status(of: 42) == "Triaged")
    #expect(
      play.notice
        == "WF-42 was changed meanwhile; it is in Triaged now. Look at it and try again.")
    #expect(play.focus == "WF-77")
  }

  @Test func aCarriedTicketIsFoundBeyondTheCardsThatWereRead() {
    var play = Play(
      adding: (500..<600).map { Sample.detail(of: Sample.card($0, 2, "Urgent", .urgent, hours: 0)) }
    )
    play.press("H")
    #expect(play.focus == "WF-42")
    #expect(play.state.board.columns[1].hasEarlier)
    #expect(play.state.wanted == nil)
  }

  @Test func aTicketThatTheFilterHidesDoesNotTakeTheFocusLater() {
    var play = Play()
    play.press("/")
    play.type("assignee:ana")
    play.press("<Enter>n")
    play.type("Hidden")
    play.press("<Enter>")
    #expect(play.focus == "WF-42")
    #expect(play.state.wanted == nil)
    play.press("<Esc>")
    #expect(play.focus == "WF-42")
  }
}

@Suite struct MovePreviewTests {
  @Test func theChosenColumnIsToldAbout() {
    var state = Sample.state()
    #expect(state.press("ml") == [])
    #expect(state.layers == [.preview(target: 3)])
    state.press("h<Left>")
    #expect(state.layers == [.preview(target: 1)])
    state.press("$")
    #expect(state.layers == [.preview(target: 5)])
    #expect(state.board.firstColumn == 2)
    state.press("<Home>m")
    #expect(state.layers == [.preview(target: 1)])
  }

  @Test(arguments: ["<Esc>", "q", "<C-c>"])
  func leavingItBringsTheBoardBack(key: String) {
    var state = Sample.state()
    let former = state.board
    state.press("m$" + key)
    #expect(state.layers == [])
    #expect(state.board.focusedCard == former.focusedCard)
    #expect(state.focusedTicket?.number == 42)
  }

  @Test func enterGoesAllTheWayWhereNothingStops() {
    var play = Play()
    play.press("0G")
    #expect(play.focus == "WF-129")
    play.press("mll<Enter>")
    #expect(play.status(of: 129) == "Fixing")
    #expect(play.focus == "WF-129")
    #expect(
      play.engine.calls.filter { $0.hasPrefix("apply") } == [
        "apply move WF-129 to Triaged", "apply move WF-129 to Fixing",
      ])
    #expect(play.notice == "WF-129 → Fixing")
  }

  @Test func enterStopsWhereTheGateIsShut() {
    var play = Play()
    play.press("0Gm$h<Enter>")
    #expect(play.status(of: 129) == "Fixing")
    #expect(play.focus == "WF-129")
    #expect(
      play.engine.calls.filter { $0.hasPrefix("apply") } == [
        "apply move WF-129 to Triaged", "apply move WF-129 to Fixing",
        "apply move WF-129 to Verifying",
      ])
    #expect(
      play.notice?.hasPrefix(
        "WF-129 → Fixing, and no further. Fixing → Verifying waits for gate “Ready to verify”: 4 of 4 left."
      ) == true)
  }

  @Test func aColumnWithoutAWayIsToldAbout() {
    var play = Play()
    play.press("m0<Enter>")
    #expect(play.status(of: 42) == "Fixing")
    #expect(
      play.notice == """
        Fixing has no transition to New, and the workflow is strict. No path leads there.
        """)
  }

  @Test func itsOwnColumnIsLeftAlone() {
    var play = Play()
    play.press("m<Enter>")
    #expect(play.engine.calls.contains { $0.hasPrefix("apply") } == false)
    #expect(play.state.layers == [])
  }

  @Test func aColumnWithoutTicketsHasNothingToMove() {
    var state = Sample.state()
    state.press("$m")
    #expect(state.layers == [])
  }
}
