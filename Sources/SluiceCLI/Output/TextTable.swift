import Drawing

/// Rows under headings, aligned by the columns that text takes on a terminal.
struct TextTable {
  /// One column.
  struct Column {
    let heading: String
    var isNumber = false
    /// Whether it gives way when the table is wider than the terminal; at most one does.
    var isFlexible = false
  }

  let columns: [Column]
  private var rows: [[String]]

  init(_ columns: [Column]) {
    self.columns = columns
    rows = [columns.map(\.heading)]
  }

  /// Adds a row; what it holds is made visible on one line.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(VisibleText.line))
  }

  /// The lines, cut to `width` columns if one is given.
  func lines(width: Int?) -> [String] {
    let widths = columnWidths(within: width)
    return rows.map { row in
      let cells = zip(columns, zip(row, widths)).map { column, cell in
        column.isNumber ? cell.0.leftPadded(to: cell.1) : cell.0.padded(to: cell.1)
      }
      return cells.joined(separator: "  ").withoutTrailingBlanks
    }
  }

  private func columnWidths(within width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      rows.map { DisplayWidth.columns(of: $0[index]) }.max() ?? 0
    }
    guard let width, let flexible = columns.firstIndex(where: \.isFlexible) else { return widths }
    let others = widths.reduce(2 * (widths.count - 1), +) - widths[flexible]
    widths[flexible] = min(widths[flexible], max(width - others, Self.leastFlexibleWidth))
    return widths
  }

  private static let leastFlexibleWidth = 12
}

extension String {
  var withoutTrailingBlanks: String {
    String(reversed().drop { $0 == " " }.reversed())
  }

  /// Exactly `width` columns: filled with blanks, or cut with `…`.
  func padded(to width: Int) -> String {
    let text = cut(to: width)
    return text + String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: text)))
  }

  func leftPadded(to width: Int) -> String {
    let text = cut(to: width)
    return String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: text))) + text
  }

  /// At most `width` columns; what is longer ends with `…`.
  func cut(to width: Int) -> String {
    guard DisplayWidth.columns(of: self) > width else { return self }
    var kept = ""
    var used = 0
    for character in self {
      used += DisplayWidth.columns(of: character)
      if used > width - 1 { break }
      kept.append(character)
    }
    return kept.withoutTrailingBlanks + "…"
  }
}
