import Drawing
import Testing

@testable import SluiceTUI

/// Escape and a letter typed right after it reach the program as one key with Alt.
@Suite struct EscapeTests {
  @Test func leavesTheGateAndThenGoesDown() {
    var play = Play()
    play.press("<Space>")
    let former = play.state.focusedTicket
    play.press("<A-j>")
    #expect(play.state.layers.isEmpty)
    #expect(play.state.focusedTicket != former)
  }

  @Test func movesByWordWhereALineIsTyped() {
    var play = Play()
    play.press("/")
    play.type("one two")
    play.press("<A-b>")
    play.type("x")
    #expect(play.state.board.filterText == "one xtwo")
  }

  @Test func givesUpAFilterBeforeTheLetterCounts() {
    var play = Play()
    play.press("/")
    play.type("login")
    play.press("<A-n>")
    #expect(play.state.board.filterText.isEmpty)
    guard case .form = play.state.layers.last else {
      Issue.record("n did not open a form")
      return
    }
  }
}
