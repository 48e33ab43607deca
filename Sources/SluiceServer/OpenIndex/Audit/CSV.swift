/// Writes tables for spreadsheets.
enum CSV {
  /// The rows, each cell in quotes and each line ended as RFC 4180 has it.
  ///
  /// A cell that a spreadsheet would take for a formula begins with an apostrophe, which makes it a text there.
  static func bytes(_ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      bytes += row.map(cell).joined(separator: ",").utf8
      bytes += "\r\n".utf8
    }
    return bytes
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
    var cell = isFormula == true ? "\"'" : "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { cell.append("\"") }
      cell.unicodeScalars.append(scalar)
    }
    return cell + "\""
  }
}
