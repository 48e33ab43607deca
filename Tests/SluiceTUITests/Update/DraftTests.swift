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
      #expect(text == "Rewritten.")
      return .success(text + " Twice.")
    }
    next.press("E")
    #expect(next.ticket(42)?.description == "Rewritten. Twice.")
    #expect(next.drafts[.description(key)] == nil)
    seen.append(next.notice ?? "")
    #expect(seen == ["Description of WF-42 saved"])
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
