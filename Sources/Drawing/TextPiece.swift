/// The smallest part of text that is drawn or left out as a whole.
struct TextPiece {
  /// A scalar, or the number of a cluster the reader holds, told apart as in ``Cell``.
  var glyph: UInt32
  /// Columns taken, 1 or 2.
  var width: Int
  /// Whether terminals disagree about the columns.
  var isDisputed = false

  var isBlank: Bool { glyph == 0x20 }
}
