extension FrameEncoder {
  /// Chooses the style the following glyphs are written in.
  mutating func setPen(_ packedStyle: UInt16, into output: inout [UInt8]) {
    setPen(table.number(of: packedStyle), isBlank: false, into: &output)
  }

  /// The same for one cell.
  mutating func setPen(for cell: Cell, into output: inout [UInt8]) {
    setPen(table.number(of: cell.packedStyle), isBlank: cell.isBlank, into: &output)
  }

  /// The same for a paint; blanks take any pen that leaves the same blanks.
  mutating func setPen(
    _ paint: PaintTable.Number, isBlank: Bool, into output: inout [UInt8]
  ) {
    if let pen, pen == paint || isBlank && table.blanks[pen] == table.blanks[paint] { return }
    table.append(from: pen, to: paint, into: &output)
    pen = paint
  }
}
