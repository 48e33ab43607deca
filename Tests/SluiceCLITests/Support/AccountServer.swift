import HTTPServer
import Synchronization

/// A server that knows ann, whose password is “correct horse”, and the organizations that a test gives her.
final class AccountServer {
  private let server: HTTPServer
  private let desk: AccountDesk

  init(
    _ organizations: [String] = [AccountServer.acme],
    at address: HTTPAddress = .tcp(host: "127.0.0.1", port: 0)
  ) throws {
    desk = AccountDesk(organizations)
    server = try HTTPServer(at: address, handler: desk)
  }

  static let acme = organization("a0000000-0000-4000-8000-000000000001", "acme")
  static let globex = organization("a0000000-0000-4000-8000-000000000002", "globex")
  static let ann = organization("a0000000-0000-4000-8000-000000000003", "ann")

  var address: String {
    if case .tcp = server.address { "http://\(server.address)" } else { "\(server.address)" }
  }

  /// What was asked, as `GET /path`, in order.
  var requests: [String] { desk.state.withLock { $0.requests } }

  /// The newest access token.
  var token: String { desk.state.withLock { "at-\($0.tokenCount)" } }

  /// From now on older access tokens are not accepted.
  func expireTokens() { desk.state.withLock { $0.tokenCount += 1 } }

  /// From now on no refresh token is accepted.
  func endSessions() {
    desk.state.withLock {
      $0.tokenCount += 1
      $0.hasSession = false
    }
  }

  /// Whether a refresh token is still accepted.
  var hasSession: Bool { desk.state.withLock { $0.hasSession } }

  private static func organization(_ id: String, _ slug: String) -> String {
    #"{"id": "\#(id)", "slug": "\#(slug)", "name": "\#(slug.uppercased())"}"#
  }
}

private final class AccountDesk: HTTPHandler {
  struct State {
    var organizations: [String]
    var requests: [String] = []
    var tokenCount = 0
    var hasSession = false
  }

  let state: Mutex<State>

  init(_ organizations: [String]) {
    state = Mutex(State(organizations: organizations))
  }

  func handle(_ request: HTTPRequest, _ reply: HTTPReply) {
    let (status, body) = state.withLock { state in
      state.requests.append("\(request.method) \(request.path)")
      return Self.answer(to: request, &state)
    }
    reply.send(
      HTTPResponse(status, headers: ["Content-Type": "application/json"], body: Array(body.utf8)))
  }

  private static func answer(to request: HTTPRequest, _ state: inout State) -> (Int, String) {
    let body = String(decoding: request.body, as: UTF8.self)
    switch request.path {
    case "/health": return (200, #"{"status": "ok", "service": "sluiced 0.1.0"}"#)
    case "/api/v1/auth/login":
      guard body.contains("ann@board.example"), body.contains("correct horse") else {
        return (401, #"{"error": {"code": "UNAUTHORIZED", "message": "They do not fit."}}"#)
      }
      state.hasSession = true
      return (200, tokens(&state))
    case "/api/v1/auth/refresh":
      guard state.hasSession, body.contains("rt-\(state.tokenCount - 1)") else { return unknown }
      return (200, tokens(&state, isRefresh: true))
    default:
      guard isKnown(request, state) else { return unknown }
      if request.path == "/api/v1/auth/logout" {
        state.hasSession = false
        return request.body.isEmpty ? (204, "") : (400, "no body")
      }
      return answerSignedIn(request.path, state)
    }
  }

  private static func answerSignedIn(_ path: String, _ state: State) -> (Int, String) {
    switch path {
    case "/api/v1/auth/me":
      (
        200,
        """
        {"user_id": "u-1", "email": "ann@board.example", "handle": "ann", "org_id": "\(own)",
         "personal_has_work": true, "has_more_organizations": false,
         "organizations": [\(state.organizations.joined(separator: ","))]}
        """
      )
    case "/api/v1/orgs": (200, "{\"items\": [\(state.organizations.joined(separator: ","))]}")
    case "/api/v1/projects":
      (200, #"{"items": [{"key": "ME"}, {"key": "HOME"}]}"#)
    default: (404, "nothing")
    }
  }

  private static let own = "a0000000-0000-4000-8000-000000000003"

  private static func isKnown(_ request: HTTPRequest, _ state: State) -> Bool {
    if case .user = request.peer { return true }
    return request.headers["authorization"] == "Bearer at-\(state.tokenCount)"
  }

  private static func tokens(_ state: inout State, isRefresh: Bool = false) -> String {
    if !isRefresh { state.tokenCount += 1 }
    let number = state.tokenCount
    return #"{"access_token": "at-\#(number)", "refresh_token": "rt-\#(number)"}"#
  }

  private static let unknown = (
    401, #"{"error": {"code": "UNAUTHORIZED", "message": "The token is not valid."}}"#
  )
}

extension AccountServer {
  static let acmeID = "a0000000-0000-4000-8000-000000000001"
  static let globexID = "a0000000-0000-4000-8000-000000000002"
}
