/// Writes sections as one aligned table.
struct FigureTable {
  private static let headings = ["", "sluice", "baseline", "", "ratio", "target", ""]
  /// Numbers end where numbers end.
  private static let isTrailing = [false, true, true, false, true, false, false]

  static func text(_ sections: [Section]) -> String {
    let rows = [headings] + sections.flatMap { $0.figures.map(\.cells) }
    let widths = headings.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = [line(headings, widths)]
    for section in sections {
      lines.append("")
      lines.append(section.title)
      lines += section.figures.map { line($0.cells, widths) }
      lines += section.notes.map { "  · " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = " "
    for (index, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: widths[index] - cell.count)
      text += " " + (isTrailing[index] ? blanks + cell : cell + blanks) + " "
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
