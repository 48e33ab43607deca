public import SluiceCore

extension Page {
  /// The page of a list as Alloy's guide shows it.
  public func json(_ item: (Item) -> JSONValue) -> JSONValue {
    .object([
      "items": .array(items.map(item)), "next_cursor": .optional(nextCursor),
      "has_more": .bool(nextCursor != nil),
    ])
  }

  /// The page of a list as OpenIndex's routes write it.
  public func camelJSON(_ item: (Item) -> JSONValue) -> JSONValue {
    .object([
      "items": .array(items.map(item)), "nextCursor": .optional(nextCursor),
      "hasMore": .bool(nextCursor != nil),
    ])
  }
}
