extension FrameEncoder {
  /// Adds the changes of a row to the runs; `false` if they have to be written in reading order, for a
  /// cluster of disputed width may draw over what is right of it.
  mutating func collect(_ row: Row) -> Bool {
    let last = lastDifference(in: row)
    guard last >= 0 else { return true }
    let tail = erasableTail(of: row)
    let limit = limit(of: row)
    var column = 0
    while column < limit, column <= last {
      if isUnchanged(row, column) {
        column += 1
        continue
      }
      if column >= tail, last - column >= controls.eraseToEndOfLine.count {
        addErasing(row, from: column)
        return true
      }
      let start = row.lead(of: column)
      let most = column < tail ? min(limit, tail) : limit
      guard let end = endOfChange(in: row, from: start, limit: most) else { return false }
      // A wide glyph that the margin cuts is left out.
      guard end > start else { return true }
      add(row, start..<end)
      column = end
    }
    return true
  }

  /// Where changed cells of one style end that begin at a column; `nil` if the width of one is disputed.
  private mutating func endOfChange(in row: Row, from start: Int, limit: Int) -> Int? {
    let style = row.new[start].packedStyle
    var column = start
    repeat {
      let cell = row.new[column]
      if cell.isDisputed, charset == .unicode { return nil }
      let end = column + max(1, Int(cell.width))
      guard end <= limit else { return column }
      column = end
    } while column < limit && row.new[column].packedStyle == style && !isUnchanged(row, column)
    return column
  }

  /// Adds a stretch of one style, to the run before it if the pen of that may go on.
  private mutating func add(_ row: Row, _ columns: Range<Int>) {
    let style = row.new[columns.lowerBound].packedStyle
    let paint = table.number(of: style)
    let isBlank = columns.allSatisfy { row.new[$0].isBlank }
    if var run = runs.last, run.row == row.number,
      bridge(&run, over: row, to: columns.lowerBound), join(&run, paint, isBlank: isBlank)
    {
      run.end = columns.upperBound
      runs.replaceLast(by: run)
    } else {
      append(row, columns, paint, isBlank: isBlank, erases: false)
    }
  }

  /// Adds that a row is erased from a column on.
  private mutating func addErasing(_ row: Row, from column: Int) {
    let paint = table.number(of: row.new[row.columns - 1].packedStyle)
    if var run = runs.last, run.row == row.number, run.end == column,
      join(&run, paint, isBlank: true)
    {
      run.erases = true
      runs.replaceLast(by: run)
    } else {
      append(row, column..<column, paint, isBlank: true, erases: true)
    }
  }

  /// Begins a run; a blank one in the pen of the run before, beside which it mostly stands.
  private mutating func append(
    _ row: Row, _ columns: Range<Int>, _ paint: PaintTable.Number, isBlank: Bool, erases: Bool
  ) {
    var paint = paint
    if isBlank, let former = runs.last?.paint, table.blanks[former] == table.blanks[paint] {
      paint = former
    }
    runs.append(
      Run(
        row: row.number, start: columns.lowerBound, end: columns.upperBound, paint: paint,
        isBlank: isBlank, erases: erases))
  }

  /// Takes the unchanged cells up to a column into a run where a motion would take no fewer bytes.
  private mutating func bridge(_ run: inout Run, over row: Row, to column: Int) -> Bool {
    let cost = Motion.horizontalCost(from: run.end, to: column)
    guard (0...cost).contains(column - run.end) else { return false }
    for gap in run.end..<column {
      let cell = row.new[gap]
      let paint = table.number(of: cell.packedStyle)
      guard cell.glyph < 0x80, cell.width == 1, join(&run, paint, isBlank: cell.isBlank) else {
        return false
      }
    }
    return true
  }

  /// Whether one pen can write both a run and what follows; if so, the run gets that pen.
  private mutating func join(_ run: inout Run, _ paint: PaintTable.Number, isBlank: Bool) -> Bool {
    if paint != run.paint {
      guard isBlank || run.isBlank, table.blanks[paint] == table.blanks[run.paint] else {
        return false
      }
      if !isBlank { run.paint = paint }
    }
    run.isBlank = run.isBlank && isBlank
    return true
  }
}
