/// A cell position on a canvas, counted from the top left corner at (0, 0).
///
/// Coordinates may be negative or lie outside the canvas; drawing clips. They are held within
/// ±``limit`` so that no arithmetic on them can overflow.
public struct Point: Hashable, Sendable {
  /// The farthest coordinate and the largest extent that geometry keeps.
  public static let limit = 1 << 24

  /// The top left corner.
  public static let zero = Point(column: 0, row: 0)

  /// The column, from the left.
  public let column: Int

  /// The row, from the top.
  public let row: Int

  /// Creates a position; coordinates beyond ±``limit`` are held at it.
  public init(column: Int, row: Int) {
    self.column = min(max(column, -Point.limit), Point.limit)
    self.row = min(max(row, -Point.limit), Point.limit)
  }

  /// The position moved right and down.
  public func moved(columns: Int = 0, rows: Int = 0) -> Point {
    // Either operand may be extreme, so each is held before the sum.
    let offset = Point(column: columns, row: rows)
    return Point(column: column + offset.column, row: row + offset.row)
  }
}
