import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// The bottom line has the keys of what lies on top.
@Suite struct BottomLineTests {
  @Test(arguments: [
    ("c", " enter save  esc back  ^X editor"), ("cx<Esc>", " esc throw away  enter save"),
    ("d", " enter save  esc back"), ("a", " ↑↓ go  enter take  esc back  type to find"),
    ("#", " ↑↓ go  enter on/off  esc done  type to find"),
    ("n", " enter save  tab next  esc back"), ("n<Tab>", " ←→ change  ^S save  tab next  esc back"),
    ("n<S-Tab>", " enter $EDITOR  ^S save  tab next  esc back"),
    ("nx<Esc>", " esc throw away  ^S save"), ("ml", " hl choose  enter move  esc stay"),
    ("oc", " enter save  esc back  ^X editor"),
  ])
  func itBelongsToTheTopmostLayer(keys: String, line: String) {
    for size in [
      Size(columns: 120, rows: 26), Size(columns: 80, rows: 24), Size(columns: 48, rows: 12),
    ] {
      var state = Sample.state(columns: size.columns, rows: size.rows)
      state.press(keys)
      #expect(bottom(state) == line, "\(keys) at \(size)")
    }
  }

  @Test func anOpenTicketSaysWhichLinesAreShown() {
    var state = Sample.state(columns: 80, rows: 24)
    state.press("o")
    #expect(bottom(state).hasSuffix("1-9 move        lines 1–22 of 27"))
    state.press("G")
    #expect(bottom(state).hasSuffix("1-9 move        lines 6–27 of 27"))
    state.resize(to: Size(columns: 59, rows: 24))
    #expect(bottom(state) == " jk scroll  esc back  tab go to  enter change  1-9 move")
    state.resize(to: Size(columns: 80, rows: 40))
    #expect(!bottom(state).contains("lines"))
  }

  private func bottom(_ state: AppState) -> String {
    let size = state.size
    return state.frame().text(
      in: Rect(left: 0, top: size.rows - 1, columns: size.columns, rows: 1))
  }
}
