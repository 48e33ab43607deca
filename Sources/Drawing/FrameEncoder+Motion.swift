extension FrameEncoder {
  /// Moves within or to a row by the cheapest way, which may be to write cells on it again.
  @inline(__always)
  mutating func move(over row: Row, toColumn column: Int, into output: inout [UInt8]) {
    move(toColumn: column, row: row.number, over: row, into: &output)
  }

  /// Moves the cursor; nothing if it is there.
  @inline(__always)
  mutating func move(
    toColumn column: Int, row: Int, over cells: Row? = nil, into output: inout [UInt8]
  ) {
    if cursorColumn == column, cursorRow == row { return }
    if let address = controls.address {
      appendMotion(by: address, toColumn: column, row: row, over: cells, into: &output)
    } else {
      appendCheapestMotion(toColumn: column, row: row, over: cells, into: &output)
    }
    cursorColumn = column
    cursorRow = row
  }

  /// Moves on a terminal of which no motion is known but its addressing.
  private mutating func appendMotion(
    by address: (_ column: Int, _ row: Int) -> [UInt8], toColumn column: Int, row: Int,
    over cells: Row?, into output: inout [UInt8]
  ) {
    let along = cursorRow == row ? way(from: cursorColumn, to: column, over: cells) : nil
    if let along, along.cells != nil {
      append(along, into: &output)
    } else {
      output += address(column, row)
    }
  }

  private mutating func appendCheapestMotion(
    toColumn column: Int, row: Int, over cells: Row?, into output: inout [UInt8]
  ) {
    guard cursorRow >= 0 else {
      return Motion.appendAddress(column: column, row: row, into: &output)
    }
    let down = row - cursorRow
    let along = way(from: cursorColumn, to: column, over: cells)
    let fromEdge = way(from: 0, to: column, over: cells)
    let isAlong = along.cost <= 1 + fromEdge.cost
    let cost = Motion.verticalCost(down) + (isAlong ? along.cost : 1 + fromEdge.cost)
    if Motion.addressCost(column: column, row: row) <= cost {
      return Motion.appendAddress(column: column, row: row, into: &output)
    }
    if !isAlong { output.append(0x0D) }
    Motion.appendVertical(down, into: &output)
    append(isAlong ? along : fromEdge, into: &output)
  }
}

extension FrameEncoder {
  /// A way along a row: a motion, or the cells on it written again.
  private struct Way {
    let columns: (from: Int, to: Int)
    let cost: Int
    var cells: UnsafePointer<Cell>?
  }

  /// The cheapest way; of no use from where the cursor is not known to be.
  private mutating func way(from start: Int, to column: Int, over row: Row?) -> Way {
    guard start >= 0 else { return Way(columns: (start, column), cost: Int(Int16.max)) }
    let motion = Way(
      columns: (start, column), cost: Motion.horizontalCost(from: start, to: column))
    let count = column - start
    guard count > 0, count <= motion.cost, let row, isWritable(row, start..<column) else {
      return motion
    }
    return Way(columns: (start, column), cost: count, cells: row.new)
  }

  /// Whether cells can be written a byte each and without a change of pen.
  ///
  /// They are as the terminal has them, or are written again later.
  private mutating func isWritable(_ row: Row, _ columns: Range<Int>) -> Bool {
    guard let pen else { return false }
    for column in columns {
      let cell = row.new[column]
      guard cell.glyph < 0x80, cell.width == 1 else { return false }
      let paint = table.number(of: cell.packedStyle)
      guard paint == pen || cell.isBlank && table.blanks[paint] == table.blanks[pen] else {
        return false
      }
    }
    return true
  }

  private mutating func append(_ way: Way, into output: inout [UInt8]) {
    guard let cells = way.cells else {
      return Motion.appendHorizontal(from: way.columns.from, to: way.columns.to, into: &output)
    }
    for column in way.columns.from..<way.columns.to { append(cells[column], into: &output) }
  }
}
