import SluiceAPI
import SluiceCore

extension Verb {
  static let eventList = Verb(
    words: ["event", "list"], aliases: ["log"],
    summary: "Tells who did what when, newest first; or as it happens.",
    examples: [
      "sluice event list --project OPS --limit 20",
      "sluice event list --ticket OPS-42 --json",
      "sluice event list --type ticket.moved --since 2026-01-01",
      "timeout 1 sluice event list --follow --json",
    ],
    options: [.ticket, .actorName, .type, .since, .until, .limit, .cursor, .follow],
    notes: [
      """
      With --json a page is {"items": […]}; with --follow every event is one line. Following begins
      with what happens next, or with --since at that moment, and ends when it is stopped.
      """
    ],
    run: { session throws(Failure) in
      let engine = try session.engine()
      if session.invocation.has(.follow) {
        try session.requireEndless()
        return try session.follow(engine)
      }
      let query = try session.eventQuery(.newestFirst)
      let request = session.page
      let page = try session.events(query, request, in: engine)
      if session.isJSON { return try session.print(page) { $0.json } }
      if page.items.isEmpty { try session.note("No events.") }
      for event in page.items { try session.print(event.line) }
      if let cursor = page.nextCursor { try session.note("There are more: --cursor \(cursor)") }
    })

  static let ticketHistory = Verb(
    words: ["ticket", "history"], summary: "Tells what has happened to a ticket, newest first.",
    examples: ["sluice ticket history OPS-42", "sluice ticket history OPS-42 --json --limit 5"],
    operands: [.ticket], options: [.limit, .cursor],
    run: { session throws(Failure) in
      let reference = try session.ticketReference(session.invocation.operands[0])
      let engine = try session.engine()
      let request = session.page
      let page = try session.history(of: reference, request, in: engine)
      if session.isJSON { return try session.print(page) { $0.json } }
      for event in page.items { try session.print(event.line) }
      if let cursor = page.nextCursor { try session.note("There are more: --cursor \(cursor)") }
    })
}

extension Session {
  func eventQuery(_ order: EventQuery.Order) throws(Failure) -> EventQuery {
    var query = EventQuery(order, actor: invocation[.actorName])
    query.project = try invocation[.project].map { (text) throws(Failure) in
      try projectReference(text)
    }
    query.ticket = try invocation[.ticket].map { (text) throws(Failure) in
      try ticketReference(text)
    }
    query.kinds = Set(invocation.all(.type).compactMap(Event.Kind.init(rawValue:)))
    query.since = try moment(.since)
    query.until = try moment(.until)
    return query
  }

  /// A page that is filled from several short ones, as narrow queries give them.
  fileprivate func events(
    _ query: EventQuery, _ request: PageRequest, in engine: any Engine
  ) throws(Failure) -> Page<Event> {
    var page = Page<Event>(items: [], nextCursor: request.cursor)
    repeat {
      let rest = PageRequest(limit: request.limit - page.items.count, cursor: page.nextCursor)
      let part = try events(query, rest, of: engine)
      page = Page(items: page.items + part.items, nextCursor: part.nextCursor)
    } while page.items.count < request.limit && page.nextCursor != nil
    return page
  }

  /// A page of history, or why there is none of the ticket that the query names.
  func events(
    _ query: EventQuery, _ request: PageRequest, of engine: any Engine
  ) throws(Failure) -> Page<Event> {
    do {
      return try engine.events(query, request)
    } catch {
      guard let ticket = query.ticket else { throw Failure(error) }
      throw absence(of: ticket, error, in: engine)
    }
  }

  /// The moment that an option names: a day, or a time.
  func moment(_ option: Option) throws(Failure) -> Timestamp? {
    guard let text = invocation[option] else { return nil }
    if let time = Timestamp(reading: text) ?? Timestamp(reading: text + "T00:00:00Z") {
      return time
    }
    throw .usage(
      "--\(option.name) needs a day as YYYY-MM-DD or a time as YYYY-MM-DDTHH:MM:SSZ, not “\(text)”.",
      next: invocation.verb.name + " --help")
  }
}

extension Option {
  fileprivate static let ticket = Option("ticket", "TICKET", "only those of a ticket", .ticket)
  fileprivate static let actorName = Option(
    "actor", "NAME", "only those by that person", .person())
  fileprivate static let type = Option(
    "type", "TYPE", "only those of that type, such as ticket.moved; may be repeated",
    .choice(Event.Kind.allCases.map(\.rawValue)))
  fileprivate static let since = Option("since", "TIME", "only those from that moment on")
  static let until = Option("until", "TIME", "only those before that moment")
  fileprivate static let follow = Option("follow", letter: "f", "go on telling what happens")
}
