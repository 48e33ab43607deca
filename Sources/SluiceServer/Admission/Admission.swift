internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore

/// Decides who sends a request, and whether they may.
///
/// What the caller may not see is not found; what they may see and not do is forbidden. It runs on the desk,
/// so that what it finds still holds when the handler acts on it.
struct Admission {
  let book: Book
  let now: Timestamp

  /// Who sends a request: the bearer of a token, or a user of this machine on the Unix socket.
  func caller(_ request: HTTPRequest) throws(APIError) -> Caller {
    guard let header = request.headers["Authorization"] else {
      guard case .user(let id, _) = request.peer else { return .anonymous }
      return Caller(account: try book.users.account(id, book.directory))
    }
    guard request.headers.count(of: "Authorization") == 1, let secret = Self.bearer(header) else {
      throw .unauthorized("The header Authorization is “Bearer” and a token.")
    }
    guard let (token, account) = try book.bearer(secret), token.kind != .refresh,
      !token.isExpired(at: now), account.isActive
    else { throw .unauthorized("The token is not known, or is worth nothing any more.") }
    return Caller(account: account, token: token, agent: nil)
  }

  /// The secret behind “Bearer”; `nil` if there is another word, or more of them.
  private static func bearer(_ header: String) -> String? {
    var header = header
    return header.withUTF8 { bytes in
      let blank = UInt8(ascii: " ")
      guard let end = bytes.firstIndex(of: blank), end == 6 else { return nil }
      let secret = bytes[end...].drop { $0 == blank }
      guard !secret.isEmpty, !secret.contains(blank),
        bytes[..<end].elementsEqual("bearer".utf8, by: { $0 | 0x20 == $1 })
      else { return nil }
      return String(decoding: secret, as: UTF8.self)
    }
  }

  /// The name of the agent that a caller acts as: that of their token, or the one that they say.
  func agent(of caller: Caller, _ request: HTTPRequest) throws(APIError) -> String? {
    let said = request.headers["Sluice-Agent"]?.trimmingBlanks
    guard let bound = caller.token?.agent else { return said.flatMap { $0.isEmpty ? nil : $0 } }
    guard said == nil || said == bound else {
      throw .forbidden("The token is one of agent “\(bound)” and of no other.")
    }
    return bound
  }

  /// Refuses who may not ask a route at all, whatever it is about.
  func check(_ caller: Caller, _ access: Access, _ route: Route) throws(APIError) {
    if access == .anyone { return }
    guard caller.isSignedIn else {
      throw .unauthorized("\(route.method.rawValue) \(route.path.text) needs a token.")
    }
    guard route.isReading || caller.scope != .read else {
      throw .forbidden("The token is one for reading only.")
    }
  }

  /// Where a request acts and as what, or why it may not.
  func scope(
    of caller: Caller, _ access: Access, naming name: (String) -> String?
  ) throws(APIError) -> Scope? {
    switch access {
    case .anyone, .signedIn: return nil
    case .instanceAdmin:
      guard caller.isInstanceAdmin else {
        throw .forbidden("Only who runs the server may do this, with a token for administration.")
      }
      return nil
    case .role(let role, let place):
      let scope = try self.scope(
        of: caller, at: place, name(place.name), within: place.container.flatMap(name))
      try check(scope, has: role, caller)
      return scope
    case .byChange(let place):
      return try self.scope(
        of: caller, at: place, name(place.name), within: place.container.flatMap(name))
    }
  }

  /// Refuses a role that is too low, and administration by an agent's token.
  func check(_ scope: Scope, has role: Role, _ caller: Caller) throws(APIError) {
    guard scope.role >= role else {
      throw .forbidden(
        "This needs the role \(role.name) there, and \(caller.actor.name) has \(scope.role.name).")
    }
    guard role < .admin || caller.token?.kind != .agentRun else {
      throw .forbidden("The token of an agent's run is not one for administration.")
    }
  }
}
