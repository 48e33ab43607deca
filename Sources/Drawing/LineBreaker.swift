/// Breaks one paragraph of visible text into lines.
///
/// A line is always one stretch of the paragraph's bytes, so that only whole lines become strings.
struct LineBreaker {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let columns: Int
  /// No more lines than this are made, so that a long text costs only what is shown.
  private let wanted: Int
  private var lines: [String] = []
  private var line = Stretch()
  private var word = Stretch()
  /// How many blanks stand between the line and the word.
  private var blanks = 0
  private var isStart = true

  /// A stretch of bytes and the columns that it takes.
  private struct Stretch {
    var start = 0
    var end = 0
    var columns = 0
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, columns: Int, wanted: Int) {
    self.bytes = bytes
    self.columns = columns
    self.wanted = wanted
  }

  /// The lines; at least one, which may be empty.
  mutating func breakLines() -> [String] {
    var reader = TextReader(bytes)
    var place = 0
    while lines.count < wanted, !reader.isAtEnd {
      // In parts, so that text beyond the last line is not even looked at.
      for byte in reader.takeASCII(atMost: 256) {
        if byte == 0x20 { addBlank(at: place) } else { addPiece(at: place, columns: 1, bytes: 1) }
        place += 1
      }
      guard let piece = reader.next() else { continue }
      let count = reader.cluster(piece)?.utf8.count ?? UTF8.width(of: piece.glyph)
      if piece.isBlank {
        addBlank(at: place)
      } else {
        addPiece(at: place, columns: piece.width, bytes: count)
      }
      place += count
    }
    endWord()
    if line.columns > 0 || lines.isEmpty { endLine() }
    return lines.count > wanted ? Array(lines.prefix(wanted)) : lines
  }

  private mutating func addBlank(at place: Int) {
    if isStart {
      indent(at: place)
    } else {
      endWord()
      blanks += 1
    }
  }

  /// Blanks at the very start stay, as far as they leave room for text.
  private mutating func indent(at place: Int) {
    line.end = place + 1
    line.columns = min(line.columns + 1, columns - 1)
    line.start = line.end - line.columns
  }

  private mutating func addPiece(at place: Int, columns: Int, bytes: Int) {
    isStart = false
    // A wide glyph in a line of one column has no place at all.
    guard columns <= self.columns else { return endWord() }
    if word.columns + columns > self.columns { breakWord() }
    if word.columns == 0 { word.start = place }
    word.end = place + bytes
    word.columns += columns
  }

  /// Gives the start of a word that fits into no line a line of its own.
  private mutating func breakWord() {
    if line.columns > 0 { endLine() }
    line = word
    endLine()
    word.columns = 0
    blanks = 0
  }

  private mutating func endWord() {
    guard word.columns > 0 else { return }
    if line.columns > 0, line.columns + blanks + word.columns <= columns {
      line.columns += blanks + word.columns
      line.end = word.end
    } else {
      if line.columns > 0 { endLine() }
      line = word
    }
    word.columns = 0
    blanks = 0
  }

  private mutating func endLine() {
    let stretch = UnsafeBufferPointer(rebasing: bytes[line.start..<line.end])
    lines.append(String(decoding: stretch, as: UTF8.self))
    line.columns = 0
    line.start = line.end
  }
}

extension UTF8 {
  /// How many bytes a scalar takes.
  fileprivate static func width(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }
}
