/// A grid of cells to draw on.
///
/// Everything drawn outside it is left out; nothing traps.
public struct Canvas: Sendable {
  /// The extent of the grid.
  public let size: Size

  var cells: [Cell]
  var clusters = ClusterTable()

  /// Creates a canvas of plain blanks.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The whole canvas as a rectangle.
  public var bounds: Rect { Rect(size) }

  /// The cell at a position, or `nil` outside the canvas.
  public subscript(column: Int, row: Int) -> Cell? {
    guard bounds.contains(Point(column: column, row: row)) else { return nil }
    return cells[row * size.columns + column]
  }

  /// The text a cell shows; empty for the right half of a wide glyph.
  public func text(of cell: Cell) -> String {
    if cell.isContinuation { return "" }
    if cell.glyph & Cell.clusterTag != 0 { return clusters[cell.glyph] }
    return Unicode.Scalar(cell.glyph).map { String(Character($0)) } ?? " "
  }

  mutating func mendEdges(of rect: Rect) {
    for row in rect.top..<rect.bottom {
      mendEdges(row: row, from: rect.left, to: rect.right)
    }
  }

  /// Blanks what is left of wide glyphs cut at either end of a stretch that was just overwritten.
  ///
  /// Called after writing, so a lead at `from - 1` or a continuation at `to` whose other half is gone
  /// is all there can be.
  @inline(__always)
  mutating func mendEdges(row: Int, from: Int, to: Int) {
    guard from < to else { return }
    let start = row * size.columns
    if from > 0, cells[start + from - 1].width == 2, cells[start + from].width != 0 {
      cells[start + from - 1] = .blank(cells[start + from - 1].packedStyle)
    }
    if to < size.columns, cells[start + to].width == 0, cells[start + to - 1].width != 2 {
      cells[start + to] = .blank(cells[start + to].packedStyle)
    }
  }
}

extension Canvas: Equatable {
  /// Whether both show the same text in the same styles.
  public static func == (left: Canvas, right: Canvas) -> Bool {
    guard left.size == right.size else { return false }
    if left.clusters == right.clusters { return left.cells == right.cells }
    return left.cells == right.cells(numberedBy: left.clusters)
  }
}
