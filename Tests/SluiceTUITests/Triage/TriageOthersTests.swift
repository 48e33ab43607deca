import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Triage while others work, and while the engine refuses or takes its time.
@Suite struct TriageOthersTests {
  private func key(_ number: Int) -> TicketKey { TicketKey(project: Sample.key, number: number) }

  private static func play() -> Play {
    var play = Play(columns: 80, rows: 24)
    play.press("0t")
    play.effects = []
    return play
  }

  private func moveAway(_ number: Int, in engine: MemoryEngine) {
    engine.changeForeign(key(number)) {
      $0.ticket.status = Status.ID(3)
      $0.ticket.version += 1
    }
  }

  @Test func aRefusedDecisionIsToldAndTheTicketComesNext() {
    var play = Self.play()
    play.engine.failWrites(EngineError(.storage, "The disk is full."))
    play.press("1")
    #expect(play.current == "WF-130")
    #expect(play.trail == ["WF-131 ✗ → Triaged refused"])
    #expect(
      play.state.frame().description.contains("✗ WF-131 → Triaged: The disk is full."))
    play.engine.failWrites(nil)
    play.press("2")
    #expect(play.current == "WF-131")
    play.press("1")
    #expect(play.status(of: 131) == "Triaged")
    #expect(play.current == "WF-129")
    #expect(play.progress == "3 of 3")
  }

  @Test func aTicketMovedMeanwhileIsRefusedAndLeftOut() {
    var play = Self.play()
    moveAway(131, in: play.engine)
    play.press("1")
    #expect(play.status(of: 131) == "Fixing")
    #expect(play.current == "WF-130")
    #expect(
      play.state.frame().description.contains(
        "✗ WF-131 → Triaged: was moved to Fixing meanwhile"))
    play.press("11")
    #expect(play.current == nil)
  }

  @Test func theTicketInSightStaysUntilAKeyGoesOn() {
    var play = Self.play()
    moveAway(131, in: play.engine)
    play.hearOfChange()
    #expect(play.current == "WF-131")
    play.press("1")
    #expect(play.notice == "WF-131 was moved to Fixing meanwhile; s goes on.")
    #expect(!play.hasWritten)
    play.press("s")
    #expect(play.current == "WF-130")
    #expect(play.trail == ["WF-131 was moved to Fixing meanwhile"])
    #expect(play.progress == "1 of 2")
  }

  @Test func ticketsAheadThatOthersTookAreLeftOutWithAWord() {
    var play = Self.play()
    moveAway(130, in: play.engine)
    play.hearOfChange()
    #expect(play.current == "WF-131")
    #expect(play.trail == ["WF-130 left out: others moved or deleted it"])
    play.press("1")
    #expect(play.current == "WF-129")
  }

  @Test func ticketsThatComeInMeanwhileAreShownToo() {
    var play = Self.play()
    play.engine.add([
      Sample.detail(of: Sample.card(200, 1, "Above", .urgent, hours: 0)),
      Sample.detail(of: Sample.card(201, 1, "Below", .low, hours: 0)),
    ])
    play.hearOfChange()
    #expect(play.progress == "1 of 5")
    play.press("1")
    #expect(play.current == "WF-130")
    play.press("1")
    #expect(play.current == "WF-201")
    play.press("11")
    #expect(play.current == "WF-200")
    play.press("1")
    #expect(play.current == nil)
  }

  @Test func nothingIsWaitedForBetweenTwoTickets() {
    var play = SlowPlay(
      columns: 80, rows: 24, adding: Sample.column(1, 40, from: 1_000))
    play.press("0t")
    play.answerReads()
    for place in 1...10 {
      let next = play.state.triage?.queue.upcoming[1]
      play.press("1")
      #expect(play.state.triage?.current?.key == next?.key)
      #expect(play.state.triage?.current?.detail != nil, "\(place)")
      #expect(!play.state.frame().description.contains("Reading"))
    }
    #expect(play.writes.count == 1)
    play.settle()
    #expect(play.state.pending.queue.isEmpty)
    #expect(play.state.triage?.trail.decisions.filter { $0.state == .done }.count == 10)
    #expect(play.state.board.columns[0].count == .exactly(33))
  }

  @Test func keysThatAreFasterThanTheReadingWaitForTheirTickets() {
    var play = SlowPlay(columns: 80, rows: 24, adding: Sample.column(1, 97, from: 1_000))
    play.press("0t")
    for _ in 1...100 { play.press("2") }
    #expect(!play.state.typedAhead.isEmpty)
    play.settle()
    #expect(play.state.typedAhead.isEmpty)
    #expect(play.state.triage?.trail.decisions.filter { $0.state == .done }.count == 100)
    #expect(play.state.board.columns[0].count == .exactly(0))
  }

  @Test func escapeGivesUpTheKeysThatWait() {
    var play = SlowPlay(columns: 80, rows: 24, adding: Sample.column(1, 97, from: 1_000))
    play.press("0t")
    for _ in 1...99 { play.press("2") }
    play.press("<Esc>")
    #expect(play.state.layers.isEmpty)
    play.settle()
    #expect(play.state.board.columns[0].count.value > 0)
  }

  @Test func aColumnIsReadInWindowsAheadOfTheTicket() {
    var play = Play(columns: 80, rows: 24, adding: Sample.column(1, 200, from: 1_000))
    play.press("0t")
    for place in 1...203 {
      #expect(play.progress == "\(place) of 203")
      #expect(play.state.triage?.current?.detail != nil)
      play.press("s")
    }
    #expect(play.current == nil)
    #expect(play.state.triage?.queue.isDone == true)
  }

  @Test func whatCouldNotBeReadIsAskedForOnceMoreOnlyWhenSomethingHappens() {
    var play = Self.play()
    play.engine.failReads(EngineError(.storage, "The disk is broken."))
    play.hearOfChange()
    play.effects = []
    play.press("s")
    #expect(play.current == "WF-130")
    play.engine.failReads(nil)
    play.hearOfChange()
    #expect(play.state.triage?.current?.detail != nil)
  }
}
