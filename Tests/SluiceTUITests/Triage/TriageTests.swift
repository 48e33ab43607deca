import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

@Suite struct TriageTests {
  /// In triage of New, which holds WF-131, WF-130 and WF-129.
  private static func play(adding more: [TicketDetail] = []) -> Play {
    var play = Play(columns: 80, rows: 24, adding: more)
    play.press("0t")
    play.effects = []
    return play
  }

  @Test func oneKeyMovesATicketAndShowsTheNext() {
    var play = Self.play()
    #expect(play.current == "WF-131")
    #expect(play.progress == "1 of 3")

    play.press("1")

    #expect(play.status(of: 131) == "Triaged")
    #expect(play.current == "WF-130")
    #expect(play.progress == "2 of 3")
    #expect(play.trail == ["WF-131 → Triaged"])
    #expect(play.notice == nil)
  }

  @Test func escStaysWhereNothingLiesBehind() throws {
    var play = Play(columns: 80, rows: 24)
    let engine = play.engine
    try play.state.startTriage(filteredBy: "") { (query) throws(EngineError) in
      try engine.board(query)
    }
    play.press("<Esc>")
    #expect(play.notice == "“q” leaves.")
    #expect(play.current == "WF-131")
    #expect(!play.effects.contains(.quit))
    play.press("q")
    #expect(play.effects.contains(.quit))
  }

  @Test func aHundredTicketsTakeAHundredKeys() {
    var play = Self.play(adding: Sample.column(1, 97, from: 1_000))
    #expect(play.progress == "1 of 100")
    for number in 1...100 {
      #expect(play.progress == "\(number) of 100")
      play.press(number % 3 == 0 ? "2" : "1")
    }
    #expect(play.current == nil)
    #expect(play.count(in: 1) == 0)
    #expect(play.count(in: 2) == 2 + 67)
    #expect(play.count(in: 6) == 33)
    #expect(play.state.frame().description.contains("Done: you have looked at 100 tickets of New."))
  }

