public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// The remarks on a ticket, newest first.
  public func comments(
    on reference: TicketReference, _ page: PageRequest
  ) throws(EngineError) -> Page<Comment> {
    let place = try page.commentPlace()
    return try reading { (store) throws(EngineError) in
      let ticket = try store.existing(reference).row
      let found = try store.comments(on: ticket, before: place, limit: page.limit + 1)
      let shown = found.prefix(page.limit)
      let last = found.count > page.limit ? shown.last : nil
      return Page(
        items: shown.map(\.comment),
        nextCursor: last.map { "\($0.comment.at.milliseconds).\($0.row)" })
    }
  }
}

extension PageRequest {
  /// The cursor of a list of remarks: moment and row of the last one shown.
  fileprivate func commentPlace() throws(EngineError) -> (at: Timestamp, row: Int64)? {
    guard let cursor else { return nil }
    let parts = cursor.split(separator: ".").compactMap { Int64($0) }
    guard parts.count == 2 else { throw .badCursor(cursor) }
    return (Timestamp(milliseconds: parts[0]), parts[1])
  }
}
