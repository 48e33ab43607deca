import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct DeletingTests {
  private let key = TicketKey(project: Sample.key, number: 42)

  @Test(arguments: ["n", "q", "<Esc>", "<C-c>"])
  func anythingButYesKeepsIt(answer: String) {
    var play = Play()
    play.press("D" + answer)
    #expect(play.status(of: 42) == "Fixing")
    #expect(play.state.layers == [])
  }

  @Test(arguments: ["<Enter>", "D", "x", "1", "<Space>"])
  func otherKeysAnswerNothing(key: String) {
    var play = Play()
    play.press("D" + key)
    guard case .question? = play.state.layers.last else {
      Issue.record("the question is gone")
      return
    }
  }

  @Test func yesDeletesItAndUBringsItBack() {
    var play = Play()
    play.press("Dy")
    #expect(play.focus == "WF-77")
    #expect(play.notice == "WF-42 deleted; u brings it back")
    #expect(play.state.board.columns[2].count == .exactly(2))
    play.press("u")
    #expect(play.focus == "WF-42")
    #expect(play.notice == "WF-42: deletion taken back")
    #expect(play.progress(42).marks.count == 2)
  }

  @Test func anotherVersionThanTheOneLookedAtStays() {
    var play = Play()
    play.press("D")
    play.engine.changeForeign(key) { $0.ticket.title = "Theirs" }
    play.press("y")
    #expect(play.status(of: 42) == "Fixing")
    #expect(play.notice?.hasPrefix("WF-42 was changed meanwhile") == true)
  }

  @Test func itsPageIsLeft() {
    var play = Play()
    play.press("oDy")
    #expect(play.state.layers == [])
    #expect(play.notice == "WF-42 deleted; u brings it back")
  }

  @Test func aPageWhoseTicketOthersDeletedSaysSoUntilItIsBack() throws {
    var play = Play()
    play.press("o")
    _ = try play.engine.apply(.changeTicket(.key(key), .delete), by: Actor(name: "ben"))
    play.hearOfChange()
    let text = play.state.frame().description
    #expect(text.contains("WF-42 was deleted. Its history stays."))
    #expect(text.contains("ben deleted it"))
    play.press("1")
    #expect(play.notice == "WF-42 was deleted; esc goes back.")
    _ = try play.engine.apply(.undo(.ticket(.key(key))), by: Actor(name: "ben"))
    play.hearOfChange()
    #expect(!play.state.frame().description.contains("was deleted."))
    play.press("G")
    #expect(play.state.frame().description.contains("ben took back a change: deleted → Fixing"))
  }

  @Test func aGateWhoseTicketOthersDeletedIsLeft() throws {
    var play = Play()
    play.press("<Space>")
    _ = try play.engine.apply(.changeTicket(.key(key), .delete), by: Actor(name: "ben"))
    play.hearOfChange()
    #expect(play.state.layers == [])
    #expect(play.notice == "WF-42 was moved or deleted meanwhile; it is not here.")
  }
}
