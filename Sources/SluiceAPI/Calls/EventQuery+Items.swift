internal import SluiceCore

extension EventQuery {
  var items: [WireRequest.Item] {
    var items: [WireRequest.Item] = []
    if case .oldestFirst(let place) = order {
      items += [.init("order", "oldest"), .init("after", String(place))]
    }
    items += .one("project", project?.description) + .one("ticket", ticket?.description)
    items += .one("actor", actor)
    items += kinds.map(\.rawValue).sorted().map { WireRequest.Item("type", $0) }
    return items + .one("since", since?.description) + .one("until", until?.description)
  }

  init(_ query: inout WireQuery) throws(WireFault) {
    var kinds: Set<Event.Kind> = []
    for word in query.all("type") {
      do {
        kinds.insert(try Event.Kind(word: word))
      } catch {
        throw error.within("type")
      }
    }
    self.init(
      try Order(&query), project: try query.optional("project"),
      ticket: try query.optional("ticket"), actor: try query.optional("actor"), kinds: kinds,
      since: try query.optional("since"), until: try query.optional("until"))
  }
}

extension EventQuery.Order {
  fileprivate init(_ query: inout WireQuery) throws(WireFault) {
    let word: String = try query.optional("order") ?? "newest"
    switch word {
    case "newest": self = .newestFirst
    case "oldest": self = .oldestFirst(after: try query.number("after", of: Int64.self) ?? 0)
    default: throw WireFault.unknown(word, among: ["newest", "oldest"]).within("order")
    }
  }
}

extension QueueQuery {
  var items: [WireRequest.Item] {
    .one("project", project?.description)
  }

  init(_ query: inout WireQuery) throws(WireFault) {
    self.init(project: try query.optional("project"))
  }
}

extension SuggestionKind {
  var word: String {
    switch self {
    case .assignee: "assignee"
    case .label: "label"
    }
  }

  init(_ query: inout WireQuery) throws(WireFault) {
    let word: String = try query.read("kind")
    switch word {
    case "assignee": self = .assignee
    case "label": self = .label
    default: throw WireFault.unknown(word, among: ["assignee", "label"]).within("kind")
    }
  }
}
