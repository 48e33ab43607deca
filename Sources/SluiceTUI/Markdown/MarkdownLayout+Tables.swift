import Drawing
import Markdown

/// Tables: in columns as wide as they need to be, or narrower with their texts wrapped; where even that does
/// not fit, row by row with the headings before the values.
extension MarkdownLayout {
  /// A column is made no narrower than this, in columns of the screen.
  private static let narrowest = 8

  func lines(of table: Block.Table) -> [[TextSpan]] {
    let header = table.header.map { InlineSpans.of($0, Style(.strong)) }
    let rows = table.rows.map { $0.map { InlineSpans.of($0) } }
    guard let widths = widths(of: [header] + rows) else { return records(header, rows) }
    let ruler = widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─")
    return lines(of: header, table.alignments, widths) + [[TextSpan(ruler, .border)]]
      + rows.flatMap { lines(of: $0, table.alignments, widths) }
  }

  /// How wide each column is; `nil` if there is no room for them all.
  private func widths(of rows: [[[TextSpan]]]) -> [Int]? {
    var wanted = rows[0].map { _ in 1 }
    for row in rows {
      for (column, cell) in row.enumerated() { wanted[column] = max(wanted[column], widest(cell)) }
    }
    let room = columns - 3 * (wanted.count - 1)
    // The widest columns give way until all fit.
    var most = wanted.max() ?? 1
    func total(_ most: Int) -> Int { wanted.reduce(0) { $0 + min($1, most) } }
    if total(most) > room {
      var least = Self.narrowest
      guard total(least) <= room else { return nil }
      while most - least > 1 {
        let middle = (most + least) / 2
        if total(middle) <= room { least = middle } else { most = middle }
      }
      most = least
    }
    return wanted.map { min($0, most) }
  }

  private func widest(_ cell: [TextSpan]) -> Int {
    let text = cell.text
    guard text.contains("\n") else { return DisplayWidth.columns(of: text) }
    return text.split(separator: "\n").map { DisplayWidth.columns(of: String($0)) }.max() ?? 0
  }

  private func lines(
    of row: [[TextSpan]], _ alignments: [Block.Table.Alignment], _ widths: [Int]
  ) -> [[TextSpan]] {
    let cells = zip(row, widths).map { SpanBreaker.lines(of: $0, columns: $1) }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var spans: [TextSpan] = []
      for (column, cell) in cells.enumerated() {
        if column > 0 { spans.append(TextSpan(" │ ", .border)) }
        let part = cell.indices.contains(line) ? cell[line] : []
        spans += padded(
          part, widths[column], alignments[column], isLast: column == cells.count - 1)
      }
      return spans
    }
  }

  private func padded(
    _ spans: [TextSpan], _ width: Int, _ alignment: Block.Table.Alignment, isLast: Bool
  ) -> [TextSpan] {
    let missing = max(0, width - spans.columns)
    let before =
      switch alignment {
      case .leading: 0
      case .center: missing / 2
      case .trailing: missing
      }
    let after = isLast ? 0 : missing - before
    return (before > 0 ? [TextSpan(String(repeating: " ", count: before))] : []) + spans
      + (after > 0 ? [TextSpan(String(repeating: " ", count: after))] : [])
  }

  private func records(_ header: [[TextSpan]], _ rows: [[[TextSpan]]]) -> [[TextSpan]] {
    guard !rows.isEmpty else { return header.flatMap(wrapped) }
    return rows.enumerated().flatMap { place, row in
      (place > 0 ? [[TextSpan("─ ─ ─", .border)]] : [])
        + zip(header, row).flatMap { name, value in
          wrapped(name + [TextSpan(": ", .strong)] + value)
        }
    }
  }
}
