extension Canvas {
  /// Writes one line of text from a position to the right and returns the columns it took.
  ///
  /// The text is made visible on the way in (``VisibleText/line(_:)``). Clusters are drawn whole or
  /// left out; a wide glyph that straddles an edge leaves a blank in the half that is inside.
  /// Plain ASCII costs a byte compare and an eight-byte store per column.
  ///
  /// - Parameters:
  ///   - text: What to write.
  ///   - point: Where the first cluster goes, inside or outside the clip.
  ///   - style: How it looks.
  ///   - clip: Where drawing is allowed; the whole canvas if left out.
  /// - Returns: The columns from `point` to the end of the text or to the clip's edge.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, style: Style, clip: Rect? = nil
  ) -> Int {
    let allowed = clip.map(bounds.intersection) ?? bounds
    guard !allowed.isEmpty, point.row >= allowed.top, point.row < allowed.bottom else { return 0 }
    let end = TextReader.read(text) { reader in
      draw(&reader, from: point, style: style.packed, within: allowed)
    }
    mendEdges(
      row: point.row, from: max(point.column, allowed.left), to: min(end, allowed.right))
    return end - point.column
  }

  /// Writes text into the first row of a rectangle, fitted to its width, and returns the columns
  /// it took.
  @discardableResult
  public mutating func writeLine(
    _ text: String, in rect: Rect, style: Style, truncation: TextTruncation = .ellipsis,
    alignment: TextAlignment = .leading
  ) -> Int {
    let line = rect.line(0)
    guard !line.isEmpty else { return 0 }
    let (columns, isWhole) = DisplayWidth.prefix(of: text, columns: line.columns)
    if !isWhole, truncation == .ellipsis { return writeShortened(text, in: line, style: style) }
    let free = line.columns - columns
    let indent =
      switch alignment {
      case .leading: 0
      case .center: free / 2
      case .trailing: free
      }
    return write(text, at: line.origin.moved(columns: indent), style: style, clip: line)
  }

  private mutating func writeShortened(_ text: String, in line: Rect, style: Style) -> Int {
    let kept = DisplayWidth.prefix(of: text, columns: line.columns - 1).columns
    let (start, rest) = line.dividedLeft(kept)
    write(text, at: start.origin, style: style, clip: start)
    write("\u{2026}", at: rest.origin, style: style, clip: rest)
    return kept + 1
  }

  /// Draws pieces until the text or the allowed stretch ends and returns the column after them.
  private mutating func draw(
    _ reader: inout TextReader, from point: Point, style: UInt16, within allowed: Rect
  ) -> Int {
    let start = point.row * size.columns
    var column = point.column
    while column < allowed.right, let piece = reader.next() {
      let next = column + piece.width
      if column >= allowed.left, next <= allowed.right {
        place(piece, at: start + column, style: style)
      } else {
        blankHalf(of: column..<next, start: start, style: style, within: allowed)
      }
      column = next
    }
    return min(column, max(allowed.right, point.column))
  }

  @inline(__always)
  private mutating func place(_ piece: TextPiece, at index: Int, style: UInt16) {
    let glyph =
      switch piece.glyph {
      case .scalar(let value): value
      case .cluster(let text): clusters.glyph(of: text)
      }
    cells[index] = Cell(
      glyph: glyph, packedStyle: style, width: UInt8(piece.width), isDisputed: piece.isDisputed)
    if piece.width == 2 { cells[index + 1] = .continuation(style) }
  }

  private mutating func blankHalf(
    of columns: Range<Int>, start: Int, style: UInt16, within allowed: Rect
  ) {
    for column in columns where column >= allowed.left && column < allowed.right {
      cells[start + column] = .blank(style)
    }
  }
}
