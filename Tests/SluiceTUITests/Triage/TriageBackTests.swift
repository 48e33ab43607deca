import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Taking back what was decided in triage.
@Suite struct TriageBackTests {
  private static func play() -> Play {
    var play = Play(columns: 80, rows: 24)
    play.press("0t")
    return play
  }

  @Test func theLastDecisionIsTakenBackAndItsTicketShownAgain() {
    var play = Self.play()
    play.press("12u")
    #expect(play.current == "WF-130")
    #expect(play.status(of: 130) == "New")
    #expect(play.status(of: 131) == "Triaged")
    #expect(play.progress == "2 of 3")
    #expect(play.trail == ["WF-131 → Triaged"])
  }

  @Test func furtherKeysGoFurtherBack() {
    var play = Self.play()
    play.press("+1s2uuu")
    #expect(play.current == "WF-131")
    #expect(play.status(of: 131) == "New")
    #expect(play.ticket(131)?.priority == .high)
    play.press("uu")
    #expect(play.trail == [])
    #expect(play.notice == "Nothing was decided here that can be taken back.")
    #expect(play.progress == "1 of 3")
  }

  @Test func whatChangedNothingIsMerelyForgotten() {
    var play = Self.play()
    play.press("+")
    #expect(play.trail == ["WF-131 High"])
    play.press("u")
    #expect(play.trail == [])
    #expect(play.current == "WF-131")
  }

  @Test func anyDecisionCanBeTakenBackFromTheList() {
    var play = Self.play()
    play.press("12U<Down><Enter>")
    #expect(play.status(of: 131) == "New")
    #expect(play.status(of: 130) == "WontFix")
    #expect(play.current == "WF-131")
    #expect(play.trail == ["WF-130 → WontFix"])
    play.press("2")
    #expect(play.status(of: 131) == "WontFix")
    #expect(play.current == "WF-129")
  }

  @Test func aDecisionThatSomethingElseFollowedStaysAndSaysWhy() {
    var play = Self.play()
    play.press("!1U<Down><Enter>")
    #expect(play.ticket(131)?.priority == .urgent)
    #expect(play.current == "WF-130")
    #expect(play.trail == ["WF-131 → Triaged, ✗ Urgent refused"])
    #expect(
      play.state.frame().description.contains("✗ WF-131 Urgent: cannot be taken back: Something"))
  }

  @Test func theListNamesDecisionsThoughEarlierOnesGo() {
    var play = Self.play()
    play.press("s12U")
    play.state.updateTriage { $0.trail.remove(at: 0) }
    play.press("<Down><Enter>")
    #expect(play.status(of: 130) == "New")
    #expect(play.status(of: 129) == "WontFix")
  }

  @Test func beforeAnythingIsDecidedThereIsNoList() {
    var play = Self.play()
    play.press("U")
    #expect(play.notice == "Nothing was decided yet.")
  }

  @Test func onALineTheTicketIsShownAtOnceAsItWas() {
    var play = SlowPlay(columns: 80, rows: 24)
    play.press("0t")
    play.answerReads()
    play.press("1u")
    #expect(play.state.triage?.current?.key.number == 131)
    #expect(play.state.triage?.current?.card.status == Status.ID(1))
    #expect(
      play.state.triage?.trail.runs(atMost: 3).map(\.text) == [
        "WF-131 → Triaged, being taken back"
      ])
    // Another decision need not wait for that.
    play.press("2")
    play.settle()
    #expect(play.status(of: 131) == "WontFix")
    #expect(play.state.triage?.current?.key.number == 130)
    #expect(play.state.triage?.trail.runs(atMost: 3).map(\.text) == ["WF-131 → WontFix"])
  }

  @Test func whatWasRefusedNeedNotBeTakenBack() {
    var play = SlowPlay(columns: 80, rows: 24)
    play.press("0t")
    play.answerReads()
    play.memory.failWrites(EngineError(.storage, "The disk is full."))
    play.press("1")
    play.press("u")
    play.answerWrite()
    play.memory.failWrites(nil)
    play.settle()
    #expect(play.status(of: 131) == "New")
    #expect(play.state.triage?.current?.key.number == 131)
    #expect(play.state.triage?.trail.decisions == [])
  }

  @Test func whatIsTakenBackStaysSoWhenOneLeavesMeanwhile() {
    var play = SlowPlay(columns: 80, rows: 24)
    play.press("0t")
    play.answerReads()
    play.press("1uq")
    play.settle()
    #expect(play.status(of: 131) == "New")
  }
}
