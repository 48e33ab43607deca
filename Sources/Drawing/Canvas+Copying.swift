extension Canvas {
  /// Takes a rectangle of another canvas of the same size as it stands there.
  ///
  /// A wide glyph that the edge of the rectangle cuts is not mended: copy what was drawn as a whole.
  public mutating func copy(_ rect: Rect, from other: Canvas) {
    copy(rect, from: other, to: rect.origin)
  }

  /// Takes a rectangle of another canvas of the same size to a place of this one, as far as both hold it.
  public mutating func copy(_ rect: Rect, from other: Canvas, to place: Point) {
    let move = Point(column: place.column - rect.left, row: place.row - rect.top)
    let area = bounds.intersection(Rect(origin: place, size: rect.size))
      .intersection(Rect(origin: move, size: size))
    guard size == other.size, !area.isEmpty else { return }
    let distance = move.row * size.columns + move.column
    for row in area.top..<area.bottom {
      let start = row * size.columns
      copy((start + area.left)..<(start + area.right), from: other, before: distance)
    }
  }

  /// Takes a stretch of cells that stands so much earlier in another canvas.
  private mutating func copy(_ stretch: Range<Int>, from other: Canvas, before distance: Int) {
    let hasClusters = cells.withUnsafeMutableBufferPointer { cells in
      other.cells.withUnsafeBufferPointer { others in
        var tags: UInt32 = 0
        for index in stretch {
          let cell = others[index - distance]
          tags |= cell.glyph
          cells[index] = cell
        }
        return tags & Cell.clusterTag != 0
      }
    }
    guard hasClusters else { return }
    for index in stretch where cells[index].glyph & Cell.clusterTag != 0 {
      cells[index].glyph = clusters.glyph(of: other.clusters[cells[index].glyph])
    }
  }
}
