import Drawing
import Testing

@testable import SluiceTUI

@Suite struct LineEditorTests {
  @Test func changesAreCountedAndMovesAreNot() {
    var editor = LineEditor("clock")
    for key in keys("<Left><Home><End><C-a><C-f>") { _ = editor.handle(key) }
    #expect(editor.revision == 0)
    #expect(editor.holds("clock"))
    _ = editor.handle(.character("s"))
    #expect(editor.revision == 1)
    #expect(!editor.holds("clock"))
    _ = editor.handle(.backspace)
    #expect(editor.revision == 2)
    #expect(editor.holds("clock"))
    _ = editor.handle(.control("u"))
    _ = editor.handle(.control("u"))
    #expect(editor.revision == 3)
  }

  @Test(arguments: [
    ("ab", "ab|"), ("ab<Left>c", "ac|b"), ("ab<C-b>c", "ac|b"), ("ab<Left><Right>c", "abc|"),
    ("ab<Home>c", "c|ab"), ("ab<C-a>c<C-e>d", "cabd|"), ("ab<Home><C-f>c", "ac|b"),
    ("ab<Backspace>", "a|"), ("ab<C-h>", "a|"), ("ab<Home><Del>", "|b"), ("ab<Home><C-d>", "|b"),
    ("<Backspace><Del>", "|"), ("one two<C-w>", "one |"), ("one  two<A-b><C-w>", "|two"),
    ("one two<Home><A-f>x", "onex| two"), ("one two<A-b><C-u>", "|two"),
    ("one two<A-b><C-k>", "one |"), ("<C-u><C-k><C-w>a", "a|"), ("文字<Backspace>", "文|"),
    ("👩‍👩‍👧<Left>a", "a|👩‍👩‍👧"), ("a<Left><Left><Left>b", "b|a"), ("<End><Home>", "|"),
  ])
  func keysEditTheLine(typed: String, result: String) {
    var editor = LineEditor()
    for key in keys(typed) {
      let isTaken = editor.handle(key)
      #expect(isTaken)
    }
    let text = editor.characters
    #expect(String(text[..<editor.cursor]) + "|" + String(text[editor.cursor...]) == result)
  }

  @Test(arguments: [Key.enter, .escape, .up, .down, .tab, .function(1), .control("x")])
  func otherKeysAreLeftToTheCaller(key: Key) {
    var editor = LineEditor("text")
    let former = editor
    let isTaken = editor.handle(key)
    #expect(!isTaken)
    #expect(editor == former)
  }

  @Test func pastedBreaksBecomeBlanks() {
    var editor = LineEditor("<>")
    _ = editor.handle(.left)
    editor.paste("a\nb\tc\r\nd")
    #expect(editor.text == "<a b c d>")
    #expect(editor.cursor == 8)
  }

  @Test(arguments: [
    ("short", 10, "short", 5), ("exactly ten", 10, "…ctly ten", 9), ("文字化け文字", 7, "…文字", 5),
    ("", 3, "", 0), ("ab", 1, "", 0), ("\u{1B}[m", 10, "␛[m", 3),
  ])
  func theCursorIsAlwaysInSight(text: String, columns: Int, shown: String, cursor: Int) {
    var canvas = Canvas(size: Size(columns: 20, rows: 1))
    let rect = Rect(left: 2, top: 0, columns: columns, rows: 1)
    let point = LineEditor(text).draw(in: rect, style: .plain, on: &canvas)
    #expect(Frame(canvas: canvas).text(in: Rect(left: 2, top: 0, columns: 18, rows: 1)) == shown)
    #expect(point == Point(column: 2 + cursor, row: 0))
  }

  @Test func aVeryLongLineShowsItsEnd() {
    var canvas = Canvas(size: Size(columns: 20, rows: 1))
    let editor = LineEditor(String(repeating: "x", count: 200_000) + "end")
    let point = editor.draw(in: canvas.bounds, style: .plain, on: &canvas)
    #expect(Frame(canvas: canvas).description == "…" + String(repeating: "x", count: 15) + "end")
    #expect(point.column == 19)
  }
}
