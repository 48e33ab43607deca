/// One state a ticket can be in.
public struct Status: Hashable, Sendable {
  /// The stable number of a status within its workflow; a rename keeps it.
  public struct ID: Hashable, Comparable, Sendable {
    /// Counts from 1 in the order in which statuses were first defined.
    public let number: Int

    /// The id with that number.
    public init(_ number: Int) {
      self.number = number
    }

    /// Where a deleted ticket is: in no status of any workflow.
    public static let nowhere = ID(0)

    /// Whether `left` was defined first.
    public static func < (left: ID, right: ID) -> Bool {
      left.number < right.number
    }
  }

  /// The stable id.
  public let id: ID
  /// Unique within the workflow, compared letter for letter.
  public var name: String
  /// What the status means.
  public var category: Category
  /// How many tickets the status should hold at most; `nil` for no limit.
  ///
  /// Source: rule 3d.
  public var wipLimit: Int?

  /// A status with its parts.
  public init(id: ID, name: String, category: Category, wipLimit: Int? = nil) {
    self.id = id
    self.name = name
    self.category = category
    self.wipLimit = wipLimit
  }
}
