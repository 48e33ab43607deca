import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// The screens of triage as literal text, each at the size that it is made for.
@Suite struct TriageScreenTests {
  static let sizes = [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ]

  /// In triage of New.
  private static func play(_ size: Size, column: String = "0") -> Play {
    var play = Play(columns: size.columns, rows: size.rows)
    play.press(column + "t")
    return play
  }

  private func expect(_ play: Play, _ name: String, _ size: Size) {
    expectScreen(play.state.frame(), "triage-\(name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes)
  func theFirstTicket(size: Size) {
    expect(Self.play(size), "first", size)
  }

  @Test(arguments: sizes)
  func decisionsInSight(size: Size) {
    var play = Self.play(size)
    play.press("!aben<Enter>1s")
    expect(play, "decided", size)
  }

  @Test(arguments: sizes)
  func aMoveThatAGateBlocks(size: Size) {
    var play = Self.play(size, column: "0ll")
    play.press("s1")
    expect(play, "blocked", size)
    play.press("<Space>j")
    expect(play, "gate", size)
  }

  @Test(arguments: sizes)
  func aChangeThatIsRefused(size: Size) {
    var play = Self.play(size)
    play.engine.failWrites(
      EngineError(.storage, "The disk is full.", nextStep: "Make room and try again."))
    play.press("1")
    expect(play, "refused", size)
  }

  @Test(arguments: sizes)
  func aTicketThatSomeoneElseMoved(size: Size) {
    var play = Self.play(size)
    play.engine.changeForeign(TicketKey(project: Sample.key, number: 131)) {
      $0.ticket.status = Status.ID(3)
      $0.ticket.version += 1
    }
    play.hearOfChange()
    expect(play, "moved", size)
  }

  @Test(arguments: sizes)
  func theDecisions(size: Size) {
    var play = Self.play(size)
    play.press("!1sU")
    expect(play, "list", size)
  }

  @Test(arguments: sizes)
  func theEnd(size: Size) {
    var play = Self.play(size)
    play.press("=12s")
    expect(play, "end", size)
  }

  @Test(arguments: sizes)
  func aLongText(size: Size) {
    var play = Self.play(size)
    play.engine.changeForeign(TicketKey(project: Sample.key, number: 131)) {
      $0.ticket.description = (1...60).map { "Line \($0) of the trace." }.joined(separator: "\n")
      $0.ticket.title = String(repeating: "Login page blank after upgrade ", count: 5)
      $0.ticket.version += 1
    }
    play.hearOfChange()
    play.press("jj")
    expect(play, "long", size)
    play.press("G")
    expect(play, "long-end", size)
  }
}
