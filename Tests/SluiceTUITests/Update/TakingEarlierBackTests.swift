import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Taking back what was not done on this board: another run of the program did it, or another program.
@Suite struct TakingEarlierBackTests {
  private let ana = Actor(name: "ana")
  private let key = TicketKey(project: Sample.key, number: 77)

  /// A board whose person has set a priority elsewhere.
  private func play(_ size: Size = Size(columns: 120, rows: 26)) throws -> Play {
    let play = Play(columns: size.columns, rows: size.rows)
    let edit = TicketChange.edit(TicketEdit(priority: .low))
    _ = try play.engine.apply(.changeTicket(.key(key), edit), by: ana)
    return play
  }

  private func undone(_ play: Play) -> [String] {
    play.engine.calls.filter { $0.hasPrefix("apply undo") || $0.hasPrefix("apply redo") }
  }

  @Test func itIsNamedAndNothingIsDoneBeforeYes() throws {
    var play = try play()
    play.press("u")
    #expect(play.ticket(77)?.priority == .low)
    #expect(undone(play) == [])
    let text = play.state.frame().description
    #expect(text.contains("Take back your earlier change?"))
    #expect(text.contains("WF-77  文字化け in CSV export with BOM"))
    #expect(text.contains("priority Low, just now"))
    play.press("y")
    #expect(play.ticket(77)?.priority == .medium)
    #expect(play.notice == "WF-77: priority Low taken back")
    #expect(play.focus == "WF-77")
    play.press("<C-r>")
    #expect(play.ticket(77)?.priority == .low)
    #expect(undone(play) == ["apply undo 2", "apply redo 2"])
  }

  @Test(arguments: ["n", "q", "<Esc>", "<C-c>"])
  func anythingButYesLeavesIt(answer: String) throws {
    var play = try play()
    play.press("u" + answer)
    #expect(play.ticket(77)?.priority == .low)
    #expect(undone(play) == [])
    #expect(play.state.layers == [])
  }

  @Test func whatWasDoneHereComesFirstAndIsNotAskedAbout() throws {
    var play = try play()
    play.press("!u")
    #expect(play.notice == "WF-42: priority Urgent taken back")
    play.press("u")
    #expect(play.state.frame().description.contains("priority Low, just now"))
  }

  @Test func onlyWhatWasNamedIsTakenBack() throws {
    var play = try play()
    play.press("u")
    let move = TicketChange.move(to: "Triaged")
    let other = TicketKey(project: Sample.key, number: 70)
    _ = try play.engine.apply(.changeTicket(.key(other), move), by: ana)
    play.press("y")
    #expect(play.ticket(77)?.priority == .medium)
    #expect(play.status(of: 70) == "Triaged")
  }

  @Test func whatHasBeenTouchedSinceItWasNamedStays() throws {
    var play = try play()
    play.press("u")
    _ = try play.engine.apply(
      .changeTicket(.key(key), .comment("Theirs.")), by: Actor(name: "ben"))
    play.press("y")
    #expect(play.ticket(77)?.priority == .low)
    #expect(play.notice?.hasPrefix("Something else has happened to WF-77 since.") == true)
  }

  @Test func whatIsTakenBackAlreadyIsPassedOver() throws {
    var play = try play()
    _ = try play.engine.apply(
      .changeTicket(.key(key), .edit(TicketEdit(title: "Mojibake"))), by: ana)
    _ = try play.engine.apply(.undo(.ticket(.key(key))), by: ana)
    play.press("uy")
    #expect(play.notice == "WF-77: priority Low taken back")
    play.press("u")
    #expect(play.notice == "There is nothing to take back. History shows what has happened.")
    #expect(play.state.layers == [])
  }

  @Test func oneWhoHasGoneOnIsOnlyTold() throws {
    var play = try play()
    var state = play.state
    let effects = state.press("u")
    #expect(effects == [.loadEarlierDeed])
    state.press("cyes")
    play.state = state
    let runner = EffectRunner(engine: play.engine, actor: ana)
    play.tell(try #require(runner.run(.loadEarlierDeed)))
    #expect(
      play.notice
        == "u would take back an earlier change: WF-77  文字化け in CSV export with BOM")
    play.press("y")
    #expect(undone(play) == [])
  }

  @Test func aMoveOfManyIsToldByItsTickets() throws {
    var play = Play()
    let keys = [42, 77, 70].map { TicketReference.key(TicketKey(project: Sample.key, number: $0)) }
    _ = try play.engine.apply(
      .changeTickets(.list(keys), .move(to: "Triaged"), isAtomic: false), by: ana)
    play.press("u")
    let text = play.state.frame().description
    #expect(text.contains("3 tickets: WF-42, WF-77, WF-70"))
    #expect(text.contains("Fixing → Triaged, just now"))
    play.press("y")
    #expect([42, 77, 70].map { play.status(of: $0) } == ["Fixing", "Fixing", "Fixing"])
  }

  @Test(arguments: [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ])
  func theQuestionIsReadable(size: Size) throws {
    var play = try play(size)
    play.press("u")
    expectScreen(play.state.frame(), "earlier-\(size.columns)x\(size.rows)")
  }
}
