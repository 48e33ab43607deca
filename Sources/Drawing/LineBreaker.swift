/// Breaks one paragraph of visible text into lines.
struct LineBreaker {
  private let columns: Int
  /// No more lines than this are made, so that a long text costs only what is shown.
  private let wanted: Int
  private var lines: [String] = []
  private var line = ""
  private var lineColumns = 0
  private var blanks = 0

  init(columns: Int, wanted: Int) {
    self.columns = columns
    self.wanted = wanted
  }

  mutating func lines(of paragraph: String) -> [String] {
    var word: [TextPiece] = []
    var isStart = true
    TextReader.read(paragraph) { reader in
      while lines.count < wanted, let piece = reader.next() {
        if piece.isBlank {
          append(&word)
          // Blanks at the very start are an indent and stay.
          if isStart { indent() } else { blanks += 1 }
        } else {
          isStart = false
          word.append(piece)
          if word.count > columns { append(&word) }
        }
      }
      append(&word)
    }
    if !line.isEmpty || lines.isEmpty { endLine() }
    return Array(lines.prefix(wanted))
  }

  private mutating func indent() {
    guard lineColumns + 1 < columns else { return }
    line += " "
    lineColumns += 1
  }

  private mutating func append(_ word: inout [TextPiece]) {
    guard !word.isEmpty else { return }
    let width = word.reduce(0) { $0 + $1.width }
    if lineColumns + blanks + width <= columns {
      line += String(repeating: " ", count: blanks)
      lineColumns += blanks
    } else if lineColumns > 0 {
      endLine()
    }
    blanks = 0
    for piece in word { append(piece) }
    word = []
  }

  private mutating func append(_ piece: TextPiece) {
    if lineColumns + piece.width > columns, lineColumns > 0 { endLine() }
    // A wide glyph in a line of one column has no place at all.
    guard piece.width <= columns else { return }
    switch piece.glyph {
    case .scalar(let value): Unicode.Scalar(value).map { line.unicodeScalars.append($0) }
    case .cluster(let text): line += text
    }
    lineColumns += piece.width
  }

  private mutating func endLine() {
    lines.append(line)
    line = ""
    lineColumns = 0
  }
}

extension TextPiece {
  var isBlank: Bool {
    if case .scalar(0x20) = glyph { return true }
    return false
  }
}
