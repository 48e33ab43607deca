extension FrameEncoder {
  /// Appends the changes of one row in reading order.
  mutating func encode(_ row: Row, into output: inout [UInt8]) {
    let last = lastDifference(in: row)
    guard last >= 0 else { return }
    let tail = erasableTail(of: row)
    let limit = limit(of: row)
    var column = 0
    // Cells before this one may have been overwritten by a cluster some terminals draw wider.
    var doubtful = 0
    while column < limit, column <= last || column < doubtful {
      if column >= doubtful, isUnchanged(row, column) {
        column += 1
        continue
      }
      if column >= tail, last - column >= controls.eraseToEndOfLine.count {
        return eraseTail(of: row, from: column, into: &output)
      }
      column = write(row, at: column, limit: limit, doubtful: &doubtful, into: &output)
    }
  }

  private mutating func eraseTail(of row: Row, from column: Int, into output: inout [UInt8]) {
    move(over: row, toColumn: column, into: &output)
    setPen(for: row.new[row.columns - 1], into: &output)
    output += controls.eraseToEndOfLine
  }

  /// Writes the cell at a column, or the wide one it is half of, and returns the column after it.
  private mutating func write(
    _ row: Row, at column: Int, limit: Int, doubtful: inout Int, into output: inout [UInt8]
  ) -> Int {
    let lead = row.lead(of: column)
    let cell = row.new[lead]
    let end = lead + max(1, Int(cell.width))
    guard end <= limit else { return end }
    move(over: row, toColumn: lead, into: &output)
    setPen(for: cell, into: &output)
    if cell.isDisputed, charset == .unicode {
      doubtful = max(doubtful, writeDisputed(row, at: lead, into: &output))
    } else {
      append(cell, into: &output)
      advance(to: end, columns: row.columns)
    }
    return end
  }

  /// Writes a cluster terminals disagree about, so that any of them shows the rest of the row
  /// right, and returns the column up to which some may have drawn.
  private mutating func writeDisputed(
    _ row: Row, at column: Int, into output: inout [UInt8]
  ) -> Int {
    let cell = row.new[column]
    let end = column + Int(cell.width)
    // A terminal that draws it narrower leaves what was in the other half.
    if cell.width == 2, !row.old[column + 1].isBlank {
      for _ in column..<end { output.append(0x20) }
      advance(to: end, columns: row.columns)
      move(over: row, toColumn: column, into: &output)
    }
    let widest = column + widestReading(of: cell)
    if widest > row.columns {
      appendFirstScalar(of: cell, into: &output)
    } else {
      append(cell, into: &output)
    }
    cursorColumn = -1
    if widest >= row.columns { cursorRow = -1 }
    return min(widest, row.columns)
  }

  mutating func advance(to column: Int, columns: Int) {
    cursorColumn = column
    // After the last column terminals differ in where the cursor waits.
    guard column == columns else { return }
    cursorColumn = -1
    cursorRow = -1
  }
}
