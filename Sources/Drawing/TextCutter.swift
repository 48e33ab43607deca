/// Cuts text that is safe to show into pieces.
struct TextCutter {
  private(set) var pieces: [TextPiece] = []
  private(set) var clusters: [String] = []

  init(_ visible: String) {
    for character in visible {
      append(character)
    }
  }

  private mutating func append(_ character: Character) {
    let scalars = character.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first {
      pieces.append(
        TextPiece(
          glyph: scalar.value, width: max(1, DisplayWidth.columns(of: scalar)),
          isDisputed: DisplayWidth.isDisputed(scalar)))
    } else if TextCutter.isPicture(scalars) {
      append(String(character), width: 2)
    } else {
      appendLetters(scalars)
    }
  }

  /// Whether a cluster is an emoji sequence, a flag or a keycap: two columns, whatever its length.
  private static func isPicture(_ scalars: String.UnicodeScalarView) -> Bool {
    let startsAsEmoji = scalars.first?.properties.isEmoji ?? false
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0xFE0F, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF, 0xE007F: true
      case 0x200D: startsAsEmoji
      default: false
      }
    }
  }

  /// Cuts a cluster of letters before each letter that takes columns of its own, because Unicode
  /// joins any number of Indic consonants into one cluster but a cell has two columns at most.
  private mutating func appendLetters(_ scalars: String.UnicodeScalarView) {
    guard DisplayWidth.isDisputed(scalars) else {
      let width = scalars.first.map(DisplayWidth.columns(of:)) ?? 1
      return append(String(scalars), width: width, isDisputed: false)
    }
    var part = String.UnicodeScalarView()
    var width = 0
    for scalar in scalars {
      let columns = DisplayWidth.columns(of: scalar)
      if columns > 0, width > 0, !scalar.isMark {
        append(String(part), width: width)
        part = String.UnicodeScalarView()
        width = 0
      }
      part.append(scalar)
      width += columns
    }
    append(String(part), width: width)
  }

  /// A cluster or a part of one; a terminal may draw all parts in the first one's place.
  private mutating func append(_ text: String, width: Int, isDisputed: Bool = true) {
    let scalars = text.unicodeScalars
    var glyph = Cell.clusterTag | UInt32(clusters.count)
    if scalars.count == 1, let scalar = scalars.first {
      glyph = scalar.value
    } else {
      clusters.append(text)
    }
    pieces.append(TextPiece(glyph: glyph, width: min(max(width, 1), 2), isDisputed: isDisputed))
  }
}
