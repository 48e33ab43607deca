internal import SluiceAPI
internal import SluiceCore

extension Call {
  /// A page that is gathered from several lists, one after another.
  ///
  /// - Parameters:
  /// - places: What has a list of its own, in a lasting order.
  /// - name: Names a place in cursors, without a colon.
  /// - read: A page of the list of a place; it may be short and yet not the last.
  func gathered<Place, Item>(
    from places: [Place], _ name: (Place) -> String,
    _ read: (Place, PageRequest) throws(APIError) -> Page<Item>
  ) throws(APIError) -> Page<Item> {
    var (index, inner) = try start(in: places.map(name))
    var items: [Item] = []
    for _ in 0..<Self.maximumReads {
      guard index < places.count else { return Page(items: items) }
      guard items.count < page.limit else { break }
      let part = try read(
        places[index], PageRequest(limit: page.limit - items.count, cursor: inner))
      items += part.items
      inner = part.nextCursor
      if inner == nil { index += 1 }
    }
    guard index < places.count else { return Page(items: items) }
    return Page(items: items, nextCursor: "\(name(places[index])):\(inner ?? "")")
  }

  /// How many lists, or pages of them, one request reads at most.
  private static let maximumReads = 50

  private func start(in names: [String]) throws(APIError) -> (index: Int, cursor: String?) {
    guard let cursor = page.cursor else { return (0, nil) }
    let parts = cursor.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let index = names.firstIndex(of: String(parts[0])) else {
      throw .malformed("“\(cursor)” is not a cursor; start again without one.")
    }
    return (index, parts[1].isEmpty ? nil : String(parts[1]))
  }

  /// The domains that the caller sees, by key; so many at most as one list goes through.
  func seenDomains() throws(APIError) -> [PlacedProject] {
    var found: [PlacedProject] = []
    var cursor: String?
    repeat {
      let part = try visibleProjects(
        PageRequest(limit: PageRequest.maximumLimit, cursor: cursor))
      found += part.items
      cursor = part.nextCursor
    } while cursor != nil && found.count < Self.maximumDomains
    return found
  }

  private static let maximumDomains = 5_000
}
