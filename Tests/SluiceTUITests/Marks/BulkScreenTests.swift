import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// The screens of marked tickets as literal text, each at the size that it is made for.
@Suite struct BulkScreenTests {
  static let sizes = [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ]

  private func expect(_ play: Play, _ name: String, _ size: Size) {
    expectScreen(play.state.frame(), "marks-\(name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes)
  func fromTheMarksToTheOutcome(size: Size) {
    var play = Play(columns: size.columns, rows: size.rows)
    play.press("0vjvlvlvv0")
    expect(play, "set", size)
    play.press("mFixing<Enter>")
    expect(play, "preview", size)
    play.press("<Enter>")
    expect(play, "outcome", size)
  }

  @Test func ofManyReasonsTheFirstAreTold() {
    var play = Play(columns: 120, rows: 60)
    var bulk = Bulk(.list([]), .comment("x"), "Comment on 20 tickets", of: Marks())
    bulk.take(
      (1...20).map { number in
        TicketResult(
          key: TicketKey(project: Sample.key, number: number),
          ending: .refused(EngineError(.refused, "Reason \(100 + number).")), status: "New")
      }, isDone: false)
    play.state.push(.bulk(bulk))
    let told = play.state.frame().description
    #expect(told.contains("✗ 1 would be refused: Reason 108. (WF-8)"))
    #expect(!told.contains("would be refused: Reason 109."))
    #expect(told.contains("✗ 12 would be refused for 12 other reasons"))
    #expect(play.state.bulkLength == 1 + 8 + 1 + 1 + 1 + 20)
  }

  @Test func aWarningAndAGateStandBeforeTheTitle() {
    var play = Play(columns: 80, rows: 24)
    play.press("vjv")
    play.press("mVerifying<Enter>")
    let told = play.state.frame().description
    #expect(
      told.contains("✗ WF-42  gate “Ready to verify”: 2 of 4 left  Fix login timeout"))
  }

  @Test(arguments: sizes)
  func allOfAColumn(size: Size) {
    var play = Play(columns: size.columns, rows: size.rows)
    play.press("0*")
    play.state.notice = nil
    expect(play, "column", size)
  }
}
