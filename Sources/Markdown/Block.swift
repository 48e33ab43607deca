/// A part of a document that has lines of its own.
public indirect enum Block: Equatable, Sendable {
  case paragraph([Inline])
  /// A heading of level 1 to 6.
  case heading(level: Int, [Inline])
  /// Code with its line breaks; `language` is what stands behind the fence, perhaps nothing.
  case code(String, language: String)
  case quote([Block])
  case list(List)
  case table(Table)
  /// HTML, as it was written.
  case html(String)
  /// A line across.
  case rule
  /// Where a link leads whose text names only a label.
  case definition(Definition)

  /// Items below one another.
  public struct List: Equatable, Sendable {
    /// The number of the first item; `nil` where they have no numbers.
    public let start: Int?
    /// Whether blank lines stand between items.
    public let isLoose: Bool
    /// The items, from the top.
    public let items: [Item]
  }

  /// One item of a list.
  public struct Item: Equatable, Sendable {
    /// Whether it is done; `nil` where it is no task.
    public let isDone: Bool?
    /// What it says.
    public let blocks: [Block]
  }

  /// Cells in rows.
  public struct Table: Equatable, Sendable {
    /// On which side of its column a text stands.
    public enum Alignment: Equatable, Sendable {
      case leading
      case center
      case trailing
    }

    /// One for each column.
    public let alignments: [Alignment]
    /// The headings of the columns.
    public let header: [[Inline]]
    /// The rows below it; each has at most as many cells as there are columns, perhaps fewer.
    public let rows: [[[Inline]]]
  }
}
