extension Canvas {
  /// Lays overlays over every cell of a rectangle and leaves its text alone.
  ///
  /// A wide glyph that is partly inside is styled whole.
  public mutating func restyle(_ rect: Rect, adding overlay: Overlay) {
    eachCell(in: rect) { $0.adding(overlay) }
  }

  /// Gives every cell of a rectangle a style and leaves its text alone.
  ///
  /// A wide glyph that is partly inside is styled whole.
  public mutating func restyle(_ rect: Rect, style: Style) {
    eachCell(in: rect) { _ in style }
  }

  private mutating func eachCell(in rect: Rect, _ change: (Style) -> Style) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    for row in area.top..<area.bottom {
      let start = row * size.columns
      var from = start + area.left
      var to = start + area.right
      if cells[from].isContinuation { from -= 1 }
      if to < start + size.columns, cells[to].isContinuation { to += 1 }
      for index in from..<to {
        cells[index].packedStyle = change(cells[index].style).packed
      }
    }
  }
}
