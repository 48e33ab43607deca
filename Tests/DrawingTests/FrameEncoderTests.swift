import Testing

@testable import Drawing

@Suite struct FrameEncoderTests {
  private static let size = Size(columns: 20, rows: 3)

  private func encoder(
    _ palette: Palette = .standard, depth: ColorDepth = .trueColor, charset: Charset = .unicode,
    controls: ControlStrings = .ansi
  ) -> FrameEncoder {
    FrameEncoder(palette: palette, depth: depth, charset: charset, controls: controls)
  }

  /// The bytes from a first frame to a second, as text with ESC shown as `␛`.
  private func bytes(
    from first: Frame?, to second: Frame, by encoder: FrameEncoder
  ) -> String {
    var encoder = encoder
    var bytes: [UInt8] = []
    if let first {
      encoder.encode(first, after: nil, into: &bytes)
      bytes = []
    }
    encoder.encode(second, after: first, into: &bytes)
    // By scalars, for a return and a line feed make one character.
    let visible = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
      switch scalar {
      case "\u{1B}": "␛"
      case "\r": "␍"
      case "\n": "␊"
      case "\u{8}": "␈"
      default: String(scalar)
      }
    }
    return visible.joined()
  }

  private func frame(
    _ lines: [String], style: Style = .plain, cursor: Point? = nil, size: Size = size
  ) -> Frame {
    var frame = Frame(size: size)
    for (row, line) in lines.enumerated() {
      frame.canvas.write(line, at: Point(column: 0, row: row), style: style)
    }
    frame.cursor = cursor
    return frame
  }

  @Test func `A first frame clears the screen and writes only what is not blank`() {
    let next = frame(["Hello", "", "x"], cursor: Point(column: 2, row: 0))

    #expect(bytes(from: nil, to: next, by: encoder()) == "␛[0m␛[H␛[2JHello␊␊␍x␛[1;3H␛[?25h")
  }

  @Test func `Equal frames come to nothing`() {
    let shown = frame(["Hello 文字 👍🏽"])

    #expect(bytes(from: shown, to: shown, by: encoder()).isEmpty)
  }

  @Test func `A changed word is addressed and written alone`() {
    let changed = bytes(
      from: frame(["one two three"]), to: frame(["one six three"]), by: encoder())

    #expect(changed == "␛[9Dsix")
  }

  @Test func `A short gap is written again, a long one skipped`() {
    let changed = bytes(
      from: frame(["a-b", "a--------b"]), to: frame(["A-B", "A--------B"]), by: encoder())

    #expect(changed == "␛[HA-B␊␍A␛[8CB")
  }

  @Test func `The first cells of a row are written again where to skip them is longer`() {
    let changed = bytes(
      from: frame([" one two three", " - two"]), to: frame([" ONE TWO THREE", " - TWO"]),
      by: encoder())

    #expect(changed == "␍␛[A ONE TWO THREE␍␊ - TWO")
  }

  @Test func `The rest of a line is erased when that is shorter`() {
    let changed = bytes(
      from: frame(["one two three"]), to: frame(["one"]), by: encoder())

    #expect(changed == "␛[9D␛[K")
  }

  @Test func `Erasing is left alone where it would lose the background`() {
    let palette = Palette(roles: [Appearance(background: .indexed(234))], overlays: [])
    var controls = ControlStrings.ansi
    controls.erasesWithBackground = false

    let changed = bytes(
      from: frame(["one two"]), to: frame(["one"]), by: encoder(palette, controls: controls))

    #expect(changed == "␛[1;5H   ")
  }

  @Test func `Blanks before other text are erased where that is shorter`() {
    let (first, next) = (frame(["12345678 | 1234"]), frame(["abc      | 1234"]))
    var unable = ControlStrings.ansi
    unable.eraseCells = nil

    #expect(bytes(from: first, to: next, by: encoder()) == "␍abc␛[5X")
    #expect(bytes(from: first, to: next, by: encoder(controls: unable)) == "␍abc     ")
  }

  @Test func `Blanks are not erased where that would lose the background`() {
    let palette = Palette(roles: [Appearance(background: .indexed(234))], overlays: [])
    var controls = ControlStrings.ansi
    controls.erasesWithBackground = false

    let changed = bytes(
      from: frame(["12345678 |"]), to: frame(["         |"]),
      by: encoder(palette, controls: controls))

    #expect(changed == "␛[H        ")
  }

  @Test func `Styles change by what differs`() {
    let palette = Palette(
      roles: [
        Appearance(foreground: .indexed(252), background: .indexed(234)),
        Appearance(foreground: .indexed(75), background: .indexed(234), attributes: .bold),
        Appearance(foreground: .rgb(1, 2, 3), background: .indexed(234), attributes: .bold),
      ], overlays: [])
    var next = frame(["plain"])
    next.canvas.write("bold", at: Point(column: 5, row: 0), style: Style(role: 1))
    next.canvas.write("rgb", at: Point(column: 9, row: 0), style: Style(role: 2))
    next.canvas.write("end", at: Point(column: 12, row: 0), style: .plain)

    let changed = bytes(from: frame([]), to: next, by: encoder(palette))

    #expect(
      changed
        == "plain␛[7Cend␛[10D␛[38;5;75;1mbold␛[38;2;1;2;3mrgb")
    #expect(
      bytes(from: next, to: frame(["PLAIN"]), by: encoder(palette)) == "␍␛[22;38;5;252mPLAIN␛[K")
  }

  /// Three cards, one below the other, each with a key and a title of its own style.
  private func cards(_ titles: [String]) -> Frame {
    var frame = Frame(size: Size(columns: 20, rows: 6))
    for (index, title) in titles.enumerated() {
      let row = 2 * index
      frame.canvas.write("#\(title.count)", at: Point(column: 1, row: row), style: Style(role: 1))
      frame.canvas.write(title, at: Point(column: 1, row: row + 1), style: Style(role: 2))
    }
    return frame
  }

  @Test func `What one pen writes is written together`() {
    let palette = Palette(
      roles: [
        Appearance(), Appearance(foreground: .indexed(75)), Appearance(foreground: .indexed(254)),
      ], overlays: [])

    let changed = bytes(
      from: cards(["one", "three", "eleven"]), to: cards(["three", "eleven", "two"]),
      by: encoder(palette))

    #expect(
      changed
        == "␛[2;2Hthree␍␊␊ eleven␍␊␊ two   ␛[1;3H␛[38;5;75m5␊␊␈6␊␊␈3")
  }

  @Test func `A row with a cluster of disputed width is written in reading order`() {
    let palette = Palette(
      roles: [Appearance(), Appearance(foreground: .indexed(75))], overlays: [])
    var next = frame(["a", "👍🏽"])
    next.canvas.write("b", at: Point(column: 1, row: 0), style: Style(role: 1))
    next.canvas.write("cd", at: Point(column: 2, row: 1), style: Style(role: 1))
    next.canvas.write("e", at: Point(column: 4, row: 1), style: .plain)

    let changed = bytes(from: frame([]), to: next, by: encoder(palette))

    #expect(changed == "␊👍🏽␍␛[2C␛[38;5;75mcd␛[0me␛[Ha␛[38;5;75mb")
  }

  @Test func `After a cluster of disputed width the cursor is addressed anew`() {
    let changed = bytes(from: frame([]), to: frame(["👍🏽 ok"]), by: encoder())

    // Two columns for us, four for others: the blanks they may have drawn over are written too.
    #expect(changed == "👍🏽␍␛[2C ok")
  }

  @Test func `A cluster that might overrun the margin is written as its first scalar`() {
    var next = frame([])
    next.canvas.write("👍🏽", at: Point(column: 18, row: 1), style: .plain)

    #expect(bytes(from: frame([]), to: next, by: encoder()) == "␊␛[18C👍")
  }

  @Test func `ASCII terminals get stand-ins of the same width`() {
    let next = frame(["│ ▌文 é…─┼╫", "␛👍🏽x"])

    #expect(
      bytes(from: frame([]), to: next, by: encoder(charset: .ascii)) == "| #?? ?~-+|␊␍^??x")
  }

  @Test func `The last cell of a terminal that would scroll is left out`() {
    var controls = ControlStrings.ansi
    controls.fillsLastCell = false
    let full = frame(["", "", String(repeating: "x", count: 20)])

    #expect(
      bytes(from: frame([]), to: full, by: encoder(controls: controls))
        == "␊␊" + String(repeating: "x", count: 19))
  }

  @Test func `A terminal with addressing of its own is addressed by it`() {
    var controls = ControlStrings.ansi
    controls.address = { column, row in Array("<\(column),\(row)>".utf8) }

    #expect(
      bytes(from: frame([]), to: frame(["", "x"]), by: encoder(controls: controls)) == "<0,1>x")
  }

  @Test func `Without colours a background of its own becomes reverse`() {
    let palette = Palette(
      roles: [Appearance(foreground: .indexed(252), background: .indexed(234))],
      overlays: [Appearance(background: .indexed(238))])
    var next = frame(["plain"])
    next.canvas.restyle(Rect(left: 0, top: 0, columns: 2, rows: 1), adding: Overlay(rawValue: 1))

    let changed = bytes(from: frame([]), to: next, by: encoder(palette, depth: .mono))

    #expect(changed == "␛[2Cain␍␛[7mpl")
  }

  @Test(arguments: VirtualTerminal.Reading.allCases, [true, false])
  func `Any frame after any other shows on a terminal`(
    reading: VirtualTerminal.Reading, erasesCells: Bool
  ) {
    var controls = ControlStrings.ansi
    if !erasesCells { controls.eraseCells = nil }
    for seed in 0..<300 {
      var random = RandomFrames(seed: UInt64(seed))
      let size = Size(
        columns: .random(in: 1...24, using: &random.generator),
        rows: .random(in: 1...6, using: &random.generator))
      var terminal = VirtualTerminal(size: size, reading: reading)
      var encoder = encoder(RandomFrames.palette, controls: controls)
      var shown: Frame?
      var next = random.frame(size: size)
      for _ in 0..<4 {
        var bytes: [UInt8] = []
        encoder.encode(next, after: shown, into: &bytes)
        terminal.receive(bytes)
        guard terminal.shows(next, palette: RandomFrames.palette) else {
          Issue.record("seed \(seed): \(terminal.faults)\n\(next)\n\(terminal.text)")
          return
        }
        shown = next
        if Bool.random(using: &random.generator) { next = random.frame(size: size) }
        random.draw(on: &next)
      }
    }
  }
}

