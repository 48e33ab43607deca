import SluiceCore

/// How far what passes the filter has been counted.
struct Tally: Equatable {
  /// What is being counted.
  var query: CountQuery
  var counts: [Status.ID: Int] = [:]
  /// Whether the board has changed since this was begun.
  var isOutdated = false
  /// Whether it is counted once more what was counted while the board changed.
  var isAgain = false

  init(_ query: CountQuery, isAgain: Bool = false) {
    self.query = query
    self.isAgain = isAgain
  }

  /// What asks for the first slice.
  var beginning: CountQuery { CountQuery(project: query.project, filter: query.filter) }
}

extension AppState {
  /// Goes on counting, if the board that was just read has not counted to the end.
  ///
  /// Slices are short and come one after another, so that whatever keys ask for comes in between. What is under
  /// way goes on: were it begun anew with each change that others make, it might never come to its end.
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
    if var tally = board.tally, tally.beginning == query {
      tally.isOutdated = true
      board.tally = tally
      show(tally)
      return []
    }
    board.tally = Tally(query)
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
      board.tally = slice.cursor == nil ? tally.next : tally
      return board.tally.map { [.count($0.query)] } ?? []
    }
  }

  private mutating func show(_ tally: Tally) {
    for index in board.columns.indices {
      let counted = tally.counts[board.columns[index].status] ?? 0
      let known = board.columns[index].reading.count
      board.columns[index].take(
        tally.query.cursor == nil ? .exactly(counted) : .atLeast(max(counted, known.value)),
        isLast: tally.isLast)
    }
  }
}

extension Tally {
  /// Whether all is counted, on a board that has not changed meanwhile.
  fileprivate var isLast: Bool { isAgain && !isOutdated && query.cursor == nil }

  /// What is to be counted after its end, if the board has changed meanwhile.
  fileprivate var next: Tally? { isOutdated ? Tally(beginning, isAgain: true) : nil }
}

extension ColumnState {
  fileprivate mutating func take(_ count: Count, isLast: Bool) {
    // What is exact already was told by the board itself, or counted while the board changed.
    if case .exactly = reading.count, !isLast { return }
    reread { $0.count = count }
  }
}
