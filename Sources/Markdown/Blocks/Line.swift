/// A line of a text, or what is left of it within quotations and lists.
struct Line {
  /// How many columns of blanks stand before the text.
  var indent: Int
  /// The text, which starts with no blank; empty for a blank line.
  let rest: ArraySlice<UInt8>
  /// The column where the text starts, by which tabs are measured.
  private let column: Int

  /// Measures the blanks at the start of some bytes that stand in that column.
  init(_ bytes: ArraySlice<UInt8>, column: Int = 0) {
    var end = column
    var place = bytes.startIndex
    while place < bytes.endIndex, bytes[place] == .space || bytes[place] == .tab {
      end += bytes[place] == .space ? 1 : 4 - end % 4
      place += 1
    }
    indent = end - column
    rest = bytes[place...]
    self.column = end
  }

  var isBlank: Bool { rest.isEmpty }

  /// What stands behind so many bytes of the text.
  func dropping(_ count: Int) -> Line {
    Line(rest.dropFirst(count), column: column + count)
  }

  /// Itself with fewer blanks before it.
  func outdented(_ columns: Int) -> Line {
    var line = self
    line.indent = max(0, indent - columns)
    return line
  }

  /// The text with the blanks before it.
  var whole: [UInt8] { Array(repeating: .space, count: indent) + rest }

  /// The lines of a text; LF, CR LF and CR end one.
  static func lines(of bytes: [UInt8]) -> [Line] {
    let carriageReturn = UInt8(ascii: "\r")
    var lines: [Line] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == .newline || byte == carriageReturn {
        lines.append(Line(bytes[start..<place]))
        let isPair = byte == carriageReturn && place + 1 < bytes.count
        if isPair, bytes[place + 1] == .newline { place += 1 }
        start = place + 1
      }
      place += 1
    }
    if start < bytes.count { lines.append(Line(bytes[start...])) }
    return lines
  }
}
