import Drawing
import Testing

@testable import SluiceTUI

/// Keys that call a command one after the other.
@Suite struct ChordTests {
  private static func play(_ chords: [CommandID: [KeySequence]]) -> Play {
    var bindings = CommandTable.bindings
    for (id, keys) in chords { bindings[.board]?[id] = keys }
    var play = Play()
    play.state.settings.keymap = Keymap(bindings)
    return play
  }

  @Test func theCommandIsCalledByTheLastKey() {
    var play = Self.play([.bottom: ["C-x n"]])
    play.press("<C-x>")
    #expect(play.effects == [.awaitKey(1)])
    #expect(play.focus == "WF-42")
    play.press("n")
    #expect(play.focus == "WF-77")
    #expect(play.state.begun == [])
  }

  @Test func theBottomLineShowsWhatMayFollow() {
    var play = Self.play([.bottom: ["C-x n"], .quit: ["C-x C-c"], .top: ["C-x p p"]])
    play.press("<C-x>")
    #expect(
      Self.bottomLine(of: play.state)
        == " ^X …   p p top  n bottom  ^C quit")
    play.press("p")
    #expect(Self.bottomLine(of: play.state) == " ^X p …   p top")
  }

  @Test(arguments: ["<Esc>", "g"])
  func anotherKeyCallsNothing(key: String) {
    var play = Self.play([.bottom: ["C-x n"]])
    play.press("<C-x>" + key)
    #expect(play.focus == "WF-42")
    #expect(play.state.begun == [])
    #expect(play.notice == (key == "g" ? "“^X g” calls nothing here." : nil))
  }

  @Test func keysThatNothingFollowedAreForgotten() {
    var play = Self.play([.bottom: ["C-x n"]])
    play.press("<C-x>")
    play.tell(.overdue(1))
    #expect(play.state.begun == [])
    play.press("n")
    #expect(play.state.layers.count == 1)
  }

  @Test func onlyTheLastKeysTimeRunsOut() {
    var play = Self.play([.bottom: ["C-x n"]])
    play.press("<C-x><Esc><C-x>")
    play.tell(.overdue(1))
    #expect(play.state.begun == [.control("x")])
  }

  @Test func keysAreForgottenWhereTextIsTyped() {
    var play = Self.play([.bottom: ["C-x n"]])
    play.press("<C-x>")
    play.state.layers = [.filter(FilterPrompt(""))]
    play.press("n")
    #expect(play.state.board.filterText == "n")
    #expect(play.state.begun == [])
  }

  @Test func aTerminalThatIsTooSmallIsLeftByThemToo() {
    var play = Self.play([.quit: ["C-x C-c"]])
    play.tell(.input(.resized(Size(columns: 20, rows: 4))))
    play.press("<C-x><C-c>")
    #expect(play.effects.last == .quit)
  }

  @Test func altIsAKeyWhereItCallsSomething() {
    var play = Self.play([.bottom: ["M-x"]])
    play.press("<A-x>")
    #expect(play.focus == "WF-77")
    play.press("<A-k>")
    #expect(play.focus == "WF-42")
  }

  private static func bottomLine(of state: AppState) -> String {
    let size = state.size
    return state.frame().text(
      in: Rect(left: 0, top: size.rows - 1, columns: size.columns, rows: 1))
  }
}
