import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Marking many tickets.
@Suite struct MarkingTests {
  /// On WF-131, the first of the three of New.
  private static func play(adding more: [TicketDetail] = []) -> Play {
    var play = Play(columns: 80, rows: 24, adding: more)
    play.press("0")
    return play
  }

  @Test func aMarkIsSetAndTakenAway() {
    var play = Self.play()
    play.press("v")
    #expect(play.marked == ["WF-131"])
    #expect(play.state.frame().description.contains("✓ 1 marked"))
    #expect(play.state.frame().description.contains("▌✓WF-131 ▲High"))
    play.press("v")
    #expect(play.marked == [])
    #expect(!play.state.frame().description.contains("marked"))
  }

  @Test func aRangeGoesFromTheLastMarkOfTheColumnToHere() {
    var play = Self.play()
    play.press("vGV")
    #expect(play.marked == ["WF-131", "WF-130", "WF-129"])
  }

  @Test func aRangeGoesUpwardsToo() {
    var play = Self.play()
    play.press("GvkkV")
    #expect(play.marked == ["WF-129", "WF-131", "WF-130"])
  }

  @Test func inAnotherColumnARangeBeginsAnew() {
    var play = Self.play()
    play.press("vlV")
    #expect(play.marked == ["WF-131", "WF-118"])
    #expect(play.notice == "WF-118 marked; V goes from the last mark of a column to where one is")
    play.press("jV")
    #expect(play.marked == ["WF-131", "WF-118", "WF-112"])
  }

  @Test func allOfAColumnAreMarkedThenTheBoardThenNothing() {
    var play = Self.play()
    play.press("*")
    #expect(play.state.markedText == "3 tickets")
    #expect(play.state.marks.keys.isEmpty)
    play.press("*")
    #expect(play.state.markedText == "9 tickets")
    #expect(play.state.isMarked(Sample.cards[3][0]))
    play.press("*")
    #expect(play.state.marks.isEmpty)
  }

  @Test func oneOfAllCanBeLeftOut() {
    var play = Self.play()
    play.press("*jv")
    #expect(play.state.markedText == "2 tickets")
    #expect(!play.state.isMarked(Sample.cards[0][1]))
    play.press("v")
    #expect(play.state.markedText == "3 tickets")
  }

  @Test func allAreThoseThatTheFilterLetsThrough() {
    var play = Self.play()
    play.press("/prio>=high<Enter>*")
    #expect(play.state.markedText == "1 ticket")
    play.press("p<Esc>")
    play.press("/<C-u><Enter>")
    #expect(play.state.isMarked(Sample.cards[0][0]))
    #expect(!play.state.isMarked(Sample.cards[0][1]))
  }

  @Test func marksSurviveReadingAnewAndFilters() {
    var play = Self.play()
    play.press("vjvr/label:auth<Enter>")
    #expect(play.marked == ["WF-131", "WF-130"])
    play.press("/<C-u><Enter>")
    #expect(play.marked == ["WF-131", "WF-130"])
  }

  @Test func escapeUnmarksBeforeItShowsEverything() {
    var play = Self.play()
    play.press("/prio>=low<Enter>v<Esc>")
    #expect(play.state.marks.isEmpty)
    #expect(play.state.board.filterText == "prio>=low")
    play.press("<Esc>")
    #expect(play.state.board.filterText.isEmpty)
  }

  @Test func escapeUnmarksWithoutAFilterToo() {
    var play = Self.play()
    play.press("v<Esc>")
    #expect(play.state.marks.isEmpty)
    #expect(play.notice == "Nothing is marked")
  }

  @Test func oneOfASweepOfAnotherFilterStaysMarked() {
    var play = Self.play()
    play.press("v/prio>=high<Enter>l*")
    #expect(play.state.isMarked(Sample.cards[0][0]))
    play.press("*")
    #expect(play.state.isMarked(Sample.cards[0][0]))
  }

  @Test func aRangeDoesNotBeginAtAMarkThatWasTakenAway() {
    var play = Self.play()
    play.press("vvjjV")
    #expect(play.marked == ["WF-129"])
  }

  @Test func aTicketThatSomeoneDeletesLosesItsMarkWithAWord() throws {
    var play = Self.play()
    play.press("vjv")
    let key = TicketKey(project: Sample.key, number: 131)
    _ = try play.engine.apply(.changeTicket(.key(key), .delete), by: Actor(name: "ben"))
    play.hearOfChange()
    #expect(play.marked == ["WF-130"])
    #expect(play.notice == "WF-131 was deleted meanwhile and marked no longer.")
  }

  @Test func onAnEmptyColumnThereIsNothingToMark() {
    var play = Self.play()
    play.press("$v")
    #expect(play.notice == "There is no ticket here to mark.")
  }

  @Test func anotherProjectBeginsWithoutMarks() {
    var play = Self.play()
    play.press("v")
    var other = Sample.board()
    other.project = Project(
      id: .make(), key: ProjectKey("OPS") ?? Sample.key, name: "Operations", createdAt: Sample.now,
      updatedAt: Sample.now)
    _ = play.state.open(other)
    #expect(play.state.marks.isEmpty)
  }
}

extension Play {
  /// The single tickets that are marked, in their order.
  var marked: [String] { state.marks.keys.map(\.description) }
}

extension AppState {
  fileprivate func isMarked(_ card: Card) -> Bool { marks.contains(card, on: markGround) }
}
