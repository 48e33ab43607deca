internal import HTTPServer
internal import SluiceCore
internal import SluiceEngine

/// The followers, and up to where in history they were told.
struct EventFeed {
  /// How many events are read in one go.
  private static let run = 500

  private let engine: LocalEngine
  private let directory: Directory
  private var sight: EventSight
  private var subscribers: [Subscriber] = []

  init(_ engine: LocalEngine, _ book: Book) {
    self.engine = engine
    directory = book.directory
    sight = EventSight(book)
  }

  var isEmpty: Bool { subscribers.isEmpty }

  mutating func add(_ tickets: [EventHub.SubscriberTicket]) {
    subscribers += tickets.map {
      Subscriber(
        $0.stream, $0.caller, credential: $0.credential, organization: $0.organization,
        project: $0.project, position: $0.position)
    }
  }

  /// Tells everyone the next run of events, on the desk's chair.
  ///
  /// - Returns: Whether there may be more.
  mutating func tell(at now: Timestamp) -> Bool {
    // Also empties the descriptor that told of it.
    _ = engine.takeForeignChange()
    subscribers.removeAll { !$0.stream.isOpen }
    do {
      if sight.refresh(at: now) { try dismiss(at: now) }
      try begin()
      let places = subscribers.compactMap(\.position)
      guard let newest = places.max(), let oldest = places.min() else { return false }
      // Who comes back from far behind does not hold up those who are up to date.
      let hasMore = try tell(after: newest, at: now)
      guard oldest < newest else { return hasMore }
      if try tell(after: oldest, at: now) { return true }
      for subscriber in subscribers {
        subscriber.position = max(subscriber.position ?? newest, newest)
      }
      return hasMore
    } catch {
      // The file cannot be read now; the next look may do better.
      return false
    }
  }

  /// Ends all streams.
  mutating func end() {
    for subscriber in subscribers { subscriber.stream.finish() }
    subscribers = []
  }

  private mutating func dismiss(at now: Timestamp) throws(APIError) {
    var kept: [Subscriber] = []
    for subscriber in subscribers {
      if try sight.admits(subscriber, at: now) {
        kept.append(subscriber)
      } else {
        subscriber.stream.send(EventText.comment("The token is worth nothing any more."))
        subscriber.stream.finish()
      }
    }
    subscribers = kept
  }

  /// Tells those who have just come from where on they hear everything.
  private func begin() throws(APIError) {
    guard subscribers.contains(where: { !$0.hasBegun }) else { return }
    let newest = try translating { () throws(EngineError) in try directory.newestSequence() }
    for subscriber in subscribers where !subscriber.hasBegun {
      // A place that history has not reached is one of another file.
      let position = min(subscriber.position ?? newest, newest)
      subscriber.position = position
      subscriber.hasBegun = true
      subscriber.stream.send(EventText.start(at: position))
    }
  }

  /// Tells a run of events to those who were told up to its beginning, or further.
  private mutating func tell(after place: Int64, at now: Timestamp) throws(APIError) -> Bool {
    let items = try translating { () throws(EngineError) in
      try directory.feed(after: place, limit: Self.run)
    }
    let followers = subscribers.filter { ($0.position ?? .max) >= place }
    for item in items {
      var bytes: [UInt8]?
      for subscriber in followers where subscriber.isBefore(item) {
        subscriber.position = item.event.sequence
        guard subscriber.wants(item), try sight.shows(item, to: subscriber.caller, at: now) else {
          continue
        }
        let text = bytes ?? EventText.bytes(of: item)
        bytes = text
        subscriber.stream.send(text)
      }
    }
    return items.count == Self.run
  }
}
