/// The smallest part of text that is drawn or left out as a whole.
struct TextPiece {
  enum Glyph {
    case scalar(UInt32)
    case cluster(String)
  }

  var glyph: Glyph
  /// Columns taken, 1 or 2.
  var width: Int
  /// Whether terminals disagree about the columns.
  var isDisputed = false
}

extension TextPiece {
  /// Cuts text that is safe to show into pieces.
  static func cutting(_ visible: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    for character in visible {
      append(character, to: &pieces)
    }
    return pieces
  }

  private static func append(_ character: Character, to pieces: inout [TextPiece]) {
    let scalars = character.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first {
      let width = max(1, DisplayWidth.columns(of: scalar))
      pieces.append(
        TextPiece(
          glyph: .scalar(scalar.value), width: width,
          isDisputed: DisplayWidth.isDisputed(scalar)))
    } else if isPicture(scalars) {
      pieces.append(TextPiece(glyph: .cluster(String(character)), width: 2, isDisputed: true))
    } else {
      appendLetters(scalars, to: &pieces)
    }
  }

  /// Whether a cluster is an emoji sequence, a flag or a keycap: two columns, whatever its length.
  private static func isPicture(_ scalars: String.UnicodeScalarView) -> Bool {
    let startsAsEmoji = scalars.first?.properties.isEmoji ?? false
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0xFE0F, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: true
      case 0x200D: startsAsEmoji
      default: false
      }
    }
  }

  /// Cuts a cluster of letters before each letter that takes columns of its own, because Unicode
  /// joins any number of Indic consonants into one cluster but a cell has two columns at most.
  private static func appendLetters(
    _ scalars: String.UnicodeScalarView, to pieces: inout [TextPiece]
  ) {
    var cluster = String.UnicodeScalarView()
    var width = 0
    for scalar in scalars {
      let columns = DisplayWidth.columns(of: scalar)
      if columns > 0, width > 0, !scalar.isMark {
        pieces.append(letters(cluster, width: width))
        cluster = String.UnicodeScalarView()
        width = 0
      }
      cluster.append(scalar)
      width += columns
    }
    pieces.append(letters(cluster, width: width))
  }

  /// A part of a cluster; a terminal may draw all parts in the first one's place.
  private static func letters(_ part: String.UnicodeScalarView, width: Int) -> TextPiece {
    let isSingle = part.count == 1
    return TextPiece(
      glyph: part.first.flatMap { isSingle ? .scalar($0.value) : nil } ?? .cluster(String(part)),
      width: min(max(width, 1), 2), isDisputed: true)
  }
}
