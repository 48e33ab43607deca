internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Endpoint {
  /// Counts are kept per domain and status, so that none of this reads work items.
  ///
  /// How many there are of each kind is not kept, and so not told.
  ///
  /// Source: OpenIndex, “Audit”: `/stats`.
  static let statistics = Endpoint(
    Route(
      "workStatistics", .get, "/stats",
      "Counts what the caller sees: work items, workflows, queue.",
      tag: "Audit",
      query: [QueryParameter("domainId", .text, "Only of a domain: its id or key, or ME.")],
      [Route.Success(200, .reference("Statistics"))], dialect: .camel)
  ) { call throws(APIError) in
    .ok(try call.statistics().json)
  }
}

/// How much there is of what.
struct Statistics {
  var domains = 0
  var byStatus: [String: Int] = [:]
  var byCategory: [String: Int] = [:]
  var workflows: Set<Workflow.ID> = []
  var depth = 0
  var isExact = true

  mutating func add(domain: WorkPlace) throws(APIError) {
    guard let project = domain.project else { return }
    let board = try translating { () throws(EngineError) in
      try domain.engine.board(BoardQuery(project: .id(project), limit: 0))
    }
    domains += 1
    workflows.insert(board.workflow.id)
    for column in board.columns {
      guard let status = board.workflow.status(column.status) else { continue }
      byStatus[status.name, default: 0] += column.count.value
      byCategory[status.category.rawValue, default: 0] += column.count.value
    }
  }

  /// The queue is counted as far as one page goes.
  mutating func add(queueOf place: WorkPlace) throws(APIError) {
    let page = try translating { () throws(EngineError) in
      try place.engine.available(place.query, PageRequest(limit: PageRequest.maximumLimit))
    }
    depth += page.items.count
    isExact = isExact && page.nextCursor == nil
  }

  var json: JSONValue {
    .object([
      "domains": .integer(domains), "workItems": .integer(byStatus.values.reduce(0, +)),
      "byStatus": .object(byStatus.mapValues(JSONValue.integer)),
      "byCategory": .object(byCategory.mapValues(JSONValue.integer)),
      "workflows": .integer(workflows.count),
      "agentQueue": .object(["depth": .integer(depth), "exact": .bool(isExact)]),
    ])
  }
}

extension Call {
  fileprivate func statistics() throws(APIError) -> Statistics {
    var sum = Statistics()
    for domain in try countedDomains() { try sum.add(domain: domain) }
    for place in try workPlaces() { try sum.add(queueOf: place) }
    return sum
  }

  /// The domain of the query, else all that the caller sees; the first thousand at most.
  fileprivate func countedDomains() throws(APIError) -> [WorkPlace] {
    guard text(inQuery: "domainId") == nil else { return try workPlaces() }
    return try seenDomains().prefix(1_000).map { (found) throws(APIError) in
      WorkPlace(
        engine: try parts.engines.engine(of: found.organization),
        organization: found.organization, project: found.project.id)
    }
  }
}
