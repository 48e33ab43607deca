import Drawing

/// One line of text being typed, with the keys that readline has.
struct LineEditor: Equatable {
  private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  private(set) var cursor: Int
  /// Counts its changes, so that whether the text is another one is told without reading it.
  private(set) var revision = 0

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  /// Whether that is its text; no more is read of either than tells.
  func holds(_ text: String) -> Bool { characters.elementsEqual(text) }

  var isEmpty: Bool { characters.isEmpty }
  var isAtEnd: Bool { cursor == characters.count }

  /// Whether a key with Alt is one that readline has too.
  static func movesByWord(_ key: Key) -> Bool {
    key == .alt("b") || key == .alt("f") || key == .alt("\u{7F}")
  }

  /// Takes a key if it edits or moves; `false` leaves it to the caller.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert([character])
    case .backspace, .control("h"): remove(from: cursor - 1, to: cursor)
    case .delete, .control("d"): remove(from: cursor, to: cursor + 1)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .alt("b"): cursor = wordStart
    case .alt("f"): cursor = wordEnd
    case .control("w"), .alt("\u{7F}"): remove(from: wordStart, to: cursor)
    case .control("u"): remove(from: 0, to: cursor)
    case .control("k"): remove(from: cursor, to: characters.count)
    default: return false
    }
    return true
  }

  /// Inserts pasted text; tabs become blanks, and so do line breaks unless they are kept.
  mutating func paste(_ text: String, keepingBreaks: Bool = false) {
    insert(
      text.map { character in
        if character.isNewline { return keepingBreaks ? "\n" : " " }
        return character == "\t" ? " " : character
      })
  }

  /// Puts a text in place of some characters, and the cursor behind it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<characters.count)
    characters.replaceSubrange(range, with: text)
    revision += 1
    cursor = min(characters.count, range.lowerBound + text.count)
  }

  private mutating func insert(_ new: [Character]) {
    characters.insert(contentsOf: new, at: cursor)
    revision += 1
    cursor += new.count
  }

  private mutating func remove(from start: Int, to end: Int) {
    let range = max(0, start)..<min(characters.count, max(start, end))
    guard !range.isEmpty else { return }
    characters.removeSubrange(range)
    revision += 1
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    while index < characters.count, !characters[index].isWhitespace { index += 1 }
    return index
  }
}

extension LineEditor {
  /// Draws the line so that the cursor is inside the rectangle, and tells where the cursor is.
  func draw(in rect: Rect, style: Style, on canvas: inout Canvas) -> Point {
    canvas.fill(rect.line(0), style: style)
    let start = firstInSight(columns: rect.columns)
    let (mark, rest) = rect.dividedLeft(start > 0 && rect.columns > 1 ? 1 : 0)
    canvas.writeLine("…", in: mark, style: style)
    // What cannot come into sight is not laid out, though some characters take no column.
    let sight = characters[start...].prefix(Self.charactersPerColumn * rest.columns)
    canvas.writeLine(String(sight), in: rest, style: style, truncation: .clip)
    return rest.origin.moved(columns: columns(from: start, to: cursor))
  }

  /// How many characters may share a column, most of them without a width.
  private static var charactersPerColumn: Int { 4 }

  /// The first character to show so that the cursor is in sight; a mark stands for those before it.
  func firstInSight(columns room: Int) -> Int {
    // No more characters than columns can stand before the cursor, however long the line.
    var start = max(0, cursor - room)
    while start < cursor, columns(from: start, to: cursor) + (start > 0 ? 1 : 0) >= room {
      start += 1
    }
    return start
  }

  func columns(from start: Int, to end: Int) -> Int {
    DisplayWidth.columns(of: VisibleText.line(String(characters[start..<end])))
  }
}
