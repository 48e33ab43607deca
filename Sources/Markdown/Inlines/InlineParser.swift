/// Finds the parts of the text of one block.
///
/// From the left, once: what may open something is kept until what closes it is found. Source: CommonMark
/// 0.30, appendix “A parsing strategy”.
struct InlineParser {
  let bytes: [UInt8]
  let labels: Set<String>
  /// How many bytes were looked at.
  var steps = 0
  var place = 0
  var pieces: [Piece] = []
  /// Runs of stars, underscores and tildes.
  var runs: [DelimiterRun] = []
  /// The last run that may still be closed.
  var lastRun: Int?
  /// Brackets that are not closed yet.
  var brackets: [Bracket] = []
  /// Brackets below this one hold a link already, so they are none.
  var deadBrackets = 0
  /// Where each run of backticks has its next of the same length.
  private let codeEnds: [Int: Int]
  /// Where text begins that is not among the pieces yet.
  private var textStart = 0

  init(_ bytes: [UInt8], labels: Set<String>) {
    self.bytes = bytes
    self.labels = labels
    codeEnds = Self.codeEnds(in: bytes)
    steps = bytes.count
  }

  mutating func parse() -> [Inline] {
    while place < bytes.count {
      steps += 1
      if !takeSign() { place += 1 }
    }
    endText()
    closeRuns(after: nil)
    var builder = SpanBuilder(runs: runs)
    steps += bytes.count
    return builder.build(pieces)
  }

  /// Takes what begins at the place if it means something.
  private mutating func takeSign() -> Bool {
    switch bytes[place] {
    case .backslash: takeEscape()
    case .backtick: takeCode()
    case .ampersand: takeEntity()
    case .less: takeTag()
    case .newline: takeBreak()
    case .star, .underscore, .tilde: takeRun()
    case .bang: takeImageStart()
    case .openBracket: takeBracket(isImage: false)
    case .closeBracket: takeBracketEnd()
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"): takeAddress()
    default: false
    }
  }

  /// Puts a piece behind the text before it and goes on behind what it stands for.
  @discardableResult
  mutating func take(_ piece: Piece, upTo end: Int) -> Bool {
    endText()
    pieces.append(piece)
    steps += end - place
    place = end
    textStart = end
    return true
  }

  private mutating func endText() {
    if textStart < place { pieces.append(.text(textStart..<place, bytes)) }
  }

  func byte(_ index: Int) -> UInt8? {
    index >= 0 && index < bytes.count ? bytes[index] : nil
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension InlineParser {
  private mutating func takeEscape() -> Bool {
    guard let next = byte(place + 1) else { return false }
    if next == .newline { return take(.lineBreak, upTo: place + 2) }
    guard next.isSign else { return false }
    return take(.text((place + 1)..<(place + 2), bytes), upTo: place + 2)
  }

  private mutating func takeBreak() -> Bool {
    take(.lineBreak, upTo: place + 1)
  }

  private mutating func takeCode() -> Bool {
    let length = bytes[place...].prefix { $0 == .backtick }.count
    guard let end = codeEnds[place] else {
      // A run that nothing closes is text as a whole.
      return take(.text(place..<(place + length), bytes), upTo: place + length)
    }
    var code = bytes[(place + length)..<end].map { $0 == .newline ? .space : $0 }[...]
    if code.first == .space, code.last == .space, code.contains(where: { $0 != .space }) {
      code = code.dropFirst().dropLast()
    }
    return take(.leaf(.code(String(decoding: code, as: UTF8.self))), upTo: end + length)
  }

  /// For each run of backticks the start of the next one that is as long.
  private static func codeEnds(in bytes: [UInt8]) -> [Int: Int] {
    guard bytes.contains(.backtick) else { return [:] }
    var ends: [Int: Int] = [:]
    var next: [Int: Int] = [:]
    var end = bytes.count
    while end > 0 {
      var start = end
      while start > 0, bytes[start - 1] == .backtick { start -= 1 }
      guard start < end else {
        end -= 1
        continue
      }
      ends[start] = next[end - start]
      next[end - start] = start
      end = start
    }
    return ends
  }
}
