/// Where tickets go when their statuses are no more: names of statuses, former to new.
///
/// Source: rule 5.
public struct StatusMapping: Hashable, Sendable {
  /// The new name by the former one.
  public var names: [String: String]
  /// Whether what `names` leaves open is filled by name, then by category.
  public var takesSuggestions: Bool

  /// A mapping with its parts; by default it says nothing.
  public init(_ names: [String: String] = [:], takesSuggestions: Bool = false) {
    self.names = names
    self.takesSuggestions = takesSuggestions
  }
}
