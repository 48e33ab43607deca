public import SluiceCore

extension Page {
  /// The page of a list as Alloy's guide shows it.
  public func json(_ item: (Item) -> JSONValue) -> JSONValue {
    .object([
      "items": .array(items.map(item)), "next_cursor": .optional(nextCursor),
      "has_more": .bool(nextCursor != nil),
    ])
  }
}
