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
    return write(text, at: point, style: style.packed, within: allowed).columns
  }

  /// Writes text into the first row of a rectangle, fitted to its width, and returns the columns
  /// it took.
  @discardableResult
  public mutating func writeLine(
    _ text: String, in rect: Rect, style: Style, truncation: TextTruncation = .ellipsis,
    alignment: TextAlignment = .leading
  ) -> Int {
    let line = rect.line(0)
    let indent = indent(of: text, in: line, alignment: alignment)
    let point = line.origin.moved(columns: indent)
    let allowed = bounds.intersection(line)
    guard !allowed.isEmpty, point.row >= allowed.top, point.row < allowed.bottom else { return 0 }
    let (columns, isWhole) = write(
      text, at: point, style: style.packed, within: allowed)
    if !isWhole, truncation == .ellipsis { endWithEllipsis(allowed, style: style) }
    return columns
  }

  private func indent(of text: String, in line: Rect, alignment: TextAlignment) -> Int {
    if alignment == .leading { return 0 }
    let free = line.columns - DisplayWidth.prefix(of: text, columns: line.columns).columns
    return alignment == .center ? free / 2 : free
  }

  /// Puts `…` in the last column, or in the one before if a wide glyph ends the line.
  private mutating func endWithEllipsis(_ line: Rect, style: Style) {
    let last = line.right - 1
    let isWide = last > line.left && cells[line.top * size.columns + last].isContinuation
    put("\u{2026}", at: Point(column: isWide ? last - 1 : last, row: line.top), style: style)
  }

  /// Writes inside a rectangle of this canvas that contains the row; returns the columns taken and
  /// whether that was all.
  private mutating func write(
    _ text: String, at point: Point, style: UInt16, within allowed: Rect
  ) -> (columns: Int, isWhole: Bool) {
    let (end, isWhole) = TextReader.read(text) { reader in
      (draw(&reader, from: point, style: style, within: allowed), reader.isAtEnd)
    }
    mendEdges(
      row: point.row, from: max(point.column, allowed.left), to: min(end, allowed.right))
    return (
      min(end, max(allowed.right, point.column)) - point.column, isWhole && end <= allowed.right
    )
  }

  /// Draws pieces until the text or the allowed stretch ends and returns the column after them.
  private mutating func draw(
    _ reader: inout TextReader, from point: Point, style: UInt16, within allowed: Rect
  ) -> Int {
    let start = point.row * size.columns
    var column = point.column
    while column < allowed.right {
      let run = reader.takeASCII(atMost: allowed.right - column)
      store(run, at: start, column: column, left: allowed.left, style: style)
      column += run.count
      guard column < allowed.right, let piece = reader.next() else { break }
      let next = column + piece.width
      if column >= allowed.left, next <= allowed.right {
        place(piece, reader.cluster(piece), at: start + column, style: style)
      } else {
        blankHalf(of: column..<next, start: start, style: style, within: allowed)
      }
      column = next
    }
    return column
  }

  @inline(__always)
  private mutating func store(
    _ run: UnsafeBufferPointer<UInt8>, at start: Int, column: Int, left: Int, style: UInt16
  ) {
    guard let bytes = run.baseAddress else { return }
    let hidden = min(max(0, left - column), run.count)
    cells.withUnsafeMutableBufferPointer { cells in
      guard var cell = cells.baseAddress.map({ $0 + start + column + hidden }) else { return }
      for offset in hidden..<run.count {
        cell.pointee = Cell(glyph: UInt32(bytes[offset]), packedStyle: style, width: 1)
        cell += 1
      }
    }
  }

  private mutating func place(
    _ piece: TextPiece, _ cluster: String?, at index: Int, style: UInt16
  ) {
    let glyph = cluster.map { clusters.glyph(of: $0) } ?? piece.glyph
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
