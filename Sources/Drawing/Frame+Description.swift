extension Frame: CustomStringConvertible {
  /// The rows as text, trailing blanks trimmed, separated by line feeds.
  public var description: String {
    (0..<size.rows).map(line).joined(separator: "\n")
  }

  /// One row as text, trailing blanks trimmed; empty outside the canvas.
  public func line(_ row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    var text = self.text(row: row, columns: 0..<size.columns)
    while text.last == " " { text.removeLast() }
    return text
  }

  /// What differs from plain style: a line for each run of cells of one style, such as
  /// `2:5-9 title+focused "Alpha"`, rows and columns counted from 0, the last column included.
  ///
  /// - Parameter name: Names a style; styles it answers `nil` for are left out.
  /// - Returns: The lines, separated by line feeds; empty when all is plain.
  public func styleDescription(_ name: (Style) -> String?) -> String {
    (0..<size.rows).flatMap { row in
      runs(row: row).compactMap { run in
        name(run.style).map { describe(run, row: row, name: $0) }
      }
    }
    .joined(separator: "\n")
  }

  /// The style of the cell at a position, or `nil` outside the canvas.
  public func style(column: Int, row: Int) -> Style? {
    canvas[column, row]?.style
  }

  private func describe(_ run: StyleRun, row: Int, name: String) -> String {
    let text = text(row: row, columns: run.columns)
    return "\(row):\(run.columns.lowerBound)-\(run.columns.upperBound - 1) \(name) \"\(text)\""
  }

  private func text(row: Int, columns: Range<Int>) -> String {
    columns.reduce(into: "") { text, column in
      if let cell = canvas[column, row] { text += canvas.text(of: cell) }
    }
  }

  private struct StyleRun {
    var style: Style
    var columns: Range<Int>
  }

  private func runs(row: Int) -> [StyleRun] {
    var runs: [StyleRun] = []
    for column in 0..<size.columns {
      guard let style = canvas[column, row]?.style else { continue }
      if let last = runs.last, last.style == style {
        runs[runs.count - 1].columns = last.columns.lowerBound..<(column + 1)
      } else {
        runs.append(StyleRun(style: style, columns: column..<(column + 1)))
      }
    }
    return runs.filter { $0.style != .plain }
  }
}