extension VirtualTerminal {
  var text: String {
    (0..<size.rows).map { row in
      cells[(row * size.columns)..<((row + 1) * size.columns)].map(\.text).joined()
    }
    .joined(separator: "\n")
  }

  /// Whether the screen is the frame, clusters of disputed width set aside unless we agree on them.
  func shows(_ frame: Frame, palette: Palette) -> Bool {
    let cursor = frame.cursor.flatMap { frame.canvas.bounds.contains($0) ? $0 : nil }
    guard faults.isEmpty, isCursorShown == (cursor != nil),
      cursor == nil || cursor == Point(column: column, row: row)
    else { return false }
    return frame.canvas.cells.indices.allSatisfy { index in
      let isRightHalf = frame.canvas.cells[index].isContinuation
      let cell = frame.canvas.cells[isRightHalf ? index - 1 : index]
      if cell.isDisputed { return reading != .agreeing || showsDisputed(cell, frame, index) }
      return cells[index].seen == expected(frame, index, palette).seen
    }
  }

  /// At the margin a cluster may have given way to its first scalar.
  private func showsDisputed(_ cell: Drawing.Cell, _ frame: Frame, _ index: Int) -> Bool {
    if frame.canvas.cells[index].isContinuation { return true }
    let text = frame.canvas.text(of: cell)
    return cells[index].text == text || index % size.columns >= size.columns - 12
  }

  private func expected(_ frame: Frame, _ index: Int, _ palette: Palette) -> Cell {
    let cell = frame.canvas.cells[index]
    return Cell(
      text: frame.canvas.text(of: cell),
      appearance: palette.appearance(of: cell.style).reduced(
        to: .trueColor, plain: palette.plain),
      isContinuation: cell.isContinuation)
  }
}
