extension Canvas {
  /// Fills a rectangle with one glyph of one column; other glyphs fill with blanks.
  public mutating func fill(_ rect: Rect, with glyph: Character = " ", style: Style) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    let scalar = Canvas.single(glyph)
    let cell = Cell(scalar: scalar, style: style, width: 1)
    let columns = size.columns
    cells.withUnsafeMutableBufferPointer { cells in
      guard let start = cells.baseAddress else { return }
      for row in area.top..<area.bottom {
        (start + row * columns + area.left).update(repeating: cell, count: area.columns)
      }
    }
    mendEdges(of: area)
  }

  /// Draws a line of one glyph to the right.
  public mutating func horizontalLine(
    at point: Point, columns: Int, glyph: Character = "\u{2500}", style: Style
  ) {
    fill(
      Rect(origin: point, size: Size(columns: columns, rows: 1)), with: glyph, style: style)
  }

  /// Draws a line of one glyph downwards.
  public mutating func verticalLine(
    at point: Point, rows: Int, glyph: Character = "\u{2502}", style: Style
  ) {
    fill(Rect(origin: point, size: Size(columns: 1, rows: rows)), with: glyph, style: style)
  }

  /// Puts one glyph of one column at a position.
  public mutating func put(_ glyph: Character, at point: Point, style: Style) {
    fill(Rect(origin: point, size: Size(columns: 1, rows: 1)), with: glyph, style: style)
  }

  /// Draws the edge of a rectangle with thin lines and square corners.
  public mutating func box(_ rect: Rect, style: Style) {
    guard rect.columns > 1, rect.rows > 1 else { return }
    let lastColumn = rect.right - 1
    let lastRow = rect.bottom - 1
    for row in [rect.top, lastRow] {
      horizontalLine(
        at: Point(column: rect.left, row: row), columns: rect.columns, style: style)
    }
    for column in [rect.left, lastColumn] {
      verticalLine(
        at: Point(column: column, row: rect.top + 1), rows: rect.rows - 2, style: style)
    }
    put("\u{250C}", at: rect.origin, style: style)
    put("\u{2510}", at: Point(column: lastColumn, row: rect.top), style: style)
    put("\u{2514}", at: Point(column: rect.left, row: lastRow), style: style)
    put("\u{2518}", at: Point(column: lastColumn, row: lastRow), style: style)
  }

  private static func single(_ glyph: Character) -> Unicode.Scalar {
    let scalars = glyph.unicodeScalars
    guard let scalar = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return " " }
    if DisplayWidth.agreedColumns(of: scalar.value) == 1 { return scalar }
    guard DisplayWidth.columns(of: scalar) == 1, !DisplayWidth.isDisputed(scalar), !scalar.isHidden,
      scalar.controlPicture == nil
    else { return " " }
    return scalar
  }
}
