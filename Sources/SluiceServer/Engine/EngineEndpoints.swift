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
    let isReading = kind.method == "GET" || kind == .preview || kind == .testProvider
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
    // Whom a provider's test calls may take their time, and nobody should wait for them.
    guard kind == .testProvider else {
      return Endpoint(route) { call throws(APIError) in try work(call, kind)().get() }
    }
    return Endpoint(route, .errand { call throws(APIError) in try work(call, kind) })
  }

  /// What is to be done for a call, once it is known that the caller may make it.
  private static func work(
    _ call: Call, _ kind: EngineCall.Kind
  ) throws(APIError) -> Errand {
    var engineCall: EngineCall
    do {
      engineCall = try EngineCall(call.wireRequest(kind))
    } catch {
      throw .malformed(kind.hasBody ? "body" : "query", [error])
    }
    engineCall = try call.bound(engineCall)
    for need in engineCall.needs { try call.check(need) }
    let (engine, allowed) = (try call.engine(), engineCall)
    return {
      Result { () throws(APIError) in
        let bytes = try translating { () throws(EngineError) in
          try allowed.answer(by: engine, for: call.actor.name)
        }
        return Answer(status: 200, body: .bytes(bytes, type: "application/json"))
      }
    }
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

  /// The call as the agent whose token came, which acts as no other.
  fileprivate func bound(_ call: EngineCall) throws(APIError) -> EngineCall {
    switch call {
    case .apply(let change, let agent): .apply(reported(change), agent: try bound(change, agent))
    case .preview(let change, let agent):
      .preview(reported(change), agent: try bound(change, agent))
    default: call
    }
  }

  /// A ticket that names the caller as who asks for it is one that names nobody.
  private func reported(_ change: Change) -> Change {
    guard case .createTicket(let project, var draft) = change, draft.reporter == actor.name else {
      return change
    }
    draft.reporter = nil
    return .createTicket(project, draft)
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
