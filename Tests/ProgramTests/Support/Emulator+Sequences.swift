extension Emulator {
  /// Carries out a control sequence.
  mutating func perform(_ command: Character, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch command {
    case "H": go(column: numbers.count > 1 ? numbers[1] : 1, row: count)
    case "A": go(column: column + 1, row: row + 1 - count)
    case "B": go(column: column + 1, row: row + 1 + count)
    case "C": go(column: column + 1 + count, row: row + 1)
    case "D": go(column: column + 1 - count, row: row + 1)
    case "G": go(column: count, row: row + 1)
    case "d": go(column: column + 1, row: count)
    case "b": repeatLast(count)
    case "X": erase(row, column..<(column + count))
    case "K":
      erase(row, first == 0 ? column..<columns : first == 1 ? 0..<(column + 1) : 0..<columns)
    case "J": eraseDisplay(first)
    case "m": render(parameters)
    case "h", "l": setMode(parameters, command == "h")
    // Scrolling regions: only that of the whole screen, which is the one at rest.
    case "r" where parameters.isEmpty || numbers == [1, rows]: break
    // How the cursor of the Linux console looks.
    case "c" where ["?0", "?1"].contains(parameters): break
    // xterm keeps its title with the first screen.
    case "t" where ["22;0;0", "23;0;0"].contains(parameters): break
    default: faults.append("sequence \(parameters)\(command)")
    }
  }

  private mutating func go(column: Int, row: Int) {
    self.column = min(max(1, column), columns) - 1
    self.row = min(max(1, row), rows) - 1
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range.clamped(to: 0..<columns) { cells[row][column] = " " }
  }

  private mutating func eraseDisplay(_ part: Int) {
    guard part == 2 || part == 0 else { return faults.append("sequence \(part)J") }
    if part == 2 || row == 0 && column == 0 { clears += 1 }
    if part == 0 { erase(row, column..<columns) }
    for row in (part == 2 ? 0 : row + 1)..<rows { erase(row, 0..<columns) }
  }

  private mutating func render(_ parameters: String) {
    renditions.insert(parameters)
    isPlain = parameters.isEmpty || parameters == "0"
  }

  private mutating func setMode(_ parameters: String, _ isOn: Bool) {
    for mode in parameters.drop(while: { $0 == "?" }).split(separator: ";") {
      let name = (parameters.hasPrefix("?") ? "?" : "") + mode
      modes[name] = isOn
      if name == "?1049" || name == "?47" { switchScreen(toSecond: isOn) }
    }
  }

  private mutating func switchScreen(toSecond: Bool) {
    if toSecond, firstScreen == nil {
      firstScreen = (cells, column, row)
      cells = Emulator.blank(columns, rows)
    } else if !toSecond, let first = firstScreen {
      cells = first.cells
      firstScreen = nil
      (column, row) = (min(first.column, columns - 1), min(first.row, rows - 1))
    }
  }
}

extension Emulator {
  /// The rows without the blanks at their ends.
  var lines: [String] {
    cells.map { row in
      let text = row.joined()
      return String(text.prefix(text.count - text.reversed().prefix { $0 == " " }.count))
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Whether a text is in sight; where lines are broken, and how wide gaps are, does not matter.
  func shows(_ text: String) -> Bool {
    self.text.withoutBlanks.contains(text.withoutBlanks)
  }

  /// Whether the last thing on the screen is this.
  func endsWith(_ text: String) -> Bool {
    self.text.withoutBlanks.hasSuffix(text.withoutBlanks)
  }

  var isOnFirstScreen: Bool { firstScreen == nil }

  var isBlank: Bool { text.withoutBlanks.isEmpty }

  /// The modes that are not as a terminal has them at rest.
  var modesLeftOn: [String] {
    // The cursor is shown and lines wrap; 12 and 34 say how a visible cursor looks.
    modes.filter { $0.value != ["?25", "?7"].contains($0.key) && !["?12", "34"].contains($0.key) }
      .keys.sorted()
  }

  /// The renditions that choose a colour.
  var colors: Set<String> {
    renditions.filter { rendition in
      rendition.split(separator: ";").contains { part in
        guard let number = Int(part) else { return true }
        return [30...38, 40...48, 90...97, 100...107].contains { $0.contains(number) }
      }
    }
  }
}

extension Emulator: CustomStringConvertible {
  var description: String { text }
}

extension String {
  fileprivate var withoutBlanks: String { filter { !$0.isWhitespace } }
}

extension Unicode.Scalar {
  /// How many columns a terminal gives it; enough for the texts of these stories.
  var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF:
      return 2
    default: return 1
    }
  }

  /// Whether stored text could do harm with it: C1 controls and what turns or hides text.
  var isHostile: Bool {
    switch value {
    case 0x80...0x9F, 0xAD, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069,
      0xFEFF:
      true
    default: false
    }
  }
}
