extension Canvas {
  /// Takes a rectangle of another canvas of the same size as it stands there.
  ///
  /// A wide glyph that the edge of the rectangle cuts is not mended: copy what was drawn as a whole.
  public mutating func copy(_ rect: Rect, from other: Canvas) {
    let area = bounds.intersection(rect)
    guard size == other.size, !area.isEmpty else { return }
    for row in area.top..<area.bottom {
      let start = row * size.columns
      for index in (start + area.left)..<(start + area.right) {
        cells[index] = other.cells[index]
        guard cells[index].glyph & Cell.clusterTag != 0 else { continue }
        cells[index].glyph = clusters.glyph(of: other.clusters[cells[index].glyph])
      }
    }
  }
}
