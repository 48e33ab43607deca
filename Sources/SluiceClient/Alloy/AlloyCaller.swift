internal import SluiceCore
internal import WebCall

/// Sends the requests of Alloy's guide, and reads their answers.
struct AlloyCaller: Sendable {
  let transport: any RemoteTransport
  let line: Line
  private var isPersistent = false

  init(transport: any RemoteTransport, line: Line) {
    self.transport = transport
    self.line = line
  }

  /// The same, for whoever finds out whether a lost line is back.
  var tryingLostLine: AlloyCaller {
    var caller = self
    caller.isPersistent = true
    return caller
  }

  /// The answer to something that only reads.
  func get(_ path: [String], _ query: [WebRequest.Field] = []) throws(EngineError) -> JSONValue {
    try requireLine()
    var patience = Patience()
    while true {
      let reply = try reply(to: WebRequest("GET", Self.text(path), query: query))
      guard let wait = patience.wait(after: reply) else { return try json(in: reply) }
      line.stop.wait(atMost: wait)
      try requireLine()
    }
  }

  /// The answer to something that may change something.
  func send(
    _ method: String, _ path: [String], _ body: [String: JSONValue]? = nil
  ) throws(EngineError) -> JSONValue {
    try requireLine()
    return try json(
      in: try reply(to: WebRequest(method, Self.text(path), json: body.map(JSONValue.object))))
  }

  private func reply(to request: WebRequest) throws(EngineError) -> WebReply {
    do {
      return try transport.send(request)
    } catch {
      if error.breaksLine, line.lose() { line.stop.raise() }
      let (message, nextStep) = transport.explain(error)
      throw EngineError(.unavailable, message, nextStep: nextStep)
    }
  }

  private func json(in reply: WebReply) throws(EngineError) -> JSONValue {
    guard (200..<300).contains(reply.status) else { throw EngineError(refusal: reply) }
    if reply.body.isEmpty { return .null }
    guard let json = reply.json else { throw .notUnderstood("it is no JSON") }
    return json
  }

  private func requireLine() throws(EngineError) {
    if isPersistent, line.isLost { return }
    try line.require()
  }

  private static func text(_ path: [String]) -> String {
    (["api", "v1"] + path).map { "/" + WebRequest.encoded($0) }.joined()
  }
}

extension EngineError {
  /// An answer that is not as the guide says.
  static func notUnderstood(_ what: String) -> EngineError {
    EngineError(
      .unavailable, "The server's answer was not understood: \(what).",
      nextStep: "Check that the address is one of an Alloy server.")
  }
}

/// A page of a list, as the guide has it.
///
/// Source: Alloy's workflow guide, §2.
struct AlloyPage {
  var items: [JSONValue]
  var next: String?

  init(_ json: JSONValue, of what: String) throws(EngineError) {
    guard let items = json["items"]?.items else {
      throw .notUnderstood("a list of \(what) has no items")
    }
    self.items = items
    next = json["has_more"]?.flag == false ? nil : json["next_cursor"]?.text
  }
}

extension AlloyCaller {
  /// How many items a page is asked to have; the guide's own examples go as far.
  static let pageSize = 50
  /// How many pages of a short list, such as of projects, are read at most.
  static let mostPages = 20

  func page(
    _ path: [String], of what: String, query: [WebRequest.Field] = [], cursor: String?
  ) throws(EngineError) -> AlloyPage {
    var query = query + [WebRequest.Field("limit", String(Self.pageSize))]
    if let cursor { query.append(WebRequest.Field("cursor", cursor)) }
    return try AlloyPage(try get(path, query), of: what)
  }

  /// All items of a short list.
  func all(
    _ path: [String], of what: String, query: [WebRequest.Field] = []
  ) throws(EngineError) -> [JSONValue] {
    var items: [JSONValue] = []
    var cursor: String?
    for _ in 0..<Self.mostPages {
      let page = try page(path, of: what, query: query, cursor: cursor)
      items += page.items
      // A server that does not know the parameter would give the same page for ever.
      guard let next = page.next, next != cursor else { break }
      cursor = next
    }
    return items
  }
}
