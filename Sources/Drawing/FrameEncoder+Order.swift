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
    let text = run.erases ? run.end : endOfText(of: run, row)
    for column in run.start..<text where !row.new[column].isContinuation {
      append(row.new[column], into: &output)
    }
    advance(to: text, columns: row.columns)
    if run.erases {
      output += controls.eraseToEndOfLine
    } else if text < run.end {
      appendBlanks(text..<run.end, columns: row.columns, into: &output)
    }
  }

  /// Where the blanks begin that a run ends with.
  private func endOfText(of run: Run, _ row: Row) -> Int {
    var end = run.end
    while end > run.start, row.new[end - 1].isBlank { end -= 1 }
    return end
  }

  /// Erases if that takes fewer bytes than blanks; the cursor then stays before them.
  private mutating func appendBlanks(
    _ blanks: Range<Int>, columns: Int, into output: inout [UInt8]
  ) {
    if let erasing = erasing(blanks.count), erasing.count < blanks.count {
      output += erasing
    } else {
      for _ in blanks { output.append(0x20) }
      advance(to: blanks.upperBound, columns: columns)
    }
  }

  /// The string that leaves so many blanks in the present pen; `nil` where none does or is short enough.
  private func erasing(_ count: Int) -> [UInt8]? {
    // No string is shorter than `CSI digit X`.
    guard count > 4, let pen, table.paints[pen].isErasable else { return nil }
    return controls.eraseCells?(count)
  }
}
