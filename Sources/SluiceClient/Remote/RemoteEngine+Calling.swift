internal import SluiceAPI
internal import SluiceCore
internal import WebCall

extension RemoteEngine {
  /// What the server answers to a call.
  ///
  /// If there is no such organization, that was a memory of another file: it is asked for anew, and the call made
  /// again.
  func ask(_ call: EngineCall) throws(EngineError) -> EngineAnswer {
    do throws(EngineError) {
      return try askOnce(call)
    } catch {
      guard error.missing == "organization", moveHouse() else { throw error }
      return try askOnce(call)
    }
  }

  private func askOnce(_ call: EngineCall) throws(EngineError) -> EngineAnswer {
    try line.require()
    let request = webRequest(call)
    return try answer(
      in: try patiently(call.isRepeatable) { () throws(EngineError) in
        try reply(to: request)
      })
  }

  /// Has a request that may be repeated sent again while a busy server says when to come back.
  func patiently(
    _ isRepeatable: Bool, _ send: () throws(EngineError) -> WebReply
  ) throws(EngineError) -> WebReply {
    var patience = Patience()
    while true {
      let reply = try send()
      guard isRepeatable, let wait = patience.wait(after: reply) else { return reply }
      line.stop.wait(atMost: wait)
      try line.require()
    }
  }

  /// Reads the value out of an answer.
  func reading<Value>(_ read: () throws(WireFault) -> Value) throws(EngineError) -> Value {
    do {
      return try read()
    } catch {
      throw EngineError(error)
    }
  }

  func webRequest(_ call: EngineCall) -> WebRequest {
    let request = call.request
    let segments = ["api", "v1", "orgs", organizationName, "engine"] + request.segments
    var web = WebRequest(
      request.kind.method, segments.map { "/" + WebRequest.encoded($0) }.joined(),
      query: request.query.map { WebRequest.Field($0.name, $0.value) },
      headers: [WebRequest.Field("Accept", "application/json")], body: request.body)
    if web.body != nil { web.headers.append(WebRequest.Field("Content-Type", "application/json")) }
    return web
  }

  func reply(to request: WebRequest) throws(EngineError) -> WebReply {
    do {
      return try transport.send(request)
    } catch {
      throw failure(error)
    }
  }

  func answer(in reply: WebReply) throws(EngineError) -> EngineAnswer {
    guard (200..<300).contains(reply.status) else { throw EngineError(refusal: reply) }
    return try reading { () throws(WireFault) in try EngineAnswer(reply.body) }
  }

  /// What a fault of the line means to a caller; whoever follows the line is told.
  func failure(_ fault: WebFault) -> EngineError {
    if fault.breaksLine, line.lose() { transport.breakStream() }
    let (message, nextStep) = transport.explain(fault)
    return EngineError(.unavailable, message, nextStep: nextStep)
  }
}

extension EngineCall {
  /// Whether asking twice does no more than asking once.
  fileprivate var isRepeatable: Bool { kind != .testProvider }
}

extension Line {
  /// Fails at once where trying would only mean waiting.
  func require() throws(EngineError) {
    if isHungUp { throw EngineError(.unavailable, "The connection to the server was closed.") }
    if isLost {
      throw EngineError(
        .unavailable, "The connection to the server is lost.",
        nextStep: "Wait a moment: it is tried again.")
    }
  }
}

extension WebFault {
  /// Whether the line itself is in doubt, rather than the one request.
  var breaksLine: Bool {
    switch self {
    case .unreachable, .replyLost, .timedOut, .failed, .silent: true
    case .noLibrary, .forbiddenAddress, .untrusted, .tooLong, .notHTTP, .malformedRequest,
      .cancelled:
      false
    }
  }

  /// Whether an answer may still be had by asking again at once: an idle connection may have been closed from
  /// the other end just as it was used.
  var invitesRepetition: Bool {
    switch self {
    case .replyLost, .failed: true
    default: false
    }
  }
}
