import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Answers that come when the person has gone on, or that bring nothing.
@Suite struct LateAnswerTests {
  @Test func aWindowThatBringsNothingIsNotAskedForAgain() throws {
    var state = Sample.state()
    state.board.columns[2].hasLater = true
    let last = try #require(state.board.columns[2].cards.last)
    let query = state.query(state.board.columns[2].status, .below(last.position))
    let nothing = CardWindow(cards: [], hasEarlier: true, hasLater: true)
    #expect(state.handle(.columnLoaded(.success(nothing), query)) == [])
    #expect(!state.board.columns[2].hasLater)
  }

  @Test func anEmptyColumnWithMatchesBeyondTheBoundIsReadOnce() {
    var state = Sample.state()
    state.board.columns[4].hasLater = true
    let query = state.query(state.board.columns[4].status, .top)
    #expect(state.press("$h").contains(.loadColumn(query)))
    #expect(!state.press("j").contains(.loadColumn(query)))
  }

  @Test func aFormWaitsForItsAnswer() {
    var state = Sample.state()
    state.press("n")
    for character in "New" { _ = state.handle(.input(.key(.character(character)))) }
    #expect(state.press("<Enter>").count == 1)
    #expect(state.press("<Esc><Esc>x<Enter>") == [])
    guard case .form(let form) = state.layers.last else {
      Issue.record("the form was left")
      return
    }
    #expect(form.title.text == "New")
  }

  @Test func aDescriptionThatWasNotSavedIsKeptWhereverTheFocusIs() {
    var state = Sample.state()
    let ticket = Sample.detail(of: Sample.cards[2][0]).state.ticket
    state.press("j")
    let error = EngineError(.storage, "The disk is full.")
    _ = state.handle(.applied(.failure(error), .description(ticket, text: "Long work")))
    guard case .form(let form) = state.layers.last else {
      Issue.record("the text was lost")
      return
    }
    #expect(form.description == "Long work")
    #expect(form.fault == "The disk is full.")
  }
}
