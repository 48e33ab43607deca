import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// What is typed is kept until it is saved or thrown away, and offered where it was typed.
@Suite struct DraftTests {
  private let key = TicketKey(project: Sample.key, number: 42)

  private func prompt(_ play: Play) -> Prompt? {
    guard case .prompt(let prompt)? = play.state.layers.last else { return nil }
    return prompt
  }

  private func form(_ play: Play) -> TicketForm? {
    guard case .form(let form)? = play.state.layers.last else { return nil }
    return form
  }

  /// Another start of the program, which knows of the first one what was kept.
  private func again(_ play: Play) -> Play {
    var next = Play(columns: 80, rows: 24)
    next.drafts = play.drafts
    return next
  }

  @Test func aCommentIsKeptAsItIsTypedAndForgottenOnceItIsSaved() {
    var play = Play()
    play.press("c")
    #expect(play.drafts == [:])
    play.type("It is")
    #expect(play.drafts == [.comment(key): "It is"])
    play.type(" the clock.")
    play.press("<Enter>")
    #expect(play.notice == "Comment added to WF-42")
    #expect(play.drafts == [:])
  }

  @Test func whatWasTypedIsThereAfterACrash() {
    var play = Play()
    play.press("c")
    play.type("It is the clock.")
    var next = again(play)
    next.press("c")
    #expect(prompt(next)?.editor.text == "It is the clock.")
    #expect(prompt(next)?.note == "Draft from 18:00 restored; ^G discards it.")
    next.press("<Enter>")
    #expect(next.drafts == [:])
    #expect(next.engine.store.withLock { $0.comments[key]?.last?.text } == "It is the clock.")
  }

  @Test func ctrlGDiscardsIt() {
    var play = Play()
    play.drafts = [.comment(key): "Old.", .title(key): "Other"]
    play.press("c<C-g>")
    #expect(prompt(play)?.editor.text == "")
    #expect(prompt(play)?.note == nil)
    #expect(play.drafts == [.title(key): "Other"])
    play.press("<Esc>o<Tab><Enter>")
    #expect(prompt(play)?.editor.text == "Other")
    play.press("<C-g>")
    #expect(prompt(play)?.editor.text == "Fix login timeout")
    #expect(play.drafts == [:])
  }

  @Test func whatIsThrownAwayIsForgotten() {
    var play = Play()
    play.press("c")
    play.type("Never mind")
    play.press("<Esc>")
    #expect(play.drafts == [.comment(key): "Never mind"])
    play.press("<Esc>")
    #expect(play.drafts == [:])
    play.press("c")
    play.type("x")
    play.press("<Backspace>")
    #expect(play.drafts == [:])
  }

  @Test func aFailedSaveKeepsTheTextOnTheScreenAndAsADraft() {
    var play = Play()
    play.press("c")
    play.type("It is the clock.")
    play.engine.failWrites(EngineError(.storage, "The disk is full.", nextStep: "Make room."))
    play.press("<Enter>")
    #expect(prompt(play)?.editor.text == "It is the clock.")
    #expect(play.drafts == [.comment(key): "It is the clock."])
    play.engine.failWrites(nil)
    play.press("<Enter>")
    #expect(play.drafts == [:])
  }

  @Test func aFormComesBackWithAllItsFields() {
    var play = Play()
    play.press("n")
    play.type("Write: the 3:changelog")
    play.press("<Tab>+<Tab>")
    play.type("ben")
    play.press("<Tab>")
    play.type("docs, ui")
    var next = again(play)
    next.press("n")
    let form = form(next)
    #expect(form?.title.text == "Write: the 3:changelog")
    #expect(form?.priority == .high)
    #expect(form?.assignee.text == "ben")
    #expect(form?.labels.text == "docs, ui")
    #expect(form?.note == "Draft from 18:00 restored; ^G discards it.")
    next.press("<Enter>")
    #expect(next.ticket(132)?.title == "Write: the 3:changelog")
    #expect(next.drafts == [:])
  }

  @Test func whatIsStoredAlreadyIsForgottenAndNotOffered() throws {
    let same = TicketForm(editing: Sample.detail(of: Sample.cards[2][0]).state.ticket).draftText
    var play = Play()
    play.drafts = [
      .title(key): "Fix login timeout", .edit(key): same, .due(key): "",
      .description(key): "Users report sessions expiring too early. See the trace in comment 2.",
      .comment(key): "Seen here too.",
    ]
    _ = try play.engine.apply(
      .changeTicket(.key(key), .comment("Seen here too.")), by: Actor(name: "ana"))
    play.hearOfChange()
    play.press("c")
    #expect(prompt(play)?.editor.text == "")
    #expect(prompt(play)?.note == nil)
    play.press("<Esc>e")
    #expect(form(play)?.note == nil)
    play.press("<Esc>d<Esc>E")
    #expect(play.drafts == [.title(key): "Fix login timeout"])
    play.press("o<Tab><Enter>")
    #expect(play.drafts == [:])
  }

  @Test func aCommentThatOnlyAnotherMadeIsOffered() throws {
    var play = Play()
    play.drafts = [.comment(key): "Seen here too."]
    _ = try play.engine.apply(
      .changeTicket(.key(key), .comment("Seen here too.")), by: Actor(name: "ben"))
    play.hearOfChange()
    play.press("c")
    #expect(prompt(play)?.editor.text == "Seen here too.")
  }

