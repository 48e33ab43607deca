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

  @Test(arguments: sizes)
  func allOfAColumn(size: Size) {
    var play = Play(columns: size.columns, rows: size.rows)
    play.press("0*")
    play.state.notice = nil
    expect(play, "column", size)
  }
}
