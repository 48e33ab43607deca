/// Cutting a rectangle into the parts of a layout. Every part lies inside the original, however
/// large or small the numbers asked for.
extension Rect {
  /// The rectangle without `columns` at either side and `rows` at top and bottom.
  public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    inset(left: columns, top: rows, right: columns, bottom: rows)
  }

  /// The rectangle without a margin of its own on each side.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    dividedLeft(left).rest.dividedRight(right).rest.dividedTop(top).rest.dividedBottom(bottom).rest
  }

  /// Cuts `columns` off the left side.
  public func dividedLeft(_ columns: Int) -> (part: Rect, rest: Rect) {
    let taken = min(max(columns, 0), self.columns)
    return (
      Rect(left: left, top: top, columns: taken, rows: rows),
      Rect(left: left + taken, top: top, columns: self.columns - taken, rows: rows)
    )
  }

  /// Cuts `columns` off the right side.
  public func dividedRight(_ columns: Int) -> (part: Rect, rest: Rect) {
    let (rest, part) = dividedLeft(self.columns - min(max(columns, 0), self.columns))
    return (part, rest)
  }

  /// Cuts `rows` off the top.
  public func dividedTop(_ rows: Int) -> (part: Rect, rest: Rect) {
    let taken = min(max(rows, 0), self.rows)
    return (
      Rect(left: left, top: top, columns: columns, rows: taken),
      Rect(left: left, top: top + taken, columns: columns, rows: self.rows - taken)
    )
  }

  /// Cuts `rows` off the bottom.
  public func dividedBottom(_ rows: Int) -> (part: Rect, rest: Rect) {
    let (rest, part) = dividedTop(self.rows - min(max(rows, 0), self.rows))
    return (part, rest)
  }

  /// One row of the rectangle, counted from its top; empty when there is no such row.
  public func line(_ row: Int) -> Rect {
    guard row >= 0, row < rows else {
      return Rect(left: left, top: top, columns: columns, rows: 0)
    }
    return Rect(left: left, top: top + row, columns: columns, rows: 1)
  }
}
