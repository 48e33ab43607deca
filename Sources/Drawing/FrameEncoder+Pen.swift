extension FrameEncoder {
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
