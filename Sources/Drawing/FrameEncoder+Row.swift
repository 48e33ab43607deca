import Glibc

extension FrameEncoder {
  /// The frame to show and what the terminal shows.
  struct Rows {
    let size: Size
    let new: UnsafePointer<Cell>
    let old: UnsafePointer<Cell>
    /// How far apart the rows of `old` lie; 0 where it is one row that stands for all.
    let oldStride: Int

    subscript(number: Int) -> Row {
      Row(
        number: number, columns: size.columns, isLast: number == size.rows - 1,
        new: new + number * size.columns, old: old + number * oldStride)
    }

    /// Whether a row is the same bit for bit.
    func isSame(_ number: Int) -> Bool {
      let length = size.columns * MemoryLayout<Cell>.stride
      return memcmp(new + number * size.columns, old + number * oldStride, length) == 0
    }
  }

  /// One row of both.
  struct Row {
    let number: Int
    let columns: Int
    let isLast: Bool
    let new: UnsafePointer<Cell>
    let old: UnsafePointer<Cell>

    /// Whether a cell is the same bit for bit, which one comparison tells.
    @inline(__always)
    func isSame(_ column: Int) -> Bool {
      UnsafeRawPointer(new + column).load(as: UInt64.self)
        == UnsafeRawPointer(old + column).load(as: UInt64.self)
    }

    /// Where the glyph begins of which a cell is a part.
    @inline(__always)
    func lead(of column: Int) -> Int {
      new[column].isContinuation && column > 0 ? column - 1 : column
    }
  }
}

extension FrameEncoder {
  /// The column at which what can be written of a row ends.
  func limit(of row: Row) -> Int {
    row.isLast && !controls.fillsLastCell ? row.columns - 1 : row.columns
  }

  /// Whether the terminal shows a cell as it should be.
  @inline(__always)
  mutating func isUnchanged(_ row: Row, _ column: Int) -> Bool {
    row.isSame(column) || looksEqual(row.new[column], row.old[column])
  }

  /// The last cell that changed, or -1.
  mutating func lastDifference(in row: Row) -> Int {
    var column = row.columns - 1
    while column >= 0, isUnchanged(row, column) { column -= 1 }
    return column
  }

  /// The column from which a row holds only blanks that erasing leaves behind as well.
  mutating func erasableTail(of row: Row) -> Int {
    let end = row.new[row.columns - 1]
    guard !controls.eraseToEndOfLine.isEmpty, end.isBlank else { return .max }
    let paint = table.number(of: end.packedStyle)
    guard table.paints[paint].isErasable else { return .max }
    var column = row.columns - 1
    while column > 0, looksEqual(row.new[column - 1], end) { column -= 1 }
    return column
  }

  /// Whether two cells cannot be told apart on this terminal.
  @inline(__always)
  private mutating func looksEqual(_ new: Cell, _ old: Cell) -> Bool {
    guard new.glyph == old.glyph, new.width == old.width else { return false }
    if new.packedStyle == old.packedStyle { return true }
    let newPaint = table.number(of: new.packedStyle)
    let oldPaint = table.number(of: old.packedStyle)
    return new.isBlank ? table.blanks[newPaint] == table.blanks[oldPaint] : newPaint == oldPaint
  }
}
