import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct FormTests {
  private let key = TicketKey(project: Sample.key, number: 42)

  private func form(_ state: AppState) -> TicketForm? {
    guard case .form(let form) = state.layers.last else { return nil }
    return form
  }

  @Test func onlyWhatWasChangedIsSent() throws {
    var state = Sample.state()
    let version = try #require(state.board.detail?.state.ticket.version)
    state.press("e<End>")
    state.type("s")
    state.press("<Tab><Right><Tab><Tab><C-u>")
    state.type("bug, trace")
    let effects = state.press("<Enter>")
    #expect(
      effects == [
        .apply(
          .changeTicket(
            .key(key),
            .edit(
              TicketEdit(
                title: "Fix login timeouts", priority: .urgent, addedLabels: ["trace"],
                removedLabels: ["auth"])),
            expecting: Expectation(version: version)), .closeForm)
      ])
  }

  @Test func aNewTicketIsMadeAndGetsTheFocus() {
    var play = Play()
    play.press("n")
    play.type("Write the changelog")
    play.press("<Tab>-<Tab>")
    play.type("ben")
    play.press("<Down><Down>")
    play.type("2026-05-01")
    play.press("<Enter>")
    #expect(play.focus == "WF-132")
    #expect(play.notice == "WF-132 made in New")
    let ticket = play.ticket(132)
    #expect(ticket?.title == "Write the changelog")
    #expect(ticket?.priority == .low)
    #expect(ticket?.assignee == "ben")
    #expect(ticket?.due?.description == "2026-05-01")
    #expect(ticket?.reporter == "ana")
  }

  @Test(arguments: [
    ("<Tab>", TicketForm.Row.priority), ("<Down><C-n>", .assignee), ("<S-Tab><Tab>", .title),
    ("<S-Tab>", .description), ("<Up><Up>", .due), ("<C-p><Tab>", .title),
  ])
  func keysGoThroughTheRows(keys: String, row: TicketForm.Row) {
    var state = Sample.state()
    state.press("e" + keys)
    #expect(form(state)?.row == row)
  }

  @Test func priorityStopsAtItsEnds() {
    var state = Sample.state()
    state.press("e<Tab><Right><Right>+")
    #expect(form(state)?.priority == .urgent)
    state.press("<Left>-<Left><Left>")
    #expect(form(state)?.priority == .low)
    state.press("<Space>")
    #expect(form(state)?.priority == .medium)
  }

  @Test func unsavedTextIsThrownAwayOnlyByASecondEscape() {
    var state = Sample.state()
    state.press("ex<Esc>")
    #expect(form(state)?.isLeaving == true)
    state.press("<F5>")
    #expect(form(state)?.isLeaving == false)
    state.press("<Esc>y")
    #expect(form(state)?.title.text == "Fix login timeoutxy")
    state.press("<Esc><Esc>")
    #expect(state.layers == [])
  }

  @Test func aFormWithoutChangesIsLeftAtOnce() {
    var state = Sample.state()
    state.press("e<Esc>")
    #expect(state.layers == [])
    state.press("n<Tab><Tab><C-c>")
    #expect(state.layers == [])
  }

  @Test func aWrongDayIsToldBesideItsRow() {
    var state = Sample.state()
    #expect(state.press("e<Up><Up>soon<Enter>").filter(\.isWrite) == [])
    #expect(
      form(state)?.fault
        == "A day is YYYY-MM-DD, today, tomorrow, fri, +3d or +2w, not “soon”.")
    #expect(form(state)?.row == .due)
    state.press("<Backspace>")
    #expect(form(state)?.fault == nil)
  }

  @Test func aDayIsWrittenOutWhenItIsSaved() {
    var play = Play()
    play.press("e<Up><Up>tomorrow<Enter>")
    #expect(play.ticket(42)?.due?.description == "2026-03-09")
    play.press("e<Up><Up><C-u>fri")
    play.engine.failWrites(EngineError(.storage, "The disk is full."))
    play.press("<Enter>")
    #expect(form(play.state)?.due.text == "2026-03-13")
  }

  @Test func whatARuleRefusesStaysInTheForm() {
    var play = Play()
    play.press("n<Enter>")
    #expect(
      form(play.state)?.fault
        == "A ticket needs a title. Correct the value and try again; nothing was changed.")
    #expect(form(play.state)?.isSaving == false)
    play.type("Now")
    play.press("<C-s>")
    #expect(play.ticket(132)?.title == "Now")
  }

  @Test func aTitleOf501CharactersIsRefused() {
    var play = Play()
    play.press("n")
    play.tell(.input(.paste(String(repeating: "x", count: 501))))
    play.press("<Enter>")
    #expect(
      form(play.state)?.fault == """
        A title has at most 500 characters, not 501. Correct the value and try again; nothing was \
        changed.
        """)
    play.press("<Backspace><Enter>")
    #expect(play.ticket(132)?.title.count == 500)
  }

  @Test func aSecondSaveWaitsForTheFirst() {
    var state = Sample.state()
    #expect(state.press("nx<Enter>").filter(\.isWrite).count == 1)
    #expect(state.press("<Enter><C-s>") == [])
  }

  @Test func theDescriptionSaysWhereItIsWritten() {
    var play = Play()
    play.press("e<S-Tab>x")
    #expect(
      form(play.state)?.fault == "The description is written in $EDITOR; enter opens it.")
    #expect(form(play.state)?.isChanged == false)
  }

  @Test func theDescriptionIsEditedOutside() {
    var play = Play()
    var given: [String] = []
    play.editor = { text in
      given.append(text)
      return .success("Longer.\nAnd more.")
    }
    play.press("e<S-Tab><Enter>")
    #expect(form(play.state)?.description == "Longer.\nAnd more.")
    #expect(given == ["Users report sessions expiring too early. See the trace in comment 2."])
    play.press("<C-s>")
    #expect(play.ticket(42)?.description == "Longer.\nAnd more.")
  }

  @Test func pastedTextGoesIntoTheRow() {
    var state = Sample.state()
    state.press("n")
    _ = state.handle(.input(.paste("two\nlines")))
    #expect(form(state)?.title.text == "two lines")
    state.press("<S-Tab>")
    _ = state.handle(.input(.paste("two\nlines")))
    #expect(form(state)?.description == "two\nlines")
    state.press("<Tab><Tab>")
    _ = state.handle(.input(.paste("nowhere")))
    #expect(form(state)?.priority == .medium)
  }
}
