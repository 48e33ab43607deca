/// What a text is cut into before spans are known.
enum Piece {
  case text(Range<Int>, [UInt8])
  /// A part that is whole already.
  case leaf(Inline)
  case lineBreak
  /// A run of delimiters by its number.
  case run(Int)
  /// A bracket, which is text unless it opens a span.
  case open(Span?, text: String)
  /// The end of the span that was opened last.
  case close
}

/// What holds parts.
enum Span {
  case emphasis
  case strong
  case struck
  case link(Inline.Target)
  case image(Inline.Target)

  func holding(_ parts: [Inline]) -> Inline {
    switch self {
    case .emphasis: .emphasis(parts)
    case .strong: .strong(parts)
    case .struck: .struck(parts)
    case .link(let target): .link(parts, target)
    case .image(let target): .image(parts, target)
    }
  }
}

/// A bracket that may turn out to open a link.
struct Bracket {
  /// Its place among the pieces.
  let piece: Int
  /// Where its text begins.
  let start: Int
  let isImage: Bool
  /// The last run before it.
  let lastRun: Int?
}
