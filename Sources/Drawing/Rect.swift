/// A rectangle of cells: what a view is given to draw in.
public struct Rect: Hashable, Sendable {
  /// A rectangle without cells.
  public static let zero = Rect(origin: .zero, size: .zero)

  /// The top left cell.
  public let origin: Point

  /// The extent.
  public let size: Size

  /// Creates a rectangle from its corner and its extent.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Creates a rectangle from four numbers; negative extents become empty ones.
  public init(left: Int, top: Int, columns: Int, rows: Int) {
    self.init(
      origin: Point(column: left, row: top), size: Size(columns: columns, rows: rows))
  }

  /// Creates the rectangle that covers a whole canvas of `size`.
  public init(_ size: Size) {
    self.init(origin: .zero, size: size)
  }

  /// The leftmost column.
  public var left: Int { origin.column }

  /// The topmost row.
  public var top: Int { origin.row }

  /// The column just past the rightmost one.
  public var right: Int { origin.column + size.columns }

  /// The row just past the bottom one.
  public var bottom: Int { origin.row + size.rows }

  /// The number of columns.
  public var columns: Int { size.columns }

  /// The number of rows.
  public var rows: Int { size.rows }

  /// Whether the rectangle holds no cell.
  public var isEmpty: Bool { size.isEmpty }

  /// Whether the cell at `point` lies inside.
  public func contains(_ point: Point) -> Bool {
    point.column >= left && point.column < right && point.row >= top && point.row < bottom
  }

  /// The cells both rectangles share; empty when they share none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(left, other.left)
    let top = max(top, other.top)
    return Rect(
      left: left, top: top,
      columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
  }
}
