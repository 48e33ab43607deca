/// Breaks one paragraph of visible text into lines.
struct LineBreaker {
  private let columns: Int
  /// No more lines than this are made, so that a long text costs only what is shown.
  private let wanted: Int
  private var lines: [String] = []
  private var line = ""
  private var lineColumns = 0
  private var word: [WordPart] = []
  private var wordColumns = 0
  /// How many blanks stand between the line and the word.
  private var blanks = 0

  init(columns: Int, wanted: Int) {
    self.columns = columns
    self.wanted = wanted
  }

  mutating func lines(of paragraph: String) -> [String] {
    TextReader.read(paragraph) { reader in
      var isStart = true
      while lines.count < wanted, let piece = reader.next() {
        if !piece.isBlank {
          isStart = false
          extendWord(WordPart(piece, reader.cluster(piece)))
        } else if isStart {
          indent()
        } else {
          endWord()
          blanks += 1
        }
      }
      endWord()
    }
    if !line.isEmpty || lines.isEmpty { endLine() }
    return Array(lines.prefix(wanted))
  }

  /// Blanks at the very start stay, as far as they leave room for text.
  private mutating func indent() {
    guard lineColumns + 1 < columns else { return }
    line += " "
    lineColumns += 1
  }

  private mutating func extendWord(_ piece: WordPart) {
    word.append(piece)
    wordColumns += piece.width
    if wordColumns > columns { breakWord() }
  }

  /// Fills a line of its own with the start of a word that fits into none.
  private mutating func breakWord() {
    if lineColumns > 0 { endLine() }
    blanks = 0
    let part = word.dropLast()
    for piece in part { append(piece) }
    if lineColumns > 0 { endLine() }
    word.removeSubrange(part.indices)
    wordColumns = word.reduce(0) { $0 + $1.width }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if lineColumns + blanks + wordColumns <= columns {
      line += String(repeating: " ", count: blanks)
      lineColumns += blanks
    } else if lineColumns > 0 {
      endLine()
    }
    for piece in word { append(piece) }
    word = []
    wordColumns = 0
    blanks = 0
  }

  private mutating func append(_ piece: WordPart) {
    // A wide glyph in a line of one column has no place at all.
    guard piece.width <= columns else { return }
    line += piece.text
    lineColumns += piece.width
  }

  private mutating func endLine() {
    lines.append(line)
    line = ""
    lineColumns = 0
  }
}

extension LineBreaker {
  private struct WordPart {
    let text: String
    let width: Int

    init(_ piece: TextPiece, _ cluster: String?) {
      text = cluster ?? Unicode.Scalar(piece.glyph).map { String(Character($0)) } ?? ""
      width = piece.width
    }
  }
}
