internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// Looks for events in all that the caller sees, newest first.
///
/// All organizations of a file count their events together, so the lists of several are merged by number.
struct AuditSearch {
  private let sources: [(engine: LocalEngine, query: EventQuery)]

  init(_ call: Call) throws(APIError) {
    let query = try call.auditQuery()
    if let key = call.text(inQuery: "workItemKey") {
      guard let reference = TicketReference(key) else { throw .notFound("work item", key) }
      let place = Access.Place.ticket("workItemKey", within: "domainId")
      let call = try call.at(
        place, key, within: call.text(inQuery: "domainId"), needing: .viewer)
      var query = query
      query.ticket = reference
      sources = [(try call.engine(), query)]
      return
    }
    sources = try call.workPlaces().map { place in
      var query = query
      query.project = place.project.map(ProjectReference.id)
      return (place.engine, query)
    }
  }

  /// So many events at most; a page may be short and yet not the last.
  func page(_ request: PageRequest) throws(APIError) -> Page<Event> {
    var events: [Event] = []
    // Beyond what each list has been read to, another may still hold events that come first.
    var floor: Int64?
    for (engine, query) in sources {
      let part = try translating { () throws(EngineError) in try engine.events(query, request) }
      events += part.items
      if let end = part.nextCursor.flatMap({ Int64($0) }) { floor = max(floor ?? end, end) }
    }
    let known = events.filter { $0.sequence >= floor ?? 0 }.sorted { $0.sequence > $1.sequence }
    let shown = Array(known.prefix(request.limit))
    let end = shown.count < known.count ? shown.last?.sequence : floor
    return Page(items: shown, nextCursor: end.map { "\($0)" })
  }

  /// As many as there are, up to a number; reads no more than ten times as much as that in order to find them.
  func pages(upTo maximum: Int, from cursor: String? = nil) throws(APIError) -> Page<Event> {
    var all = Page<Event>(items: [], nextCursor: cursor)
    var reads = 0
    repeat {
      let rest = PageRequest(limit: maximum - all.items.count, cursor: all.nextCursor)
      let part = try page(rest)
      all = Page(items: all.items + part.items, nextCursor: part.nextCursor)
      reads += 1
    } while all.items.count < maximum && all.nextCursor != nil
      && reads < 10 * maximum / PageRequest.maximumLimit
    return all
  }
}

extension Call {
  fileprivate func auditQuery() throws(APIError) -> EventQuery {
    EventQuery(
      actor: try text(inQuery: "userId").map { (name) throws(APIError) in
        // A user who may come in no more has still done what they did.
        try Account.ID(name).map { (id) throws(APIError) in
          guard let account = try account(id) else { throw .notFound("user", name) }
          return account.handle
        } ?? name
      },
      kinds: Set(
        [text(inQuery: "eventType").flatMap(Event.Kind.init(auditName:))].compactMap(\.self)),
      since: try moment(inQuery: "after"), until: try moment(inQuery: "before"))
  }

  /// A moment of the query.
  private func moment(inQuery name: String) throws(APIError) -> Timestamp? {
    try text(inQuery: name).map { (text) throws(APIError) in try .read(text, name) }
  }
}

extension Timestamp {
  /// A moment as programs write it, or what was expected instead.
  static func read(_ text: String, _ name: String) throws(APIError) -> Timestamp {
    guard let time = Timestamp(text) else {
      throw .malformed("\(name): “\(text)” is not a moment like 2026-03-01T12:00:00Z.")
    }
    return time
  }
}
