internal import SluiceCore

extension EngineCall {
  /// The call that a request asks for.
  ///
  /// - Throws: The first thing in it that is not as it should be, with its place.
  public init(_ request: WireRequest) throws(WireFault) {
    var query = WireQuery(request.query)
    self = try Self.reading(request, &query)
    try query.end()
  }

  private static func reading(
    _ request: WireRequest, _ query: inout WireQuery
  ) throws(WireFault) -> EngineCall {
    switch request.kind {
    case .organization: .organization
    case .projects: .projects(try PageRequest(&query))
    case .workflows: .workflows(try PageRequest(&query))
    case .providers: .providers(try PageRequest(&query))
    case .opening:
      .opening(
        OpeningQuery(preferred: try query.optional("preferred"), limit: try limit(&query)))
    case .project: .project(try request.parameter("project"))
    case .workflow: .workflow(try WorkflowReference(&query))
    case .provider: .provider(try ProviderReference(&query))
    case .testProvider: .testProvider(try ProviderReference(&query))
    case .ticket: .ticket(try request.parameter("ticket"))
    case .history: .history(try request.parameter("ticket"), try PageRequest(&query))
    case .events: .events(try EventQuery(&query), try PageRequest(&query))
    case .available: .available(try QueueQuery(&query), try PageRequest(&query))
    case .claimed:
      .claimed(agent: try query.read("agent"), try QueueQuery(&query), try PageRequest(&query))
    case .apply: try request.changeRequest.applying
    case .preview: try request.changeRequest.previewing
    case .board, .count, .column, .tickets, .suggestions: try ofProject(request, &query)
    }
  }

  private static func ofProject(
    _ request: WireRequest, _ query: inout WireQuery
  ) throws(WireFault) -> EngineCall {
    let project: ProjectReference = try request.parameter("project")
    switch request.kind {
    case .board:
      return .board(
        BoardQuery(
          project: project, filter: try BoardFilter(&query), limit: try limit(&query)))
    case .count:
      return .count(
        CountQuery(
          project: project, filter: try BoardFilter(&query), cursor: try query.optional("cursor")))
    case .column:
      guard let status = Int(request.parameters["status"] ?? "") else {
        throw WireFault("status", "Expected the number of a status.")
      }
      return .column(
        ColumnQuery(
          project: project, status: Status.ID(status), filter: try BoardFilter(&query),
          anchor: try ColumnQuery.Anchor(&query), limit: try limit(&query)))
    case .suggestions:
      return .suggestions(
        try SuggestionKind(&query), project, prefix: try query.optional("prefix") ?? "",
        limit: try limit(&query))
    default:
      return .tickets(
        TicketQuery(
          project: project, status: try query.optional("status"),
          column: try query.number("column").map { Status.ID($0) }, filter: try BoardFilter(&query)),
        try PageRequest(&query))
    }
  }

  /// More than a page holds is not given at once to anyone.
  private static func limit(_ query: inout WireQuery) throws(WireFault) -> Int {
    min(max(try query.number("limit") ?? 50, 0), PageRequest.maximumLimit)
  }
}

extension WireRequest {
  fileprivate func parameter<Value: WireValue>(_ name: String) throws(WireFault) -> Value {
    do {
      return try Value(wire: .string(parameters[name] ?? ""))
    } catch {
      throw error.within(name)
    }
  }

  fileprivate var changeRequest: ChangeRequest {
    get throws(WireFault) {
      let text = SourceText(body ?? [])
      do {
        return try ChangeRequest(wire: try JSONReader.read(text).value)
      } catch let fault as WireFault {
        throw fault
      } catch let fault as JSONFault {
        throw WireFault("", "Line \(fault.line), column \(fault.column): \(fault.message)")
      } catch {
        throw WireFault("", "Expected JSON.")
      }
    }
  }
}

extension ChangeRequest {
  fileprivate var applying: EngineCall { .apply(change, agent: agent) }
  fileprivate var previewing: EngineCall { .preview(change, agent: agent) }
}
