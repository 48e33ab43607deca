import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// While a move is chosen, the titles and the line below say without colour what can be done.
@Suite struct PreviewLineTests {
  private func titles(_ state: AppState) -> String {
    state.frame().text(in: state.layout.titles)
  }

  /// The last line of the text below the board, above its keys.
  private func ending(_ state: AppState) -> String {
    let size = state.size
    let line = Rect(left: 0, top: size.rows - 2, columns: size.columns, rows: 1)
    let text = state.frame().text(in: line)
    return String(text.suffix(from: text.lastIndex(of: "[") ?? text.startIndex))
  }

  @Test func theChosenColumnAndTheForbiddenOnesAreMarked() {
    var state = Sample.state(columns: 80, rows: 24)
    #expect(
      titles(state)
        == " New                   128│ Triaged                12│ Fixing                3/5")
    state.press("mh")
    #expect(
      titles(state)
        == " ✗ New                 128│▸Triaged                12│ Fixing                3/5")
    state.press("h")
    #expect(
      titles(state)
        == "▸✗ New                 128│ Triaged                12│ Fixing                3/5")
  }

  @Test(arguments: [
    ("mh", "[enter: move]"), ("ml", "[not possible yet]"), ("mll", "[not possible yet]"),
    ("mlll", "[enter: go as far as allowed]"),
  ])
  func theLineEndsWithWhatEnterDoes(keys: String, text: String) {
    for size in [
      Size(columns: 120, rows: 26), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
    ] {
      var state = Sample.state(columns: size.columns, rows: size.rows)
      state.press(keys)
      #expect(ending(state) == text, "\(size)")
    }
  }
}
