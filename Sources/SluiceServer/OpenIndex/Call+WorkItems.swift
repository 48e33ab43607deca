internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Call {
  /// The call as one about a place that its body or its query names, once it is known what the caller is there.
  func at(
    _ place: Access.Place, _ name: String?, within container: String? = nil, needing role: Role
  ) throws(APIError) -> Call {
    let admission = Admission(book: parts.book, now: now)
    let scope = try admission.scope(of: caller, at: place, name, within: container)
    try admission.check(scope, has: role, caller)
    return at(scope)
  }

  /// The call as one about a place in which the caller is somebody.
  func at(_ scope: Scope) -> Call {
    var call = self
    call.scope = scope
    return call
  }

  /// What the path calls the work item.
  func workItemReference() throws(APIError) -> TicketReference {
    guard let reference = TicketReference(parameter("key")) else {
      throw .notFound("work item", parameter("key"))
    }
    return reference
  }

  /// The work item of the path.
  func workItem() throws(APIError) -> TicketDetail {
    try detail(workItemReference())
  }

  /// Changes something as an agent, or as nobody's agent.
  func apply(_ change: Change, as actor: Actor) throws(APIError) -> Receipt {
    try ask { (engine) throws(EngineError) in try engine.apply(change, by: actor) }
  }

  /// Changes the work item of the path.
  func changeItem(
    _ change: TicketChange, as actor: Actor, expecting: Expectation = .anything
  ) throws(APIError) -> Receipt {
    let reference = try workItemReference()
    do {
      return try apply(.changeTicket(reference, change, expecting: expecting), as: actor)
    } catch {
      throw helping(error, with: reference)
    }
  }

  /// The work item of the path as it is now, with what rules in mode `warn` had to say.
  func shown(_ warnings: [String] = []) throws(APIError) -> Answer {
    let detail = try workItem()
    return .ok(detail.workItemJSON.adding(["warnings": .texts(warnings)]))
      .tagged(detail.state.ticket.version)
  }

  /// The account of a member of the body or an item of the query: an id or a handle.
  func account(meant name: String) throws(APIError) -> Account {
    let found =
      if let id = Account.ID(name) { try account(id) } else { try account(named: name) }
    guard let found, found.isActive else { throw .notFound("user", name) }
    return found
  }
}

extension [QueryParameter] {
  /// Which domain a key is one of, where the caller sees several of that key.
  static let domainOfKey = [
    QueryParameter(
      "domainId", .text,
      "The domain of the key, by id: only needed where several that the caller sees share the key.")
  ]

  /// How much of a long list is asked for.
  static let camelPage = [
    QueryParameter("limit", .integer(1...200), "How many items at most; 50 by default."),
    QueryParameter("cursor", .text, "The nextCursor of the page before."),
  ]
}

extension [Schema.Member] {
  /// What the caller believes of a work item; a mismatch is a conflict.
  static let expectations: [Schema.Member] = [
    .optional("expectedVersion", .nullable(.count)),
    .optional("expectedStatus", .nullable(.text)),
  ]
}

extension Schema.Member {
  static let agentID = Schema.Member.optional(
    "agentId",
    .described(
      .nullable(WorkItemSchemas.agent), "The agent that acts; the token's own by default."))
}
