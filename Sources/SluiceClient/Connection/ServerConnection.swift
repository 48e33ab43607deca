internal import SluiceCore
internal import Synchronization
public import WebCall

/// Requests to one server in one person's name.
///
/// Tokens that are no longer accepted are replaced by themselves where that can be done. Calls block, and may
/// come from any thread.
public final class ServerConnection: Sendable {
  /// Where the server is.
  public let location: ServerLocation

  private let session: WebSession
  private let store: (any TokenStore)?
  private let tokens: Mutex<SignInTokens?>
  /// Held by the one thread that gets new tokens, while others wait for them.
  private let renewal = Mutex(())
  private let stream = Mutex(Followed())

  private struct Followed {
    var current: WebEventStream?
    var isClosed = false
  }

  /// A connection that is made when it is first used.
  ///
  /// - Throws: `forbiddenAddress` for an address to which no secret may be sent.
  public init(
    to location: ServerLocation, _ options: WebOptions = WebOptions(),
    tokens: SignInTokens? = nil, keptIn store: (any TokenStore)? = nil
  ) throws(WebFault) {
    self.location = location
    self.store = store
    self.tokens = Mutex(tokens)
    session = try WebSession(location.origin, options)
  }

  /// Whether there is anything that tells the server who calls.
  public var isSignedIn: Bool {
    location.isSocket || tokens.withLock { $0 != nil }
  }

  /// Sends a request and waits for the answer, whatever its status.
  ///
  /// An answer of 401 means that nothing was done, so the request is sent again once there are new tokens.
  public func send(_ request: WebRequest) throws(WebFault) -> WebReply {
    let used = tokens.withLock { $0 }
    let reply = try session.send(request.signed(with: used))
    guard reply.status == 401, let used, let fresh = replacement(for: used) else { return reply }
    return try session.send(request.signed(with: fresh))
  }

  /// Hands over the events of a stream until it ends, is broken or fails; one stream at a time.
  public func follow(
    _ request: WebRequest, opened: () -> Void, _ take: (ServerEvent) -> Void
  ) throws(WebFault) -> WebReply {
    let used = tokens.withLock { $0 }
    let reply = try read(request.signed(with: used), opened, take)
    guard reply.status == 401, let used, let fresh = replacement(for: used) else { return reply }
    return try read(request.signed(with: fresh), opened, take)
  }

  private func read(
    _ request: WebRequest, _ opened: () -> Void, _ take: (ServerEvent) -> Void
  ) throws(WebFault) -> WebReply {
    let next = session.eventStream()
    let isClosed = stream.withLock { stream in
      stream.current = next
      return stream.isClosed
    }
    if isClosed { throw .cancelled }
    return try next.read(request, opened: opened, take)
  }

  /// Ends the stream that is followed now, if one is; the next may be followed.
  public func breakStream() {
    stream.withLock { $0.current }?.cancel()
  }

  /// Ends every wait for an answer or an event; nothing is sent any more.
  public func close() {
    session.close()
    let current = stream.withLock { stream in
      stream.isClosed = true
      return stream.current
    }
    current?.cancel()
  }

  /// Uses other tokens from now on.
  public func use(_ tokens: SignInTokens?) {
    self.tokens.withLock { $0 = tokens }
  }

  /// Other tokens than those that were refused; `nil` if there are none to be had.
  private func replacement(for refused: SignInTokens) -> SignInTokens? {
    renewal.withLock { _ in
      let present = tokens.withLock { $0 }
      if present?.access != refused.access { return present }
      let fresh = store?.replace(refused, renewed) ?? nil
      if let fresh { tokens.withLock { $0 = fresh } }
      return fresh
    }
  }

  /// The tokens that a server gives for a refresh token.
  private func renewed(_ tokens: SignInTokens) -> SignInTokens? {
    guard let refresh = tokens.refresh else { return nil }
    let request = WebRequest(
      "POST", "/api/v1/auth/refresh", json: .object(["refresh_token": .string(refresh)]))
    guard let reply = try? session.send(request), reply.status == 200 else { return nil }
    return SignInTokens(reply.json)
  }
}

extension WebRequest {
  /// A request with a JSON body, or without one.
  init(_ method: String, _ path: String, query: [Field] = [], json: JSONValue? = nil) {
    self.init(
      method, path, query: query, headers: [Field("Accept", "application/json")],
      body: json.map { Array(JSONPrinter.line($0).utf8) })
    if json != nil { headers.append(Field("Content-Type", "application/json")) }
  }

  fileprivate func signed(with tokens: SignInTokens?) -> WebRequest {
    guard let tokens else { return self }
    var request = self
    request.headers.append(Field("Authorization", "Bearer \(tokens.access)"))
    return request
  }
}

extension WebReply {
  /// The body as JSON; `nil` if it is none.
  var json: JSONValue? {
    try? JSONReader.read(SourceText(body)).value
  }
}

extension SignInTokens {
  /// The tokens in an answer of the server.
  ///
  /// Source: Alloy, “Authentication”.
  init?(_ json: JSONValue?) {
    guard let access = json?["access_token"]?.text, !access.isEmpty else { return nil }
    self.init(access: access, refresh: json?["refresh_token"]?.text)
  }
}
