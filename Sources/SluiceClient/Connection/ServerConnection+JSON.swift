internal import Glibc
internal import SluiceCore
internal import WebCall

extension ServerConnection {
  /// What a server of boards answers to a request, as JSON.
  func ask(
    _ method: String, _ path: String, query: [WebRequest.Field] = [], json: JSONValue? = nil
  ) throws(ServerFault) -> JSONValue {
    let reply = try patientAnswer(to: WebRequest(method, path, query: query, json: json))
    guard (200..<300).contains(reply.status) else { throw try fault(in: reply) }
    if reply.body.isEmpty { return .null }
    guard let json = reply.json else { throw .notSluice(location) }
    return json
  }

  /// Why an answer is not the one that was hoped for.
  ///
  /// - Throws: A fault of the further request that this may need.
  func fault(in reply: WebReply) throws(ServerFault) -> ServerFault {
    let refusal = ServerRefusal(reply)
    if reply.status == 401 {
      return .signedOut(refusal?.message ?? "The server does not know who you are.", location)
    }
    if let refusal { return .refused(refusal) }
    return try isSluice() ? .otherVersion(location) : .notSluice(location)
  }

  /// Whether the server says of itself that it is one of boards.
  func isSluice() throws(ServerFault) -> Bool {
    let reply = try answer(to: WebRequest("GET", "/health"))
    return reply.json?["service"]?.text?.hasPrefix("sluiced") == true
  }

  /// The answer to a request, for which a busy server is waited for if asking twice does no harm.
  private func patientAnswer(to request: WebRequest) throws(ServerFault) -> WebReply {
    var patience = Patience()
    while true {
      let reply = try answer(to: request)
      guard request.method == "GET", let wait = patience.wait(after: reply) else { return reply }
      _ = poll(nil, 0, wait)
    }
  }

  private func answer(to request: WebRequest) throws(ServerFault) -> WebReply {
    do {
      return try send(request)
    } catch {
      throw .web(error, location)
    }
  }
}
