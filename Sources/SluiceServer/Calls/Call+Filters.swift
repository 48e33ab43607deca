internal import SluiceAPI
internal import SluiceCore

extension Call {
  /// What `filter` in the query asks for, `me` being the caller and today the day in UTC.
  ///
  /// Saved views are a person's own and not known here.
  func typedFilter() throws(APIError) -> Filter {
    guard let text = text(inQuery: "filter") else { return .everything }
    let reading = FilterReading(text).knowing(views: SavedViews(), on: nil)
    guard let filter = reading.filter else {
      throw .malformed(
        "query",
        reading.faults.map {
          WireFault("filter[\($0.range.lowerBound)..<\($0.range.upperBound)]", $0.message)
        })
    }
    do throws(FilterFault) {
      return try filter.resolved(me: actor.name, today: now.day)
    } catch {
      throw .malformed("query", [WireFault("filter", error.message)])
    }
  }

  /// The filter that the query and `filter` in it ask for together.
  func narrowed(_ filter: BoardFilter) throws(APIError) -> BoardFilter {
    let typed = try typedFilter()
    guard !typed.isEverything else { return filter }
    return filter.isEverything ? BoardFilter(typed) : filter.and(typed)
  }

  /// How the parameter is described.
  static let filterParameter = QueryParameter(
    "filter", .filter,
    """
    Only those that pass a filter as on the board, such as “priority>=high (label:auth or stale>14d)”: words, \
    assignee:, label:, priority, status:, stage:, gate:, age, stale, due, is:, “-”, “or” and parentheses.
    """)
}