  @Test func aDraftThatIsNoFormIsLeftAlone() {
    for text in ["", "x", "3:ab", "9:abc", "-1:", "1:a1:b", "99999999999999999999:a"] {
      var play = Play()
      play.drafts = [.create(Sample.key): text]
      play.press("n")
      #expect(form(play)?.isChanged == false)
    }
  }

  @Test func aDescriptionThatWasNotSavedIsOpenedAgain() {
    var play = Play()
    var seen: [String] = []
    play.engine.failWrites(EngineError(.storage, "The disk is full.", nextStep: "Make room."))
    play.editor = { _ in .success("Rewritten.") }
    play.press("E")
    #expect(form(play)?.description == "Rewritten.")
    var next = again(play)
    next.editor = { text in
      #expect(
        text == """
          <!-- sluice: Draft from 18:00 restored. \
          Delete this line to save it as it is, all below to discard it. -->
          Rewritten.
          """)
      return .success(text + " Twice.")
    }
    next.press("E")
    #expect(next.ticket(42)?.description == "Rewritten. Twice.")
    #expect(next.drafts[.description(key)] == nil)
    seen.append(next.notice ?? "")
    #expect(seen == ["Description of WF-42 saved"])
  }

  /// A board on which another start of the program left a description.
  private func withDescription(_ edit: @escaping (String) -> Result<String?, EditorError>) -> Play {
    var play = Play()
    play.drafts = [.description(key): "Rewritten."]
    play.editor = edit
    return play
  }

  @Test func aDraftInTheEditorIsSavedAsItIsWithoutTheLineAboveIt() {
    var play = withDescription { .success($0.split(separator: "\n").last.map(String.init)) }
    play.press("E")
    #expect(play.ticket(42)?.description == "Rewritten.")
    #expect(play.drafts == [:])
  }

  @Test func aDraftInTheEditorIsDiscardedByDeletingIt() {
    let before = Play().ticket(42)?.description
    var play = withDescription { .success($0.split(separator: "\n").first.map { $0 + "\n" }) }
    play.press("E")
    #expect(play.notice == "Draft discarded")
    #expect(play.ticket(42)?.description == before)
    #expect(play.drafts == [:])
  }

  @Test func aDraftInTheEditorStaysWhereNothingIsDone() {
    var play = withDescription { _ in .success(nil) }
    play.press("E")
    #expect(play.notice == "Nothing was changed")
    #expect(play.drafts == [.description(key): "Rewritten."])
  }

  @Test func whatAnEditorThatFailedLeftIsGoneOnWith() {
    let failure = EditorError("The editor failed.", text: "Half a thought")
    var play = withDescription { _ in .failure(failure) }
    play.press("E")
    #expect(play.notice == "The editor failed.")
    #expect(play.drafts == [.description(key): "Half a thought"])
    play.press("c")
    play.type("x")
    play.press("<C-x>")
    #expect(prompt(play)?.editor.text == "Half a thought")
    #expect(play.drafts[.comment(key)] == "Half a thought")
    play.press("<Esc><Esc>n<S-Tab><Enter>")
    #expect(form(play)?.description == "Half a thought")
    #expect(play.drafts[.comment(key)] == nil)
  }

  @Test func theDescriptionOfAFormIsOfferedInTheEditorAndThenTheFormHasIt() {
    var play = Play()
    play.drafts = [.newDescription(Sample.key): "Long story."]
    play.editor = { .success($0 + " The end.") }
    play.press("n<S-Tab><Enter>")
    #expect(form(play)?.description == "Long story. The end.")
    #expect(play.drafts[.newDescription(Sample.key)] == nil)
    #expect(play.drafts[.create(Sample.key)] != nil)
  }

  @Test func whatAnotherWindowTypesStaysThere() {
    var play = Play()
    play.elsewhere = [.comment(key), .create(Sample.key), .edit(key), .description(key)]
    play.press("c")
    #expect(prompt(play)?.editor.text == "")
    #expect(
      prompt(play)?.note
        == "Another window is writing a comment on WF-42; its draft stays there.")
    play.press("<Esc>n")
    #expect(form(play)?.isChanged == false)
    #expect(
      form(play)?.note == "Another window is writing a new ticket in WF; its draft stays there.")
    play.press("<Esc>e")
    #expect(form(play)?.note == "Another window is editing WF-42; its draft stays there.")
    play.press("<Esc>")
    #expect(play.drafts == [:])
    play.editor = { text in
      #expect(
        text.hasPrefix(
          "<!-- sluice: Another window is editing the description of WF-42; "
            + "its draft stays there. -->\n"))
      return .success("New.")
    }
    play.press("E")
    #expect(play.ticket(42)?.description == "New.")
  }

  @Test func whatIsUnderWayIsNotOffered() {
    var play = SlowPlay()
    play.press("c")
    play.type("One.")
    play.press("<Enter>c")
    guard case .prompt(let prompt)? = play.state.layers.last else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.editor.isEmpty)
    #expect(prompt.note == nil)
  }

  @Test(arguments: [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ])
  func theOfferIsSeen(size: Size) {
    var play = Play(columns: size.columns, rows: size.rows)
    play.drafts = [.comment(key): "It is the clock."]
    play.press("c")
    expectScreen(play.state.frame(), "draft-\(size.columns)x\(size.rows)")
  }
}
