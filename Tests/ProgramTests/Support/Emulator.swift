/// What a terminal shows of the bytes it was sent, and what they did to it besides.
///
/// It knows the sequences that a program may take from terminfo, and notes every other as a fault.
struct Emulator {
  private(set) var columns: Int
  private(set) var rows: Int
  /// The screen in sight, row by row; the right half of a wide glyph is empty.
  var cells: [[String]]
  /// The screen that is out of sight while the second one is shown, and where its cursor was.
  var firstScreen: (cells: [[String]], column: Int, row: Int)?
  var column = 0
  var row = 0
  /// The last private mode that each number was set to: `?25` for the cursor.
  var modes: [String: Bool] = [:]
  /// Every rendition that was asked for, as its parameters were written.
  var renditions: Set<String> = []
  /// Whether text would be plain now.
  var isPlain = true
  /// How often the whole screen was erased.
  var clears = 0
  /// What no terminfo string explains.
  var faults: [String] = []

  private var state = State.ground
  private var lastGlyph = " "

  private enum State {
    case ground
    case escape
    case control([UInt8])
    case character([UInt8], missing: Int)
  }

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cells = Emulator.blank(columns, rows)
  }

  static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// Cuts or fills at the right and below.
  mutating func resize(columns: Int, rows: Int) {
    func fit(_ cells: [[String]]) -> [[String]] {
      let rowsKept = cells.prefix(rows).map {
        Array(($0 + Array(repeating: " ", count: columns)).prefix(columns))
      }
      return rowsKept + Emulator.blank(columns, max(0, rows - cells.count))
    }
    cells = fit(cells)
    if let first = firstScreen { firstScreen?.cells = fit(first.cells) }
    (self.columns, self.rows) = (columns, rows)
    (column, row) = (min(column, columns - 1), min(row, rows - 1))
  }

  mutating func receive(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { receive(byte) }
  }

  private mutating func receive(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .control(let parameters):
      guard (0x40...0x7E).contains(byte) else {
        state = .control(parameters + [byte])
        return
      }
      state = .ground
      perform(Character(Unicode.Scalar(byte)), String(decoding: parameters, as: UTF8.self))
    case .character(let head, let missing):
      state = missing > 1 ? .character(head + [byte], missing: missing - 1) : .ground
      if missing == 1 { show(head + [byte]) }
    }
  }

  private mutating func ground(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0D: column = 0
    case 0x0A: lineFeed()
    case 0x08: column = max(0, min(column, columns - 1) - 1)
    // The bell, and the switch back to the first character set.
    case 0x07, 0x0F: break
    case 0..<0x20, 0x7F: faults.append("control \(byte)")
    case 0x20..<0x80: show([byte])
    case 0xC2..<0xE0: state = .character([byte], missing: 1)
    case 0xE0..<0xF0: state = .character([byte], missing: 2)
    case 0xF0..<0xF5: state = .character([byte], missing: 3)
    default: faults.append("byte \(byte)")
    }
  }

  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch Character(Unicode.Scalar(byte)) {
    case "[": state = .control([])
    case "=": modes["keypad"] = true
    case ">": modes["keypad"] = false
    case "7", "8": break
    // Which characters the two sets hold, in one byte more.
    case "(", ")": state = .character([byte], missing: 1)
    case let other: faults.append("escape \(other)")
    }
  }
}

extension Emulator {
  private mutating func lineFeed() {
    if row + 1 < rows {
      row += 1
      return
    }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }

  private mutating func show(_ bytes: [UInt8]) {
    if bytes.count == 2, bytes[0] == UInt8(ascii: "(") || bytes[0] == UInt8(ascii: ")") {
      // The first set stays that of ASCII; the second is prepared but never switched to.
      if bytes[0] == UInt8(ascii: "("), bytes[1] != UInt8(ascii: "B") {
        faults.append("set \(bytes)")
      }
      return
    }
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return }
    if scalar.isHostile { faults.append("U+\(String(scalar.value, radix: 16, uppercase: true))") }
    place(String(Character(scalar)), width: scalar.columns)
  }

  /// Puts a glyph at the cursor; marks join the one before it.
  private mutating func place(_ glyph: String, width: Int) {
    guard width > 0 else {
      let target = min(max(0, column - 1), columns - 1)
      cells[row][target] += glyph
      return
    }
    // A terminal of one column cuts what is wider.
    let width = min(width, columns)
    if column + width > columns {
      column = 0
      lineFeed()
    }
    lastGlyph = glyph
    for offset in 0..<width { cells[row][column + offset] = offset == 0 ? glyph : "" }
    column += width
  }

  mutating func repeatLast(_ count: Int) {
    for _ in 0..<count { place(lastGlyph, width: lastGlyph.unicodeScalars.first?.columns ?? 1) }
  }
}
