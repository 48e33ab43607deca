/// An extent in columns and rows, never negative.
public struct Size: Hashable, Sendable {
  /// No extent.
  public static let zero = Size(columns: 0, rows: 0)

  /// The number of columns.
  public let columns: Int

  /// The number of rows.
  public let rows: Int

  /// Creates an extent; negative values become zero, huge ones ``Point/limit``.
  public init(columns: Int, rows: Int) {
    self.columns = min(max(columns, 0), Point.limit)
    self.rows = min(max(rows, 0), Point.limit)
  }

  /// Whether the extent holds no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }
}
