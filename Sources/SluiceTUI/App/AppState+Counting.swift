import SluiceCore

/// How far what passes the filter has been counted.
struct Tally: Equatable {
  /// What is being counted.
  var query: CountQuery
  var counts: [Status.ID: Int] = [:]
}

extension AppState {
  /// Goes on counting, if the board that was just read has not counted to the end.
  ///
  /// Slices are short and come one after another, so that whatever keys ask for comes in between.
  mutating func beginCounting() -> [Effect] {
    let isCounted = board.columns.allSatisfy { column in
      if case .exactly = column.reading.count { return true }
      return false
    }
    guard !isCounted, !filter.isEverything else {
      board.tally = nil
      return []
    }
    let query = CountQuery(project: .key(board.project.key), filter: filter)
    board.tally = Tally(query: query)
    return [.count(query)]
  }

  mutating func take(
    _ result: Result<CountSlice, EngineError>, _ query: CountQuery
  ) -> [Effect] {
    guard var tally = board.tally, tally.query == query, query.filter == filter else { return [] }
    switch result {
    case .failure(let error):
      // The counts stay what they are: at least so many.
      board.tally = nil
      failReading(error)
      return []
    case .success(let slice):
      tally.counts.merge(slice.counts, uniquingKeysWith: +)
      tally.query.cursor = slice.cursor
      show(tally)
      board.tally = slice.cursor == nil ? nil : tally
      return slice.cursor == nil ? [] : [.count(tally.query)]
    }
  }

  private mutating func show(_ tally: Tally) {
    for index in board.columns.indices {
      let counted = tally.counts[board.columns[index].status] ?? 0
      let known = board.columns[index].reading.count
      board.columns[index].take(
        tally.query.cursor == nil ? .exactly(counted) : .atLeast(max(counted, known.value)))
    }
  }
}

extension ColumnState {
  fileprivate mutating func take(_ count: Count) {
    // What is exact already was told by the board itself.
    guard case .atLeast = reading.count else { return }
    reread { $0.count = count }
  }
}
