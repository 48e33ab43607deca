internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Call {
  /// Asks the engine of the organization that the request is about.
  func ask<Value>(
    _ question: (LocalEngine) throws(EngineError) -> Value
  ) throws(APIError) -> Value {
    let engine = try engine()
    return try translating { () throws(EngineError) in try question(engine) }
  }

  /// Applies a change in the caller's name or, if the query says `dry_run=true`, only tells what would come of it.
  func apply(_ change: Change) throws(APIError) -> Receipt {
    let isRehearsal = query["dry_run"]?.first == .bool(true)
    return try ask { (engine) throws(EngineError) in
      isRehearsal
        ? try engine.preview(change, by: actor) : try engine.apply(change, by: actor)
    }
  }

  /// Applies a change to the ticket that the path names; answers with the ticket and with what rules had to say.
  func change(
    _ change: TicketChange, expecting: Expectation = .anything
  ) throws(APIError) -> (ticket: Ticket, receipt: Receipt) {
    let reference = try ticketReference()
    do throws(APIError) {
      let receipt = try apply(.changeTicket(reference, change, expecting: expecting))
      guard case .ticket(let ticket) = receipt.subject else { throw APIError.unexpected }
      return (ticket, receipt)
    } catch {
      throw helping(error, with: reference)
    }
  }

  /// A refusal with the command line that helps with the ticket.
  func helping(_ error: APIError, with reference: TicketReference) -> APIError {
    var error = error
    guard let cause = error.engine, cause.code != .notFound else { return error }
    // What a person calls the ticket is read only once something has gone wrong.
    let known = cause.current?.key ?? (try? detail(reference))?.state.ticket.key
    if let command = known.flatMap(cause.nextCommand(for:)) { error.nextCommand = command }
    return error
  }

  /// The ticket with its gates, remarks and workflow.
  func detail(_ reference: TicketReference) throws(APIError) -> TicketDetail {
    try ask { (engine) throws(EngineError) in try engine.ticket(reference) }
  }

  /// The ticket that the path names.
  func ticketReference() throws(APIError) -> TicketReference {
    let name = parameter("ticket")
    guard let reference = TicketReference(name) else { throw .notFound("ticket", name) }
    return reference
  }

  /// The project that the path names.
  func projectReference() throws(APIError) -> ProjectReference {
    let name = parameter("project")
    guard let reference = ProjectReference(name) else { throw .notFound("project", name) }
    return reference
  }

  /// The workflow that the path names.
  func workflowReference() throws(APIError) -> WorkflowReference {
    let name = parameter("workflow")
    guard let id = Workflow.ID(name) else { throw .notFound("workflow", name) }
    return .id(id)
  }

  /// Refuses what only a higher role may do with what the request is about.
  func require(_ role: Role, _ what: String) throws(APIError) {
    guard let own = scope?.role, own >= role else {
      throw .forbidden(
        "\(what) needs the role \(role.name) there, and \(actor.name) has "
          + "\(scope?.role.name ?? "none").")
    }
  }
}

extension APIError {
  /// An engine that answered a question with something else.
  static let unexpected = APIError(500, "INTERNAL", "The engine answered something unexpected.")
}
