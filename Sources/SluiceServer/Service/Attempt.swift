internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// One request that has a route, on its way from its bytes to what is done for it.
///
/// It is handed from thread to thread, and has many parts; a class is handed on whole.
final class Attempt: Sendable {
  typealias Input = Result<(query: [String: [JSONValue]], body: JSONValue), APIError>

  let parts: Parts
  let exchange: Exchange
  let endpoint: Endpoint
  let access: Access
  let parameters: [String: String]
  /// What came, or what is wrong with it; told only to those who may ask at all.
  let input: Input

  init(
    _ parts: Parts, _ exchange: Exchange, route index: Int, parameters: [String: String],
    input: Input
  ) {
    self.parts = parts
    self.exchange = exchange
    endpoint = parts.endpoints[index]
    access = parts.table.access[index]
    self.parameters = parameters
    self.input = input
  }

  func begin() {
    switch endpoint.procedure {
    case .desk(let handler): run(handler)
    case .password(let prepare, let finish): run(prepare, finish)
    case .errand(let prepare): run(prepare)
    case .free(let make): exchange.send(input.map { _ in make(parts) })
    case .events: follow()
    }
  }

  private func run(_ handler: @escaping Endpoint.Handler) {
    take(isReading: endpoint.route.isReading) { [self] () throws(APIError) in
      let (caller, admission) = try enter()
      // What was answered before is not for another token that may not ask for it.
      try admission.check(caller, access, endpoint.route)
      guard !endpoint.route.isReading, let retry = try Retry(self, caller, admission) else {
        return try handler(try call(caller, admission))
      }
      if let kept = try retry.kept() { return kept }
      let answer = try handler(try call(caller, admission))
      try retry.keep(answer)
      return answer
    }
  }

  private func run(
    _ prepare: @escaping @Sendable (Call) throws(APIError) -> PasswordWork,
    _ finish: @escaping @Sendable (Call, PasswordWork.Verdict) throws(APIError) -> Answer
  ) {
    let parts = parts
    let exchange = exchange
    let work: @Sendable () throws(APIError) -> PasswordWork = { [self] () throws(APIError) in
      let (caller, admission) = try enter()
      return try prepare(try call(caller, admission))
    }
    let verdict: @Sendable (PasswordWork.Verdict) -> Void = { [self] verdict in
      take(isReading: false) { [self] () throws(APIError) in
        let (caller, admission) = try enter()
        return try finish(try call(caller, admission), verdict)
      }
    }
    parts.desk.read(work) { outcome in
      switch outcome {
      case .failure(let error): exchange.send(.failure(error))
      case .success(let work):
        if !parts.passwords.take(work, verdict) {
          exchange.send(
            .failure(.tooMany("Too many logins are under way.", retryAfter: 2)))
        }
      }
    }
  }

  private func follow() {
    let parts = parts
    let exchange = exchange
    let stream = EventStream()
    typealias Ticket = EventHub.SubscriberTicket
    let work: @Sendable () throws(APIError) -> Ticket = { [self] () throws(APIError) in
      let (caller, admission) = try enter()
      return try call(caller, admission).subscription(admission, stream)
    }
    parts.desk.read(work) { outcome in
      switch outcome {
      case .failure(let error): exchange.send(.failure(error))
      case .success(let ticket):
        exchange.send(HTTPResponse(events: stream))
        parts.hub.follow(ticket)
      }
    }
  }

  private func run(_ prepare: @escaping @Sendable (Call) throws(APIError) -> Errand) {
    let parts = parts
    let exchange = exchange
    let work: @Sendable () throws(APIError) -> Errand = { [self] () throws(APIError) in
      let (caller, admission) = try enter()
      return try prepare(try call(caller, admission))
    }
    parts.desk.read(work) { outcome in
      switch outcome {
      case .failure(let error): exchange.send(.failure(error))
      case .success(let errand):
        if !parts.errands.take(errand, { exchange.send($0) }) {
          exchange.send(.failure(.tooMany("Too much of this is under way.", retryAfter: 5)))
        }
      }
    }
  }

  private func take(
    isReading: Bool, _ work: @escaping @Sendable () throws(APIError) -> Answer
  ) {
    let exchange = exchange
    let finish: @Sendable (Result<Answer, APIError>) -> Void = { exchange.send($0) }
    if isReading {
      parts.desk.read({ [self] () throws(APIError) in try reading(work) }, finish)
    } else {
      parts.desk.write(DeskTask(work: work, finish: finish))
    }
  }
}

extension Attempt {
  /// Reads in one transaction, so that what admission found holds for what is told.
  private func reading(
    _ work: @Sendable () throws(APIError) -> Answer
  ) throws(APIError) -> Answer {
    // A rehearsal writes, and so does the first request of a user of this machine, who gets an account.
    guard endpoint.route.method == .get else { return try work() }
    if case .user = exchange.request.peer { return try work() }
    let engine = parts.engines.root
    return try translating { () throws(EngineError) in try engine.look(work) }.get()
  }

  /// Who asks; on the desk.
  func enter() throws(APIError) -> (Caller, Admission) {
    let admission = Admission(book: parts.book, now: parts.now())
    guard access != .anyone else { return (.anonymous, admission) }
    var caller = try admission.caller(exchange.request)
    caller.agent = try admission.agent(of: caller, exchange.request)
    exchange.isOf(caller)
    touch(caller)
    return (caller, admission)
  }

  /// Notes that a key is used, which readers of the list of keys want to know, and nobody waits for.
  private func touch(_ caller: Caller) {
    guard let token = caller.token, token.kind != .session else { return }
    let now = parts.now()
    if let last = token.lastUsedAt, now < last.advanced(bySeconds: 60) { return }
    let directory = parts.directory
    parts.desk.write(
      DeskTask(
        work: { () throws(APIError) in
          try translating { () throws(EngineError) in try directory.touch(token, at: now) }
          return .noContent
        }, finish: { _ in }))
  }

  /// The request with all that is known of it, once it is known that the caller may send it; on the desk.
  func call(_ caller: Caller, _ admission: Admission) throws(APIError) -> Call {
    let route = endpoint.route
    try admission.check(caller, access, route)
    if let place = access.place, parameters[place.name] == nil {
      // Where the request acts stands in what came.
      _ = try input.get()
    }
    let scope = try admission.scope(of: caller, access, naming: reference)
    let (query, body) = try input.get()
    return Call(
      request: exchange.request, endpoint: endpoint, parameters: parameters, query: query,
      body: body,
      caller: caller, scope: scope, parts: parts, now: admission.now)
  }

  /// The reference of that name, wherever the request has it.
  private func reference(_ name: String) -> String? {
    if let parameter = parameters[name] { return parameter }
    guard case .success(let input) = input else { return nil }
    if case .string(let text)? = input.query[name]?.first { return text }
    guard case .object(let members) = input.body, case .string(let text)? = members[name]
    else { return nil }
    return text
  }
}
