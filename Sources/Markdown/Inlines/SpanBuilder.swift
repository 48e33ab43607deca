/// Puts pieces together to a tree.
struct SpanBuilder {
  private let runs: [DelimiterRun]
  private var open: [(span: Span, parts: [Inline])] = []
  private var parts: [Inline] = []
  private var text: [UInt8] = []
  /// How many spans are open beyond the depth that is kept.
  private var flattened = 0
  /// How many links and images are open, within which there are no links.
  private var links = 0

  init(runs: [DelimiterRun]) {
    self.runs = runs
  }

  mutating func build(_ pieces: [Piece]) -> [Inline] {
    for piece in pieces {
      switch piece {
      case .text(let range, let bytes): text += bytes[range]
      case .leaf(.link(let words, _)) where links > 0:
        endText()
        parts += words
      case .leaf(let leaf):
        endText()
        parts.append(leaf)
      case .lineBreak:
        while text.last == .space { text.removeLast() }
        endText()
        parts.append(.lineBreak)
      case .run(let number): add(runs[number])
      case .open(let span?, _): begin(span)
      case .open(nil, let sign): text += sign.utf8
      case .close: end()
      }
    }
    endText()
    while !open.isEmpty { end() }
    return parts
  }

  /// A run closes what is before it, may leave signs that mean nothing, and opens what is behind it.
  private mutating func add(_ run: DelimiterRun) {
    for _ in 0..<run.closed { end() }
    text += Array(repeating: run.sign, count: run.rest)
    for span in run.opened.reversed() { begin(span) }
  }

  private mutating func begin(_ span: Span) {
    guard open.count < Document.deepest else {
      flattened += 1
      return
    }
    endText()
    if span.isLink { links += 1 }
    open.append((span, parts))
    parts = []
  }

  private mutating func end() {
    guard flattened == 0 else {
      flattened -= 1
      return
    }
    endText()
    guard let span = open.last?.span else { return }
    if span.isLink { links -= 1 }
    let whole = span.holding(parts)
    // Taken out and not copied, for there may be many before it.
    parts = []
    swap(&parts, &open[open.count - 1].parts)
    parts.append(whole)
    open.removeLast()
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    parts.append(.text(String(decoding: text, as: UTF8.self)))
    text = []
  }
}

extension Span {
  fileprivate var isLink: Bool {
    switch self {
    case .link, .image: true
    case .emphasis, .strong, .struck: false
    }
  }
}
