import Glibc
import SluiceAPI
import SluiceCore

extension Session {
  /// Refuses options that name an end, or a page, of what has none.
  func requireEndless() throws(Failure) {
    for option in [Option.limit, .cursor, .until] where invocation.has(option) {
      throw .usage(
        "--\(option.name) is for pages; what --follow tells does not end.", next: helpCommand)
    }
  }

  /// Tells what happens, as it happens, until whoever listens has gone.
  func follow(_ engine: any Engine) throws(Failure) {
    let query = try eventQuery(.oldestFirst(after: 0))
    var place = query.since == nil ? try newestPlace(in: engine) : 0
    while true {
      place = try tellNews(query, beyond: place, in: engine)
      guard waitForChange(engine) else { return }
    }
  }

  /// Tells what has happened beyond a place in history, and answers the place that was looked up to: also what
  /// is not asked for need not be looked at again.
  func tellNews(
    _ query: EventQuery, beyond place: Int64, in engine: any Engine
  ) throws(Failure) -> Int64 {
    let newest = try newestPlace(in: engine)
    var query = query
    query.order = .oldestFirst(after: place)
    return max(try tell(query, from: place, in: engine), newest)
  }

  private func newestPlace(in engine: any Engine) throws(Failure) -> Int64 {
    let newest = try reporting { () throws(EngineError) in
      try engine.events(EventQuery(), PageRequest(limit: 1)).items.first
    }
    return newest?.sequence ?? 0
  }

  /// Tells all there is beyond a place in history, and answers the place then reached.
  private func tell(
    _ query: EventQuery, from place: Int64, in engine: any Engine
  ) throws(Failure) -> Int64 {
    var place = place
    var cursor: String?
    repeat {
      let request = PageRequest(limit: PageRequest.maximumLimit, cursor: cursor)
      let page = try events(query, request, of: engine)
      for event in page.items {
        if isJSON { try print(line: event.json) } else { try print(event.line) }
        place = event.sequence
      }
      cursor = page.nextCursor
      if let passed = cursor.flatMap({ Int64($0) }) { place = max(place, passed) }
    } while cursor != nil
    try host.output.flush()
    return place
  }

  /// Waits until somebody may have changed something, and for a while at most; answers whether anyone still
  /// listens.
  private func waitForChange(_ engine: any Engine) -> Bool {
    // A descriptor below 0 is passed over, and a reader that has gone is told of unasked.
    var waits = [
      pollfd(fd: engine.changeDescriptor ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: 1, events: 0, revents: 0),
    ]
    poll(&waits, nfds_t(waits.count), engine.changeDescriptor == nil ? 500 : 1_000)
    _ = engine.takeForeignChange()
    return waits[1].revents & Int16(POLLERR | POLLHUP) == 0
  }
}
