import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct PromptTests {
  private let key = TicketKey(project: Sample.key, number: 42)
  private let full = EngineError(
    .storage, "The disk is full.", nextStep: "Make room and try again.")

  private func prompt(_ state: AppState) -> Prompt? {
    guard case .prompt(let prompt) = state.layers.last else { return nil }
    return prompt
  }

  @Test func aCommentIsSaved() {
    var play = Play()
    play.press("c")
    play.type("See the trace.")
    play.press("<Enter>")
    #expect(play.notice == "Comment added to WF-42")
    #expect(play.state.board.detail?.comments.map(\.text) == ["See the trace."])
  }

  @Test func anEmptyCommentIsNotSent() {
    var state = Sample.state()
    #expect(state.press("c  <Enter>").filter(\.isWrite) == [])
    #expect(prompt(state)?.fault == "A comment needs some text.")
    state.press("x")
    #expect(prompt(state)?.fault == nil)
    state.press("<Esc>")
    #expect(prompt(state)?.fault == "Not saved. Esc again throws it away; enter saves.")
    state.press("<Esc>")
    #expect(state.layers == [])
  }

  @Test func aPastedCommentKeepsItsLines() {
    var play = Play()
    play.press("c")
    play.tell(.input(.paste("one\r\n\ttwo")))
    play.press("<Enter>")
    #expect(play.state.board.detail?.comments.map(\.text) == ["one\n two"])
  }

  @Test func aCommentThatCouldNotBeSavedComesBack() {
    var play = Play()
    play.engine.failWrites(full)
    play.press("c")
    play.type("Do not lose me")
    play.press("<Enter>")
    #expect(prompt(play.state)?.editor.text == "Do not lose me")
    #expect(play.notice == "The disk is full. Make room and try again.")
    play.engine.failWrites(nil)
    play.press("<Enter>")
    #expect(play.state.board.detail?.comments.map(\.text) == ["Do not lose me"])
  }

  @Test func aLongCommentIsWrittenInTheEditor() {
    var play = Play()
    play.editor = { .success($0 + "\nmore") }
    play.press("c")
    play.type("first")
    play.press("<C-x>")
    #expect(play.state.board.detail?.comments.map(\.text) == ["first\nmore"])
    #expect(play.state.layers == [])
  }

  @Test(arguments: [nil, "No editor is set; export EDITOR=vi."])
  func aCommentStaysWhenTheEditorGivesNothing(failure: String?) {
    var play = Play()
    play.editor = { _ in failure.map { .failure(EditorError($0)) } ?? .success(nil) }
    play.press("c")
    play.type("first")
    play.press("<C-e>")
    #expect(prompt(play.state)?.editor.text == "first")
    #expect(play.notice == failure ?? "Nothing was changed")
  }

  @Test func aDueDayIsSetAndTakenAway() {
    var play = Play()
    play.press("d")
    #expect(
      prompt(play.state)?.question
        == "WF-42 is due (YYYY-MM-DD, tomorrow, fri, +3d; empty for never)")
    play.type("2026-02-30")
    play.press("<Enter>")
    #expect(
      prompt(play.state)?.fault
        == "A day is YYYY-MM-DD, today, tomorrow, fri, +3d or +2w, not “2026-02-30”.")
    play.press("<Backspace><Backspace>28<Enter>")
    #expect(play.ticket(42)?.due?.description == "2026-02-28")
    #expect(play.notice == "WF-42 is due on 2026-02-28")
    play.press("d<C-u><Enter>")
    #expect(play.ticket(42)?.due == nil)
    #expect(play.notice == "WF-42 is due on no day")
  }

  @Test(arguments: [
    ("today", "2026-03-08"), ("Tomorrow", "2026-03-09"), ("fri", "2026-03-13"),
    ("sunday", "2026-03-15"), ("+3d", "2026-03-11"), (" +2w ", "2026-03-22"),
  ])
  func aDueDayIsSaid(text: String, day: String) {
    var play = Play()
    play.press("d")
    play.type(text)
    play.press("<Enter>")
    #expect(play.ticket(42)?.due?.description == day)
    #expect(play.notice == "WF-42 is due on \(day)")
  }

  @Test func whatWasSaidIsGivenBackWrittenOut() {
    var play = Play()
    play.engine.failWrites(EngineError(.storage, "The disk is full."))
    play.press("dfri<Enter>")
    #expect(prompt(play.state)?.editor.text == "2026-03-13")
  }

  @Test func theDescriptionIsEditedInTheEditor() {
    var play = Play()
    play.editor = { _ in .success("New text") }
    play.press("E")
    #expect(play.ticket(42)?.description == "New text")
    #expect(play.notice == "Description of WF-42 saved")
    play.editor = { _ in .success(nil) }
    play.press("E")
    #expect(play.notice == "Nothing was changed")
    play.editor = { _ in .failure(EditorError("vi ended with 1; the text is in /tmp/x.")) }
    play.press("E")
    #expect(play.notice == "vi ended with 1; the text is in /tmp/x.")
  }

  @Test func aDescriptionThatCouldNotBeSavedGoesIntoTheForm() {
    var play = Play()
    play.engine.failWrites(full)
    play.editor = { _ in .success("Hours of work") }
    play.press("E")
    guard case .form(let form) = play.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(form.description == "Hours of work")
    #expect(form.fault == "The disk is full.")
    play.engine.failWrites(nil)
    play.press("<C-s>")
    #expect(play.ticket(42)?.description == "Hours of work")
  }

  @Test func aTicketThatIsNotReadYetIsReadFirst() {
    var state = Sample.state()
    state.press("j")
    let read = [Effect.loadTicket(TicketKey(project: Sample.key, number: 77))]
    #expect(state.press("e") == read)
    #expect(state.notice?.text == "Reading the ticket; press the key again.")
    #expect(state.press("E") == read)
  }

  @Test(arguments: ["e", "c", "a", "#", "d", "!", "E"])
  func anEmptyColumnHasNothingToChange(key: String) {
    var state = Sample.state()
    state.press("$")
    #expect(state.press(key) == [])
    #expect(state.notice?.text == "There is no ticket here; n makes one.")
  }

  @Test(arguments: [
    ("!", Priority.urgent, "Urgent"), ("+", .high, "High"), ("=", .medium, "Medium"),
    ("-", .low, "Low"),
  ])
  func aKeySetsThePriority(key: String, priority: Priority, name: String) {
    var state = Sample.state()
    #expect(
      state.press(key) == [
        .apply(
          .changeTicket(.key(self.key), .edit(TicketEdit(priority: priority))),
          .follow(saying: "WF-42 is \(name)"))
      ])
  }
}
