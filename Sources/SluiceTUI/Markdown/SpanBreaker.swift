import Drawing

/// Breaks stretches of visible text into lines of a given width.
struct SpanBreaker {
  private let columns: Int
  private var lines: [[TextSpan]] = []
  private var line: [TextSpan] = []
  private var lineColumns = 0
  private var word: [TextSpan] = []
  private var wordColumns = 0
  /// The blanks between the line and the word.
  private var blanks: [TextSpan] = []
  private var blankColumns = 0

  private init(columns: Int) {
    self.columns = max(1, columns)
  }

  /// The lines by words; a word longer than a line is broken between clusters.
  ///
  /// Line breaks in the text are kept, and blanks at a break are dropped.
  static func lines(of spans: [TextSpan], columns: Int) -> [[TextSpan]] {
    var breaker = SpanBreaker(columns: columns)
    for span in spans { breaker.add(span) }
    breaker.endLine()
    return breaker.lines
  }

  /// The lines of one line of code, which is broken wherever it has to be and loses nothing.
  static func parts(of spans: [TextSpan], columns: Int) -> [[TextSpan]] {
    var breaker = SpanBreaker(columns: columns)
    breaker.word = spans
    breaker.wordColumns = spans.columns
    breaker.endLine()
    return breaker.lines
  }

  private mutating func add(_ span: TextSpan) {
    var rest = span.text[...]
    while let sign = rest.firstIndex(where: { $0 == " " || $0 == "\n" }) {
      addToWord(rest[..<sign], span.style)
      if rest[sign] == "\n" {
        endLine()
      } else {
        endWord()
        blanks.add(" ", span.style)
        blankColumns += 1
      }
      rest = rest[rest.index(after: sign)...]
    }
    addToWord(rest, span.style)
  }

  private mutating func addToWord(_ text: Substring, _ style: Style) {
    guard !text.isEmpty else { return }
    wordColumns += DisplayWidth.columns(of: String(text))
    word.add(text, style)
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if !line.isEmpty, lineColumns + blankColumns + wordColumns > columns { pushLine() }
    if !line.isEmpty {
      for blank in blanks { line.add(blank.text, blank.style) }
      lineColumns += blankColumns
    }
    if wordColumns > columns {
      breakWord()
    } else {
      for part in word { line.add(part.text, part.style) }
      lineColumns += wordColumns
    }
    (word, wordColumns) = ([], 0)
    (blanks, blankColumns) = ([], 0)
  }

  private mutating func breakWord() {
    for part in word {
      for character in part.text {
        let width = DisplayWidth.columns(of: character)
        if lineColumns + width > columns, !line.isEmpty { pushLine() }
        line.add(String(character), part.style)
        lineColumns += width
      }
    }
  }

  private mutating func pushLine() {
    lines.append(line)
    (line, lineColumns) = ([], 0)
  }

  private mutating func endLine() {
    endWord()
    (blanks, blankColumns) = ([], 0)
    pushLine()
  }
}
