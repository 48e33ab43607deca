internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// A request whose path, query, body and caller are known and checked.
struct Call: Sendable {
  let request: HTTPRequest
  let endpoint: Endpoint
  /// The parameters of the path, decoded.
  let parameters: [String: String]
  /// The items of the query, checked against the route.
  let query: [String: [JSONValue]]
  /// The body, checked against the route; `null` if it has none.
  let body: JSONValue
  let caller: Caller
  /// Where the caller has a role, if the route asks for one.
  var scope: Scope?
  /// What the server is put together from.
  let parts: Parts
  /// When the request began to be worked on; the same throughout.
  let now: Timestamp

  /// What is asked for.
  var route: Route { endpoint.route }

  /// Accounts, organizations, members and tokens.
  var directory: Directory { parts.directory }

  /// The engine of the scope's organization; a route without a place has none.
  func engine() throws(APIError) -> LocalEngine {
    guard let scope else {
      throw APIError(500, "INTERNAL", "The route \(route.name) acts nowhere.")
    }
    return try parts.engines.engine(of: scope.organization)
  }

  /// Who history says did it.
  var actor: Actor { caller.actor }

  /// A parameter of the path.
  func parameter(_ name: String) -> String {
    parameters[name] ?? ""
  }

  /// The text of an item of the query.
  func text(inQuery name: String) -> String? {
    if case .string(let text)? = query[name]?.first { text } else { nil }
  }

  /// All texts of an item of the query that may be repeated.
  func texts(inQuery name: String) -> [String] {
    (query[name] ?? []).compactMap { value in
      if case .string(let text) = value { text } else { nil }
    }
  }

  /// The number of an item of the query.
  func number(inQuery name: String) -> Int? {
    if case .number(let number)? = query[name]?.first { Int(exactly: number) } else { nil }
  }

  /// How much of a long list is asked for.
  var page: PageRequest {
    PageRequest(limit: number(inQuery: "limit") ?? 50, cursor: text(inQuery: "cursor"))
  }
}
