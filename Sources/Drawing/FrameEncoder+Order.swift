extension FrameEncoder {
  /// Writes the runs paint by paint, for most changes of pen take more bytes than a motion.
  mutating func writeRuns(_ rows: Rows, into output: inout [UInt8]) {
    runs.chain(paintCount: table.paints.count)
    while let paint = nearestPaint() {
      var index = runs.take(paint)
      while index >= 0 {
        let run = runs[index]
        write(run, of: rows[run.row], into: &output)
        index = run.next
      }
    }
    runs.removeAll()
  }

  /// The paint among those left that the pen is changed to in fewest bytes.
  private func nearestPaint() -> PaintTable.Number? {
    runs.paints.min { table.distance(from: pen, to: $0) < table.distance(from: pen, to: $1) }
  }

  private mutating func write(_ run: Run, of row: Row, into output: inout [UInt8]) {
    move(over: row, toColumn: run.start, into: &output)
    setPen(run.paint, isBlank: run.isBlank, into: &output)
    for column in run.start..<run.end where !row.new[column].isContinuation {
      append(row.new[column], into: &output)
    }
    advance(to: run.end, columns: row.columns)
    if run.erases { output += controls.eraseToEndOfLine }
  }
}
