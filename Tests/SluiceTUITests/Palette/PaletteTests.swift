import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// The line in which commands are called by their names.
@Suite struct PaletteTests {
  private static func names(_ play: Play) -> [String] {
    guard case .palette(let palette)? = play.state.layers.last else { return [] }
    return play.state.items(of: palette).map(\.value)
  }

  @Test func aCommandIsCalledByAFewLetters() {
    var play = Play()
    play.press(":hpd<Enter>")
    #expect(play.focus == "WF-77")
    #expect(play.state.layers == [])
  }

  @Test func whatDoesNothingNowIsLastAndSaysWhy() {
    var play = Play()
    play.press(":re")
    #expect(Self.names(play).first == "redraw")
    #expect(Self.names(play).contains("redo"))
    play.press("do")
    let screen = play.state.frame().description
    #expect(screen.contains("redo               There is nothing to make again."))
    play.press("<Enter>")
    #expect(play.notice == "There is nothing to make again.")
    #expect(play.state.layers.count == 1)
  }

  @Test func whatWorksElsewhereSaysWhere() {
    var play = Play()
    play.press("<Space>:filter")
    #expect(play.state.frame().description.contains("filter             Works on the board."))
  }

  @Test(arguments: [
    ("move-to-number -9223372036854775808", "“-9223372036854775808” is no number of a move."),
    (
      "filter priority>=hgih",
      "Expected low, medium, high or urgent, found “hgih”."
    ),
    ("open -5", "“-5” is no ticket, such as WF-1 or 1."),
  ])
  func whatCannotBeMeantIsRefusedWhereItStands(line: String, notice: String) {
    var play = Play()
    play.press(":")
    play.type(line)
    play.press("<Enter>")
    #expect(play.notice == notice)
    #expect(play.state.layers.count == 1)
  }

  @Test func aTicketThatLosesTheFocusMeanwhileHandsNoKeyToAnother() {
    var play = Play()
    play.press(":")
    play.type("priority urgent")
    play.engine.changeForeign(TicketKey(project: Sample.key, number: 42)) {
      $0.ticket.status = Status.ID(6)
      $0.ticket.version += 1
    }
    play.hearOfChange()
    play.press("<Enter>")
    #expect(play.notice == "WF-42 is in focus no more, so nothing was done.")
    #expect(!play.effects.contains { $0.isWrite })
  }

  @Test func theSameProjectShowsEverythingAgain() {
    var play = Play()
    play.press("/csv<Enter>:")
    play.type("project WF")
    play.press("<Enter>")
    #expect(play.state.board.filterText == "")
  }

  @Test(arguments: [
    ("move Triaged", "WF-42 → Triaged"), ("transition Triaged", "WF-42 → Triaged"),
    ("move tri", "WF-42 → Triaged"),
    ("move-to-number 2", "WF-42 → Triaged"), ("assign ben", "WF-42 → ben"),
    ("assign none", "WF-42 → nobody"), ("assign me", "WF-42 → ana"),
    ("label ops, big deal", "Label “ops”, “big deal” added to WF-42"),
    ("unlabel auth", "Label “auth” removed from WF-42"), ("priority low", "WF-42 is Low"),
    ("due 2026-12-24", "WF-42 is due on 2026-12-24"), ("due none", "WF-42 is due on no day"),
    ("due fri", "WF-42 is due on 2026-03-13"), ("due +2w", "WF-42 is due on 2026-03-22"),
    ("comment Seen here too.", "Comment added to WF-42"),
  ])
  func aCommandTakesWhatFollowsIt(line: String, notice: String) {
    var play = Play()
    play.press(":")
    play.type(line)
    play.press("<Enter>")
    #expect(play.notice == notice)
    #expect(play.state.layers == [])
  }

  @Test(arguments: [
    (
      "move Nowhere",
      "There is no status “Nowhere”. There are New, Triaged, Fixing, Verifying, Closed, WontFix."
    ),
    ("priority top", "“top” is no priority: urgent, high, medium, low."),
    ("due soon", "A day is YYYY-MM-DD, today, tomorrow, fri, +3d or +2w, not “soon”."),
    ("move-to-number x", "“x” is no number of a move."),
    ("project 9", "“9” is no key of a project, such as OPS."),
    ("open x", "“x” is no ticket, such as WF-1 or 1."), ("priority ", "“priority” needs PRIORITY."),
    ("xyzzy", "There is no command “xyzzy”."),
  ])
  func whatItCannotTakeIsToldAndStays(line: String, notice: String) {
    var play = Play()
    play.press(":")
    play.type(line)
    let former = play.state.layers
    play.press("<Enter>")
    #expect(play.notice == notice)
    #expect(play.state.layers == former)
  }

  @Test func aFilterIsCalledWithItsWords() {
    var play = Play()
    play.press(":")
    play.type("filter prio>=high")
    play.press("<Enter>")
    #expect(play.state.board.filterText == "prio>=high")
  }

  @Test(arguments: ["open 97", "97", "WF-97", "wf-97"])
  func aTicketIsOpenedByItsNumber(line: String) {
    var play = Play()
    play.press(":\(line)<Enter>")
    guard case .ticket(let page)? = play.state.layers.last else {
      Issue.record("no ticket is open")
      return
    }
    #expect(page.key.description == "WF-97")
    #expect(page.detail?.state.ticket.title == "Export loses rows over 10 MB")
  }

  @Test func aNewTicketBeginsWithItsTitle() {
    var play = Play()
    play.press(":create Slow search<Enter>")
    guard case .form(let form)? = play.state.layers.last else {
      Issue.record("no form is open")
      return
    }
    #expect(form.title.text == "Slow search")
  }

  @Test func tabWritesOutWhatIsChosen() {
    var play = Play()
    play.press(":assi<Tab>")
    #expect(Self.line(play) == "assign ")
    #expect(Self.names(play).prefix(3) == ["me", "none", "ben"])
    play.press("b<Tab>")
    #expect(Self.line(play) == "assign ben")
    play.press("<Enter>")
    #expect(play.notice == "WF-42 → ben")
  }

  @Test func whatNeedsMoreIsAskedForIt() {
    var play = Play()
    play.press(":priority<Enter>")
    #expect(Self.line(play) == "priority ")
    play.press("<Down><Enter>")
    #expect(play.notice == "WF-42 is High")
  }

  @Test func upBringsBackWhatWasCalled() {
    var play = Play()
    play.press(":down<Enter>:assign cy<Enter>:")
    play.press("<Up>")
    #expect(Self.line(play) == "assign cy")
    play.press("<Up>")
    #expect(Self.line(play) == "down")
    play.press("<Up><Down>")
    #expect(Self.line(play) == "assign cy")
    play.press("<Down>")
    #expect(Self.line(play) == "")
  }

  @Test func pastedTextIsTaken() {
    var play = Play()
    play.press(":")
    play.tell(.input(.paste("comment one\ntwo")))
    play.press("<Enter>")
    #expect(play.notice == "Comment added to WF-42")
  }

  @Test func availabilityIsOneAnswerForAll() {
    let state = Sample.state()
    #expect(state.obstacle(toCalling: .undo) == nil)
    #expect(state.obstacle(toCalling: .redo) == "There is nothing to make again.")
    #expect(
      state.obstacle(toCalling: .takeMove) == "Works while choosing where to move.")
  }

  private static func line(_ play: Play) -> String? {
    guard case .palette(let palette)? = play.state.layers.last else { return nil }
    return palette.editor.text
  }
}
