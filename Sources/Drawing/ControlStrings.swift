/// The byte strings that make one terminal do what the encoder needs, as its terminfo entry has them.
public struct ControlStrings: Sendable {
  /// The string that starts one attribute and the one that ends it, if there is one.
  public struct AttributeStrings: Sendable {
    /// The attribute.
    public var attribute: Attributes

    /// Starts it.
    public var start: [UInt8]

    /// Ends it (and, for bold and dim, the other of the two); empty if only a reset does.
    public var end: [UInt8]

    /// Creates the strings of one attribute.
    public init(_ attribute: Attributes, start: [UInt8], end: [UInt8]) {
      self.attribute = attribute
      self.start = start
      self.end = end
    }
  }

  /// Clears the screen and homes the cursor.
  public var clear: [UInt8]

  /// Erases from the cursor to the end of its line; empty if the terminal cannot.
  public var eraseToEndOfLine: [UInt8]

  /// The string that erases so many cells from the cursor on; `nil` if the terminal cannot.
  public var eraseCells: (@Sendable (_ count: Int) -> [UInt8])?

  /// The string that puts the cursor at a column and row counted from 0; `nil` means `CSI row ; column H`, and
  /// that the other ANSI motions work too.
  public var address: (@Sendable (_ column: Int, _ row: Int) -> [UInt8])?

  /// Hides the cursor.
  public var hideCursor: [UInt8]

  /// Shows it.
  public var showCursor: [UInt8]

  /// Ends all attributes and colours.
  public var reset: [UInt8]

  /// The attributes the terminal has.
  public var attributes: [AttributeStrings]

  /// The string that sets the foreground to an indexed colour.
  public var foreground: @Sendable (UInt8) -> [UInt8]

  /// The string that sets the background to an indexed colour.
  public var background: @Sendable (UInt8) -> [UInt8]

  /// Returns the foreground to the terminal's own; empty if only a reset does.
  public var standardForeground: [UInt8]

  /// Returns the background to the terminal's own; empty if only a reset does.
  public var standardBackground: [UInt8]

  /// How many indexed colours there are: 8, 16 or 256.
  public var colors: Int

  /// Whether erasing leaves the current background instead of the terminal's own.
  public var erasesWithBackground: Bool

  /// Whether the last cell of the last row can be written without scrolling.
  public var fillsLastCell: Bool

  /// Creates a set of strings.
  public init(
    clear: [UInt8], eraseToEndOfLine: [UInt8],
    eraseCells: (@Sendable (_ count: Int) -> [UInt8])?,
    address: (@Sendable (_ column: Int, _ row: Int) -> [UInt8])?,
    hideCursor: [UInt8], showCursor: [UInt8], reset: [UInt8], attributes: [AttributeStrings],
    foreground: @escaping @Sendable (UInt8) -> [UInt8],
    background: @escaping @Sendable (UInt8) -> [UInt8],
    standardForeground: [UInt8], standardBackground: [UInt8], colors: Int,
    erasesWithBackground: Bool, fillsLastCell: Bool
  ) {
    self.clear = clear
    self.eraseToEndOfLine = eraseToEndOfLine
    self.eraseCells = eraseCells
    self.address = address
    self.hideCursor = hideCursor
    self.showCursor = showCursor
    self.reset = reset
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
    self.standardForeground = standardForeground
    self.standardBackground = standardBackground
    self.colors = colors
    self.erasesWithBackground = erasesWithBackground
    self.fillsLastCell = fillsLastCell
  }
}
