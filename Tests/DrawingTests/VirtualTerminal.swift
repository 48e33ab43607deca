@testable import Drawing

/// A terminal of a few control sequences, to see what encoded bytes come to.
struct VirtualTerminal {
  /// How a terminal counts the columns of a cluster of several scalars.
  enum Reading: CaseIterable {
    /// As we do.
    case agreeing
    /// By adding up the scalars.
    case adding
    /// One column for all of it.
    case narrow
  }

  struct Cell: Equatable {
    var text = " "
    var appearance = Appearance.standard
    var isContinuation = false
  }

  let size: Size
  let reading: Reading
  private(set) var cells: [Cell]
  private(set) var column = 0
  private(set) var row = 0
  private(set) var isCursorShown = true
  private var pen = Appearance.standard
  /// What the encoder must never do: wrap, scroll, or send something unknown.
  private(set) var faults: [String] = []

  init(size: Size, reading: Reading = .agreeing) {
    self.size = size
    self.reading = reading
    // Garbage, so that a first frame has to clear it.
    cells = Array(repeating: Cell(text: "#"), count: size.columns * size.rows)
  }

  mutating func receive(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x1B: index = receiveSequence(bytes, from: index + 1)
      case 0x0D: (column, index) = (0, index + 1)
      case 0x0A: (row, index) = (row + 1, index + 1)
      case 0x08: (column, index) = (column - 1, index + 1)
      case 0..<0x20: index = fault("control \(bytes[index])", index + 1)
      default:
        let end = bytes[index...].firstIndex { $0 < 0x20 } ?? bytes.count
        for character in String(decoding: bytes[index..<end], as: UTF8.self) { show(character) }
        index = end
      }
      if row >= size.rows || column < 0 { faults.append("left the screen") }
    }
  }

  private mutating func fault(_ text: String, _ next: Int) -> Int {
    faults.append(text)
    return next
  }

  private mutating func show(_ character: Character) {
    switch reading {
    case .agreeing: place(String(character), width: DisplayWidth.columns(of: character))
    case .narrow:
      let isCluster = character.unicodeScalars.count > 1 && DisplayWidth.isDisputed(character)
      place(String(character), width: isCluster ? 1 : DisplayWidth.columns(of: character))
    case .adding:
      for scalar in character.unicodeScalars { add(scalar) }
    }
  }

  /// Draws a mark over the glyph before it, anything else in columns of its own.
  private mutating func add(_ scalar: Unicode.Scalar) {
    let width = DisplayWidth.columns(of: scalar)
    if width > 0 { return place(String(Character(scalar)), width: width) }
    let last = row * size.columns + column - 1
    guard column > 0, column <= size.columns else { return faults.append("mark without a base") }
    cells[cells[last].isContinuation ? last - 1 : last].text.unicodeScalars.append(scalar)
  }

  private mutating func place(_ text: String, width: Int) {
    guard row < size.rows, column >= 0, column + width <= size.columns else {
      return faults.append("wrote past the margin")
    }
    breakGlyph(at: column)
    breakGlyph(at: column + width - 1)
    for offset in 0..<width {
      cells[row * size.columns + column + offset] = Cell(
        text: offset == 0 ? text : "", appearance: pen, isContinuation: offset > 0)
    }
    column += width
  }

  /// What terminals do when one half of a wide glyph is overwritten: the other becomes blank.
  private mutating func breakGlyph(at column: Int) {
    let index = row * size.columns + column
    if cells[index].isContinuation { cells[index - 1].text = " " }
    if column + 1 < size.columns, cells[index + 1].isContinuation {
      cells[index + 1] = Cell(appearance: cells[index].appearance)
    }
  }

  private mutating func receiveSequence(_ bytes: [UInt8], from start: Int) -> Int {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else {
      return fault("escape", start)
    }
    let end = bytes[(start + 1)...].firstIndex { (0x40...0x7E).contains($0) } ?? bytes.count - 1
    let parameters = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    perform(Character(Unicode.Scalar(bytes[end])), parameters)
    return end + 1
  }

  private mutating func perform(_ command: Character, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch (command, parameters) {
    case ("H", _):
      row = count - 1
      column = max(1, numbers.count > 1 ? numbers[1] : 1) - 1
    case ("A", _): row -= count
    case ("B", _): row += count
    case ("C", _): column += count
    case ("D", _): column -= count
    case ("J", "2"): erase(0..<cells.count)
    case ("K", ""): eraseCells(size.columns - column)
    case ("X", _): eraseCells(count)
    case ("m", _): select(numbers)
    case ("h", "?25"): isCursorShown = true
    case ("l", "?25"): isCursorShown = false
    default: faults.append("unknown \(parameters)\(command)")
    }
  }

  private mutating func erase(_ range: Range<Int>) {
    for index in range { cells[index] = Cell(appearance: Appearance(background: pen.background)) }
  }

  /// A glyph of which one half is erased loses the other.
  private mutating func eraseCells(_ count: Int) {
    guard column + count <= size.columns else { return faults.append("erased past the margin") }
    breakGlyph(at: column)
    breakGlyph(at: column + count - 1)
    erase((row * size.columns + column)..<(row * size.columns + column + count))
  }

  private mutating func select(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: pen = .standard
      case 22: pen.attributes.subtract([.bold, .dim])
      case 30...37: pen.foreground = .ansi(UInt8(number - 30))
      case 90...97: pen.foreground = .ansi(UInt8(number - 82))
      case 40...47: pen.background = .ansi(UInt8(number - 40))
      case 100...107: pen.background = .ansi(UInt8(number - 92))
      case 38: pen.foreground = takeColor(&rest)
      case 48: pen.background = takeColor(&rest)
      case 39: pen.foreground = .standard
      case 49: pen.background = .standard
      default: selectAttribute(number)
      }
    }
  }

  private mutating func selectAttribute(_ number: Int) {
    let codes: [(Int, Attributes)] = [
      (1, .bold), (2, .dim), (3, .italic), (4, .underline), (7, .reverse), (9, .strikethrough),
    ]
    for (code, attribute) in codes {
      if number == code { return pen.attributes.formUnion(attribute) }
      if number == code + 20 { return pen.attributes.subtract(attribute) }
    }
    faults.append("rendition \(number)")
  }

  private func takeColor(_ rest: inout ArraySlice<Int>) -> Color {
    let values = rest.dropFirst().prefix(rest.first == 5 ? 1 : 3).map { UInt8($0) }
    rest = rest.dropFirst(1 + values.count)
    return values.count == 1 ? .indexed(values[0]) : .rgb(values[0], values[1], values[2])
  }
}

extension VirtualTerminal.Cell {
  /// The cell with what cannot be seen of it left out.
  var seen: VirtualTerminal.Cell {
    var cell = self
    if text == " " || isContinuation {
      let lines = appearance.attributes.intersection([.reverse, .underline, .strikethrough])
      cell.appearance.attributes = lines
      if lines.isEmpty { cell.appearance.foreground = .standard }
    }
    return cell
  }
}
