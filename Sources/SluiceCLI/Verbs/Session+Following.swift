import Glibc
import SluiceCore

extension Session {
  /// Tells what happens, as it happens, until whoever listens has gone.
  func follow(_ engine: any Engine) throws(Failure) {
    var query = try eventQuery(.oldestFirst(after: 0))
    var place: Int64 = 0
    if query.since == nil {
      let newest = try reporting { () throws(EngineError) in
        try engine.events(EventQuery(), PageRequest(limit: 1)).items.first
      }
      place = newest?.sequence ?? 0
    }
    while true {
      query.order = .oldestFirst(after: place)
      place = try tell(query, from: place, in: engine)
      waitForChange(engine)
    }
  }

  /// Tells all there is beyond a place in history, and answers the place then reached.
  private func tell(
    _ query: EventQuery, from place: Int64, in engine: any Engine
  ) throws(Failure) -> Int64 {
    var place = place
    var cursor: String?
    repeat {
      let request = PageRequest(limit: PageRequest.maximumLimit, cursor: cursor)
      let page = try reporting { () throws(EngineError) in try engine.events(query, request) }
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

  /// Waits until somebody may have changed something, and for a while at most.
  private func waitForChange(_ engine: any Engine) {
    guard let descriptor = engine.changeDescriptor else {
      usleep(500_000)
      return
    }
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&wait, 1, 1_000)
    _ = engine.takeForeignChange()
  }
}
