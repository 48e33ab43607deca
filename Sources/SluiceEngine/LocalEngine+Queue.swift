public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// The unfinished tickets that an agent may claim, the most urgent and longest waiting first.
  ///
  /// Where much stands in between that no agent may claim, a page may be short and yet not the last.
  public func available(
    _ query: QueueQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    let place = try page.cursor.map { (text) throws(EngineError) in
      guard let place = QueuePlace(text) else { throw .badCursor(text) }
      return place
    }
    return try reading { (store) throws(EngineError) in
      let projects = try store.projects(of: query)
      let (found, next) = try store.available(in: projects, beyond: place, limit: page.limit)
      return Page(items: found.map(\.ticket), nextCursor: next?.text)
    }
  }

  /// The unfinished tickets that an agent has claimed, by key.
  public func claimed(
    by agent: String, _ query: QueueQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    let cursor = try page.number() ?? 0
    return try reading { (store) throws(EngineError) in
      let project = try query.project.map { (reference) throws(EngineError) in
        try store.existing(reference).row
      }
      let found = try store.claimed(
        by: agent, in: project, after: cursor, limit: page.limit + 1)
      let shown = found.prefix(page.limit)
      return Page(
        items: shown.map(\.ticket),
        nextCursor: found.count > page.limit ? shown.last.map { "\($0.row.id)" } : nil)
    }
  }
}

extension Store {
  /// The projects of a query: the one it names, or all.
  fileprivate func projects(of query: QueueQuery) throws(EngineError) -> [StoredProject] {
    if let reference = query.project { return [try existing(reference)] }
    var found: [StoredProject] = []
    var part: [StoredProject]
    repeat {
      part = try projects(
        after: found.last?.project.key.text ?? "", limit: PageRequest.maximumLimit)
      found += part
    } while part.count == PageRequest.maximumLimit
    return found
  }
}
