/// One column of one row: a glyph, how it is styled and how many columns it takes.
///
/// Eight bytes without padding, so that rows compare as memory. The glyph is a Unicode scalar, or the
/// index of a cluster of several scalars in the canvas that holds the cell.
public struct Cell: Hashable, Sendable {
  /// A blank of plain style.
  public static let blank = Cell(scalar: " ", style: .plain, width: 1)

  static let clusterTag: UInt32 = 1 << 31

  var glyph: UInt32
  var packedStyle: UInt16

  /// The columns the glyph takes, 1 or 2; 0 marks the right half of a wide glyph.
  public internal(set) var width: UInt8

  /// Whether terminals disagree about the columns of the glyph.
  let isDisputed: Bool

  /// How the cell is styled.
  public var style: Style { Style(packed: packedStyle) }

  /// Whether the cell shows nothing but its background.
  public var isBlank: Bool { glyph == 0x20 }

  /// Whether the cell is the right half of the glyph to its left.
  public var isContinuation: Bool { width == 0 }

  init(glyph: UInt32, packedStyle: UInt16, width: UInt8, isDisputed: Bool = false) {
    self.glyph = glyph
    self.packedStyle = packedStyle
    self.width = width
    self.isDisputed = isDisputed
  }

  init(scalar: Unicode.Scalar, style: Style, width: UInt8) {
    self.init(glyph: scalar.value, packedStyle: style.packed, width: width)
  }

  static func blank(_ packedStyle: UInt16) -> Cell {
    Cell(glyph: 0x20, packedStyle: packedStyle, width: 1)
  }

  static func continuation(_ packedStyle: UInt16) -> Cell {
    Cell(glyph: 0, packedStyle: packedStyle, width: 0)
  }
}
