internal import SluiceCore

extension PageRequest {
  var query: [WireRequest.Item] {
    [.init("limit", String(limit))] + .one("cursor", cursor)
  }

  init(_ query: inout WireQuery) throws(WireFault) {
    self.init(limit: try query.number("limit") ?? 50, cursor: try query.optional("cursor"))
  }
}

extension BoardFilter {
  var query: [WireRequest.Item] {
    var items = words.map { WireRequest.Item("word", $0) }
    switch assignee {
    case .named(let name): items.append(.init("assignee", name))
    case .nobody: items.append(.init("unassigned", "true"))
    case nil: break
    }
    items += labels.map { WireRequest.Item("label", $0) }
    items += .one("min_priority", minimumPriority?.name.lowercased())
    return items + .one("where", condition.isEverything ? nil : condition.description)
  }

  init(_ query: inout WireQuery) throws(WireFault) {
    let unassigned: String? = try query.optional("unassigned")
    guard unassigned.map({ Bool($0) != nil }) ?? true else {
      throw WireFault("unassigned", "Expected true or false.")
    }
    self.init(
      words: query.all("word"),
      assignee: Assignee(try query.optional("assignee"), unassigned == "true"),
      labels: query.all("label"), minimumPriority: try query.optional("min_priority"),
      condition: try query.optional("where") ?? .everything)
  }
}

extension ColumnQuery.Anchor {
  var query: [WireRequest.Item] {
    switch self {
    case .top: [.init("anchor", "top")]
    case .bottom: [.init("anchor", "bottom")]
    case .below(let position): [.init("anchor", "below")] + position.query
    case .above(let position): [.init("anchor", "above")] + position.query
    case .at(let position): [.init("anchor", "at")] + position.query
    }
  }

  init(_ query: inout WireQuery) throws(WireFault) {
    let word: String = try query.optional("anchor") ?? "top"
    switch word {
    case "top": self = .top
    case "bottom": self = .bottom
    case "below": self = .below(try CardPosition(&query))
    case "above": self = .above(try CardPosition(&query))
    case "at": self = .at(try CardPosition(&query))
    default:
      throw WireFault.unknown(word, among: ["top", "bottom", "below", "above", "at"])
        .within("anchor")
    }
  }
}

extension CardPosition {
  fileprivate var query: [WireRequest.Item] {
    [
      .init("priority", priority.name.lowercased()), .init("entered_at", enteredAt.description),
      .init("number", String(number)), .init("ordinal", String(ordinal)),
    ]
  }

  fileprivate init(_ query: inout WireQuery) throws(WireFault) {
    guard let number: Int = try query.number("number") else {
      throw WireFault("number", "“number” is missing.")
    }
    self.init(
      priority: try query.read("priority"), enteredAt: try query.read("entered_at"),
      number: number, ordinal: try query.number("ordinal") ?? 0)
  }
}

extension WireReference {
  var query: [WireRequest.Item] {
    name.map { [.init("name", $0)] } ?? [.init("id", description)]
  }

  init(_ query: inout WireQuery) throws(WireFault) {
    if let name: String = try query.optional("name") {
      self.init(named: name)
      return
    }
    let id: String = try query.read("id")
    self.init(id)
    guard name == nil else { throw WireFault("id", "Expected an id, found “\(id)”.") }
  }
}
