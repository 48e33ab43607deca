internal import SluiceCore

extension Page: WireValue where Item: WireValue {}

/// A page as Alloy's guide shows it.
extension Page: WireRecord where Item: WireValue {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(items: try parts.read("items"), nextCursor: try parts.optional("next_cursor"))
    let hasMore: Bool? = try parts.optional("has_more")
    if let hasMore, hasMore != (nextCursor != nil) {
      throw WireFault("has_more", "Expected what “next_cursor” says.")
    }
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("items", items)
    writer.member("next_cursor", nullable: nextCursor)
    writer.member("has_more", nextCursor != nil)
  }
}
