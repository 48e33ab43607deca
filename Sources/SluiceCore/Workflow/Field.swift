/// A custom field of a workflow, whose value is kept per ticket.
///
/// Source: OpenIndex, “Custom fields”.
public struct Field: Hashable, Sendable {
  /// What a value of the field looks like.
  public enum Kind: Hashable, Sendable {
    case text
    case number
    case select(options: [String])
    case date

    /// The word used in definitions: `text`, `number`, `select` or `date`.
    public var word: String {
      switch self {
      case .text: "text"
      case .number: "number"
      case .select: "select"
      case .date: "date"
      }
    }
  }

  /// Unique within the workflow.
  public let key: String
  /// The heading for people.
  public var name: String
  /// What a value looks like.
  public var kind: Kind

  /// A field with its parts.
  public init(key: String, name: String, kind: Kind) {
    self.key = key
    self.name = name
    self.kind = kind
  }
}
