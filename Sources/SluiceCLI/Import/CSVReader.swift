import SluiceCore

/// Reads comma-separated values (RFC 4180), with any one-byte delimiter and either kind of line end.
struct CSVReader {
  /// One row of a file.
  struct Row: Hashable {
    /// The line on which it begins, from 1.
    let line: Int
    let cells: [String]

    /// Whether no cell says anything.
    var isBlank: Bool { cells.allSatisfy(\.trimmingBlanks.isEmpty) }
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index: Int
  private var line = 1

  private init(_ source: SourceText, delimiter: UInt8) {
    bytes = source.bytes
    index = source.start
    self.delimiter = delimiter
  }

  /// The rows; blank lines are left out.
  static func read(_ source: SourceText, delimiter: UInt8) throws(CSVFault) -> [Row] {
    var reader = CSVReader(source, delimiter: delimiter)
    var rows: [Row] = []
    while reader.index < reader.bytes.count {
      let row = try reader.row()
      if row.cells != [""] { rows.append(row) }
    }
    return rows
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func row() throws(CSVFault) -> Row {
    let start = line
    var cells: [String] = []
    while true {
      let isQuoted = byte == UInt8(ascii: "\"")
      cells.append(try isQuoted ? quotedCell() : plainCell())
      if byte == delimiter {
        index += 1
      } else if takeLineEnd() {
        return Row(line: start, cells: cells)
      } else {
        throw CSVFault(
          line: line,
          message: "Something follows the closing quote of a cell; write \"\" for one quote.")
      }
    }
  }

  /// Steps over the end of a line, or notices the end of the text.
  private mutating func takeLineEnd() -> Bool {
    if byte == nil { return true }
    if byte == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") {
      index += 1
    }
    guard byte == UInt8(ascii: "\n") else { return false }
    index += 1
    line += 1
    return true
  }

  private mutating func plainCell() throws(CSVFault) -> String {
    let start = index
    while let byte, byte != delimiter, byte != UInt8(ascii: "\n") { index += 1 }
    // A line end of two bytes must not leave its first one in the cell.
    if byte == UInt8(ascii: "\n"), index > start, bytes[index - 1] == UInt8(ascii: "\r") {
      index -= 1
    }
    return try text(bytes[start..<index])
  }

  private mutating func quotedCell() throws(CSVFault) -> String {
    let start = line
    var cell: [UInt8] = []
    index += 1
    while let byte {
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard self.byte == UInt8(ascii: "\"") else { return try text(cell[...]) }
        index += 1
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      cell.append(byte)
    }
    throw CSVFault(line: start, message: "A quote that opens here is never closed.")
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(CSVFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CSVFault(line: line, message: "A cell is not UTF-8; convert the file with iconv first.")
    }
    return text
  }
}

/// Why a text is not CSV, and where.
struct CSVFault: Error, Hashable {
  /// From 1.
  let line: Int
  /// What is wrong, as a sentence.
  let message: String
}
