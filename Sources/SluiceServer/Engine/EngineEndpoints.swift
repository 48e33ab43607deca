internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// The calls of an engine, for the remote engine of another Sluice: a route for each of them.
enum EngineEndpoints {
  static let all = EngineCall.Kind.allCases.map(endpoint)

  /// The path of an organization's engine.
  private static let path = "/api/v1/orgs/{org}/engine/"

  private static func endpoint(_ kind: EngineCall.Kind) -> Endpoint {
    let isReading = kind.method == "GET" || kind == .preview
    let route = Route(
      kind.operation, kind.method == "GET" ? .get : .post, path + kind.path, kind.summary,
      tag: "Engine",
      query: kind.query.map {
        QueryParameter(
          $0.name, $0.schema, $0.summary, isRepeated: $0.isRepeated, isRequired: $0.isRequired)
      },
      body: kind.hasBody
        ? .object(.required("change", .open()), .optional("agent", .nullable(.text(upTo: 200))))
        : nil,
      [Route.Success(200, .any)], isReading: isReading)
    return Endpoint(route) { call throws(APIError) in try answer(call, kind) }
  }

  private static func answer(
    _ call: Call, _ kind: EngineCall.Kind
  ) throws(APIError) -> Answer {
    var engineCall: EngineCall
    do {
      engineCall = try EngineCall(call.wireRequest(kind))
    } catch {
      throw .malformed(kind.hasBody ? "body" : "query", [error])
    }
    engineCall = try call.bound(engineCall)
    for need in engineCall.needs { try call.check(need) }
    let engine = try call.namedEngine()
    let bytes = try translating { () throws(EngineError) in
      try engineCall.answer(by: engine, for: call.actor.name)
    }
    return Answer(status: 200, body: .bytes(bytes, type: "application/json"))
  }
}

extension Call {
  /// The request in the words of the table that both sides go by.
  fileprivate func wireRequest(_ kind: EngineCall.Kind) -> WireRequest {
    var own = parameters
    own["org"] = nil
    return WireRequest(
      kind, parameters: own, query: request.query.map { WireRequest.Item($0.name, $0.value) },
      body: kind.hasBody ? request.body : nil)
  }

  /// The engine that the path names.
  ///
  /// Who runs the server reads what is its own through any organization's.
  fileprivate func namedEngine() throws(APIError) -> LocalEngine {
    if scope != nil { return try engine() }
    let name = parameter("org")
    guard let organization = try parts.book.organization(name) else {
      throw .notFound("organization", name)
    }
    return try parts.engines.engine(of: organization)
  }

  /// The call as the agent whose token came, which acts as no other.
  fileprivate func bound(_ call: EngineCall) throws(APIError) -> EngineCall {
    switch call {
    case .apply(let change, let agent): .apply(change, agent: try bound(change, agent))
    case .preview(let change, let agent): .preview(change, agent: try bound(change, agent))
    default: call
    }
  }

  private func bound(_ change: Change, _ agent: String?) throws(APIError) -> String? {
    guard let own = caller.token?.agent else { return agent ?? caller.agent }
    let named = change.agents.union(agent.map { [$0] } ?? [])
    guard named.isSubset(of: [own]) else {
      throw .forbidden("The token is one of agent “\(own)” and of no other.")
    }
    return own
  }
}

extension EngineCall.Kind {
  /// The name of the operation, such as `engineBoard`.
  fileprivate var operation: String {
    "engine" + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
  }

  fileprivate var hasBody: Bool {
    self == .apply || self == .preview
  }
}