  @Test func whatDoesNotMoveATicketLeavesItInSight() {
    var play = Self.play()
    play.press("!aben<Enter>#auth<Enter><Esc>cSeen.<Enter>")
    #expect(play.current == "WF-131")
    #expect(play.ticket(131)?.priority == .urgent)
    #expect(play.ticket(131)?.assignee == "ben")
    #expect(play.ticket(131)?.labels == ["auth"])
    play.press("1AL")
    #expect(play.current == "WF-130")
    #expect(play.ticket(130)?.assignee == "ben")
    #expect(play.ticket(130)?.labels == ["auth"])
    #expect(
      play.trail == ["WF-130 ben, +auth", "WF-131 → Triaged, Urgent, ben, +auth, comment"])
  }

  @Test func nothingIsGivenAgainThatWasNotGiven() {
    var play = Self.play()
    play.press("A")
    #expect(play.notice == "Nobody was assigned yet; a assigns.")
    play.press("L")
    #expect(play.notice == "No label was added yet; # chooses one.")
  }

  @Test func aSkippedTicketStaysAsItIs() {
    var play = Self.play()
    play.press("s")
    #expect(play.status(of: 131) == "New")
    #expect(play.current == "WF-130")
    #expect(play.progress == "2 of 3")
    #expect(play.trail == ["WF-131 skipped"])
    #expect(!play.hasWritten)
  }

  @Test func whatCardsDoNotTellIsCountedWhereItStands() {
    var play = Play(columns: 80, rows: 24)
    // When a ticket was changed last stands on no card.
    play.press("/")
    play.type("stale<1d")
    play.press("<Enter>0t")
    #expect(play.progress == "1 of 3")
    play.press("s")
    #expect(play.progress == "2 of 3")
    play.press("s1")
    #expect(play.progress == "3 of 3")
    #expect(play.current == nil)
    play.press("u")
    #expect(play.progress == "3 of 3")
    #expect(play.current == "WF-129")
  }

  @Test func aTicketThatLeavesLaterIsCountedNoLongerWhereItStood() {
    var play = Self.play()
    play.press("s")
    #expect(play.progress == "2 of 3")
    play.press("s")
    #expect(play.progress == "3 of 3")
    play.press("uu")
    #expect(play.progress == "1 of 3")
    play.press("12s")
    #expect(play.progress == "3 of 3")
    #expect(play.state.triage?.queue.stayingCount == 1)
    play.press("u")
    #expect(play.state.triage?.queue.stayingCount == 0)
  }

  @Test func theFocusedTicketComesFirstAndThoseAboveItLast() {
    var play = Play(columns: 80, rows: 24)
    play.press("0jt")
    #expect(play.current == "WF-130")
    play.press("s1")
    #expect(play.current == "WF-131")
    #expect(play.progress == "3 of 3")
    play.press("1")
    #expect(play.current == nil)
  }

  @Test func onAnEmptyColumnThereIsNothingToDo() {
    var play = Play(columns: 80, rows: 24)
    play.press("$t")
    #expect(play.state.triage == nil)
    #expect(play.notice == "There is no ticket here to decide about.")
  }

  @Test(arguments: ["q", "<Esc>", "<C-c>"])
  func leavingGoesBackToWhereOneWas(key: String) {
    var play = Play(columns: 80, rows: 24)
    play.press("0jt")
    play.press("!s" + key)
    #expect(play.state.layers.isEmpty)
    #expect(play.focus == "WF-130")
  }

  @Test func aMoveThatAGateBlocksIsExplainedAndNotAsked() {
    var play = Play(columns: 80, rows: 24)
    play.press("0llt")
    let current = play.current
    play.press("1")
    #expect(play.current == current)
    #expect(
      play.notice
        == "The gate “Ready to verify” before Verifying still asks for: tick “Changelog entry "
        + "written”; fill “Root cause”. space goes to its list.")
    #expect(!play.hasWritten)

    play.press("<Space><Space>j<Enter>clock skew<Enter><Esc>1")

    #expect(play.status(of: 42) == "Verifying")
    #expect(play.current != current)
  }

  @Test func otherStatusesAreChosenFromAList() {
    var play = Self.play()
    play.press("mFixing<Enter>")
    #expect(play.status(of: 131) == "Fixing")
    #expect(play.current == "WF-130")
    play.press("uu")
    #expect(play.status(of: 131) == "New")
    #expect(play.current == "WF-131")
  }

  @Test func aDeletedTicketLeadsOnAndComesBack() {
    var play = Self.play()
    play.press("Dy")
    #expect(play.current == "WF-130")
    #expect(play.progress == "2 of 3")
    #expect(play.trail == ["WF-131 deleted"])
    play.press("u")
    #expect(play.current == "WF-131")
    #expect(play.status(of: 131) == "New")
    #expect(play.progress == "1 of 3")
  }

  @Test func anOpenTicketCanBeMovedAndLeadsOnToo() {
    var play = Self.play()
    play.press("o1")
    #expect(play.status(of: 131) == "Triaged")
    #expect(play.current == "WF-130")
    #expect(play.state.layers.count == 1)
  }
}

extension Play {
  /// The ticket that triage shows.
  var current: String? { state.triage?.current?.key.description }

  /// Whether the engine was asked to change something.
  var hasWritten: Bool { effects.contains { $0.isWrite } }

  /// How far triage has come.
  var progress: String? { state.triage.map { state.triageProgress($0).text } }

  /// The last decisions, newest first.
  var trail: [String] { state.triage?.trail.runs(atMost: 10).map(\.text) ?? [] }

  /// How many tickets a status holds.
  func count(in status: Int) -> Int {
    engine.store.withLock { store in
      store.tickets.values.filter { $0.ticket.status == Status.ID(status) }.count
    }
  }
}
