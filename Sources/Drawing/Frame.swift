/// One whole picture of the screen: a canvas and where the hardware cursor stands on it.
public struct Frame: Equatable, Sendable {
  /// The cells.
  public var canvas: Canvas

  /// Where the terminal's cursor stands, or `nil` to hide it.
  ///
  /// Screen readers follow it, so it belongs on what has the focus.
  public var cursor: Point?

  /// Creates a frame from a canvas and a cursor.
  public init(canvas: Canvas, cursor: Point? = nil) {
    self.canvas = canvas
    self.cursor = cursor
  }

  /// Creates a blank frame.
  public init(size: Size) {
    self.init(canvas: Canvas(size: size))
  }

  /// The extent of the canvas.
  public var size: Size { canvas.size }
}
