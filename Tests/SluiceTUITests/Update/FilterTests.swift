import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct FilterTests {
  private func load(_ filter: BoardFilter) -> Effect {
    .loadBoard(
      BoardQuery(project: .key(Sample.key), filter: filter, limit: AppState.windowSize), .open)
  }

  @Test func eachKeyGivesOneLoad() {
    var state = Sample.state()
    #expect(state.press("/") == [])
    #expect(state.press("l") == [load(BoardFilter(words: ["l"]))])
    #expect(state.press("o") == [load(BoardFilter(words: ["lo"]))])
    #expect(state.press("<Left>") == [])
    #expect(state.press("<Space>") == [load(BoardFilter(words: ["l", "o"]))])
    #expect(state.press("<C-e><Backspace>") == [load(BoardFilter(words: ["l"]))])
    #expect(state.press("<Backspace>") == [])
    #expect(state.board.filterText == "l")
  }

  @Test func aKeyThatChangesNothingOfTheMeaningLoadsNothing() {
    var state = Sample.state()
    state.press("/")
    state.type("login")
    #expect(state.press("<Space>") == [])
    #expect(state.board.filterText == "login ")
  }

  @Test func meIsWhoSitsAtTheTerminal() {
    var state = Sample.state()
    state.press("/")
    let effects = state.type("assignee:me prio>=high label:auth")
    #expect(
      effects.contains(
        load(BoardFilter(assignee: .named("ana"), labels: ["auth"], minimumPriority: .high))))
  }

  @Test func enterKeepsItAndEscapeGivesItUp() {
    var play = Play()
    play.press("/")
    play.type("csv")
    #expect(play.focus == "WF-77")
    play.press("<Enter>")
    #expect(play.state.layers == [])
    #expect(play.state.board.columns.map(\.cards.count) == [0, 0, 1, 0, 0, 0])
    play.press("/x")
    #expect(play.focus == nil)
    play.press("<Esc>")
    #expect(play.state.board.filterText == "csv")
    #expect(play.focus == "WF-77")
    play.press("<Esc>")
    #expect(play.state.board.filterText == "")
    #expect(play.state.board.columns.map(\.cards.count) == [3, 2, 3, 1, 0, 0])
    #expect(play.state.board.focus == 2)
  }

  @Test func escapeWithoutAFilterDoesNothing() {
    var state = Sample.state()
    #expect(state.press("<Esc>") == [])
  }

  @Test func arrowsGoToTheBoardWithTheFilterKept() {
    var play = Play()
    play.press("/o<Down>")
    #expect(play.state.layers == [])
    #expect(play.state.board.filterText == "o")
    #expect(play.focus == "WF-77")
  }

  @Test func theTicketKeepsTheFocusWhereItPasses() {
    var play = Play()
    play.press("/")
    play.type("fix")
    #expect(play.focus == "WF-42")
    play.type("x")
    #expect(play.focus == nil)
    #expect(play.state.board.focus == 2)
    play.press("<Backspace>")
    #expect(play.focus == "WF-42")
  }

  @Test func pastedTextFiltersAtOnce() {
    var state = Sample.state()
    state.press("/")
    #expect(state.handle(.input(.paste("csv\n"))) == [load(BoardFilter(words: ["csv"]))])
  }

  @Test func columnsThatAnswerAnotherFilterAreIgnored() throws {
    var play = Play()
    let query = play.state.query(Status.ID(3), .top)
    let window = try play.engine.column(query)
    play.press("/")
    play.type("csv")
    let former = play.state
    #expect(play.state.handle(.columnLoaded(.success(window), query)) == [])
    #expect(play.state == former)
  }
}
