import Testing

@testable import Drawing

@Suite struct CanvasTests {
  private let focused = Overlay(rawValue: 1)

  private func canvas(columns: Int = 10, rows: Int = 3) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows))
  }

  private func text(_ canvas: Canvas) -> String { Frame(canvas: canvas).description }

  private func styles(_ canvas: Canvas) -> String {
    Frame(canvas: canvas).styleDescription { style in
      "\(style.role)" + (style.overlay.isEmpty ? "" : "+\(style.overlay.rawValue)")
    }
  }

  @Test func `Text is written where it belongs and counted in columns`() {
    var canvas = canvas()

    #expect(canvas.write("abc", at: Point(column: 1, row: 0), style: Style(role: 3)) == 3)
    #expect(canvas.write("文字", at: Point(column: 2, row: 1), style: .plain) == 4)
    #expect(text(canvas) == " abc\n  文字\n")
    #expect(styles(canvas) == "0:1-3 3 \"abc\"")
  }

  @Test func `Text that is partly or wholly outside is clipped`() {
    var canvas = canvas(columns: 5)
    canvas.write("abcdef", at: Point(column: -2, row: 0), style: .plain)
    canvas.write("abcdefgh", at: Point(column: 3, row: 1), style: .plain)
    for point in [(-9, 0), (5, 0), (0, -1), (0, 3), (Int.max, Int.max), (Int.min, Int.min)] {
      canvas.write("xyz", at: Point(column: point.0, row: point.1), style: .plain)
    }

    #expect(text(canvas) == "cdef\n   ab\n")
  }

  @Test func `A wide glyph that straddles an edge leaves a blank`() {
    var canvas = canvas(columns: 5)
    canvas.fill(canvas.bounds, with: "#", style: .plain)
    canvas.write("文字化", at: Point(column: -1, row: 0), style: .plain)
    canvas.write("文字化", at: Point(column: 0, row: 1), style: .plain)
    canvas.write(
      "文字", at: Point(column: 0, row: 2), style: .plain,
      clip: Rect(left: 1, top: 0, columns: 2, rows: 3))

    #expect(text(canvas) == " 字化\n文字\n#  ##")
  }

  @Test func `Overwriting one half of a wide glyph blanks the other`() {
    var canvas = canvas(columns: 8, rows: 2)
    canvas.write("文字化け", at: .zero, style: .plain)
    canvas.write("x", at: Point(column: 1, row: 0), style: .plain)
    canvas.write("y", at: Point(column: 4, row: 0), style: .plain)
    canvas.write("文字化け", at: Point(column: 0, row: 1), style: .plain)
    canvas.fill(Rect(left: 3, top: 1, columns: 2, rows: 1), with: "─", style: .plain)

    #expect(text(canvas) == " x字y け\n文 ── け")
  }

  @Test func `A clip keeps text inside a view`() {
    var canvas = canvas()
    let clip = Rect(left: 2, top: 1, columns: 4, rows: 1)

    #expect(canvas.write("abcdef", at: Point(column: 0, row: 1), style: .plain, clip: clip) == 6)
    #expect(canvas.write("abc", at: Point(column: 2, row: 0), style: .plain, clip: clip) == 0)
    #expect(text(canvas) == "\n  cdef\n")
  }

  @Test(
    arguments: [
      ("short", 8, TextAlignment.leading, "short"), ("short", 8, .trailing, "   short"),
      ("short", 8, .center, " short"), ("too long a line", 8, .leading, "too lon…"),
      ("文字化け", 6, .leading, "文字…"), ("ab文", 3, .leading, "ab…"), ("文字", 4, .leading, "文字"),
      ("x", 0, .leading, ""), ("xy", 1, .leading, "…"), ("👍🏽👍🏽", 3, .leading, "👍🏽…"),
    ] as [(String, Int, TextAlignment, String)])
  func `A line is fitted to its rectangle`(
    line: String, columns: Int, alignment: TextAlignment, shown: String
  ) {
    var canvas = canvas(columns: 8, rows: 1)
    let rect = Rect(left: 0, top: 0, columns: columns, rows: 1)
    canvas.writeLine(line, in: rect, style: .plain, alignment: alignment)

    #expect(text(canvas) == shown)
  }

  @Test func `A clipped line ends without a mark`() {
    var canvas = canvas(columns: 5, rows: 1)
    canvas.writeLine("ab文字", in: canvas.bounds, style: .plain, truncation: .clip)

    #expect(text(canvas) == "ab文")
  }

  @Test func `Hostile text cannot reach a cell as control`() {
    var canvas = canvas(columns: 30, rows: 1)
    canvas.write("a\u{1B}[2J\u{202E}b\nc", at: .zero, style: .plain)

    #expect(text(canvas) == "a␛[2J‹U+202E›b␊c")
  }

  @Test func `Shapes are clipped too`() {
    var canvas = canvas(columns: 6, rows: 4)
    canvas.box(Rect(left: 0, top: 0, columns: 4, rows: 3), style: .plain)
    canvas.box(Rect(left: 3, top: 2, columns: 9, rows: 9), style: .plain)
    canvas.horizontalLine(at: Point(column: 4, row: 0), columns: 99, glyph: "━", style: .plain)
    canvas.verticalLine(at: Point(column: 5, row: -5), rows: 99, style: .plain)

    #expect(text(canvas) == "┌──┐━│\n│  │ │\n└──┌─│\n   │ │")
  }

  @Test func `Restyling adds overlays and keeps the text`() {
    var canvas = canvas(columns: 8, rows: 2)
    canvas.write("ab文字cd", at: .zero, style: Style(role: 2))
    canvas.restyle(Rect(left: 3, top: 0, columns: 2, rows: 9), adding: focused)

    // Half of each wide glyph was inside, so both are styled whole.
    #expect(text(canvas) == "ab文字cd\n")
    #expect(
      styles(canvas) == """
        0:0-1 2 "ab"
        0:2-5 2+1 "文字"
        0:6-7 2 "cd"
        1:3-4 0+1 "  "
        """)
  }

  @Test func `Canvases are equal by what they show`() {
    var first = canvas()
    first.write("👍🏽 🇫🇷", at: .zero, style: .plain)
    var second = canvas()
    second.write("🇫🇷 👍🏽", at: .zero, style: .plain)
    #expect(first != second)

    second.write("👍🏽 🇫🇷", at: .zero, style: .plain)
    #expect(first == second)
    second.write("x", at: .zero, style: .plain)
    #expect(first != second)
  }

  @Test func `A cell is eight bytes`() {
    #expect(MemoryLayout<Cell>.size == 8)
    #expect(MemoryLayout<Cell>.stride == 8)
  }

  @Test func `Nothing drawn anywhere traps or breaks a glyph`() {
    for seed in 0..<600 {
      var random = RandomFrames(seed: UInt64(seed))
      let size = Size(
        columns: .random(in: 0...20, using: &random.generator),
        rows: .random(in: 0...4, using: &random.generator))
      let frame = random.frame(size: size)
      for (index, cell) in frame.canvas.cells.enumerated() {
        let isRowStart = index % size.columns == 0
        let follows = !isRowStart && frame.canvas.cells[index - 1].width == 2
        #expect(cell.isContinuation == follows, "seed \(seed), cell \(index)")
      }
    }
  }
}
