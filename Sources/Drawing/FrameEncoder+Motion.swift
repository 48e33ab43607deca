extension FrameEncoder {
  /// Moves within or to a row by the cheapest way, which may be to write the cells between again.
  @inline(__always)
  mutating func move(over row: Row, toColumn column: Int, into output: inout [UInt8]) {
    if cursorColumn == column, cursorRow == row.number { return }
    if cursorRow == row.number, rewrite(row, upTo: column, into: &output) { return }
    move(toColumn: column, row: row.number, into: &output)
  }

  /// Moves the cursor; nothing if it is there.
  mutating func move(toColumn column: Int, row: Int, into output: inout [UInt8]) {
    if cursorColumn == column, cursorRow == row { return }
    if let address = controls.address {
      output += address(column, row)
    } else {
      appendCheapestMotion(toColumn: column, row: row, into: &output)
    }
    cursorColumn = column
    cursorRow = row
  }

  /// Writes the few cells before `column` again if that takes no more bytes than a motion.
  ///
  /// They need no change of pen and are as the terminal has them.
  private mutating func rewrite(
    _ row: Row, upTo column: Int, into output: inout [UInt8]
  ) -> Bool {
    guard cursorColumn >= 0, cursorColumn < column, column - cursorColumn <= 4, let pen else {
      return false
    }
    for index in cursorColumn..<column {
      let cell = row.new[index]
      guard cell.glyph < 0x80, cell.width == 1 else { return false }
      let paint = table.number(of: cell.packedStyle)
      guard paint == pen || cell.isBlank && table.blanks[paint] == table.blanks[pen] else {
        return false
      }
    }
    for index in cursorColumn..<column { append(row.new[index], into: &output) }
    cursorColumn = column
    return true
  }

  private func appendCheapestMotion(
    toColumn column: Int, row: Int, into output: inout [UInt8]
  ) {
    let address = Motion.addressCost(column: column, row: row)
    guard cursorRow >= 0 else {
      return Motion.appendAddress(column: column, row: row, into: &output)
    }
    let vertical = Motion.verticalCost(row - cursorRow)
    let isColumnKnown = cursorColumn >= 0
    let along =
      isColumnKnown ? vertical + Motion.horizontalCost(from: cursorColumn, to: column) : .max
    let fromEdge = 1 + vertical + Motion.horizontalCost(from: 0, to: column)
    if address <= min(along, fromEdge) {
      Motion.appendAddress(column: column, row: row, into: &output)
    } else {
      if fromEdge < along { output.append(0x0D) }
      Motion.appendVertical(row - cursorRow, into: &output)
      Motion.appendHorizontal(
        from: fromEdge < along ? 0 : cursorColumn, to: column, into: &output)
    }
  }

  /// Chooses the style the following glyphs are written in.
  mutating func setPen(_ packedStyle: UInt16, into output: inout [UInt8]) {
    if pen != nil, packedStyle == penStyle { return }
    let paint = table.number(of: packedStyle)
    if pen != paint { table.append(from: pen, to: paint, into: &output) }
    pen = paint
    penStyle = packedStyle
  }

  /// The same for one cell; a blank takes any pen that leaves the same blank.
  @inline(__always)
  mutating func setPen(for cell: Cell, into output: inout [UInt8]) {
    if let pen {
      if cell.packedStyle == penStyle { return }
      let paint = table.number(of: cell.packedStyle)
      if cell.isBlank, table.blanks[paint] == table.blanks[pen] { return }
    }
    setPen(cell.packedStyle, into: &output)
  }
}
