internal import FoundationEssentials
internal import SluiceCore
internal import SluiceStore

/// Carries out one change: reads what the rules need, asks them, and writes what they answer.
struct ChangeWriter {
  let store: Store
  let signature: Store.Signature
  let makeUUID: () -> UUID
  let progress: ChangeProgress?
  /// What was found before the transaction was opened.
  var search: TicketSearch?

  var actor: Actor { Actor(name: signature.actor, agent: signature.agent) }

  /// Writes within the transaction that is open.
  func write(_ change: Change) throws(EngineError) -> Receipt {
    switch change {
    case .renameOrganization(let name): try renameOrganization(name)
    case .createWorkflow(let draft): try createWorkflow(draft)
    case .adding(let draft, let change): try adding(draft, change)
    case .editWorkflow(let reference, let edit): try editWorkflow(reference, edit)
    case .deleteWorkflow(let reference): try deleteWorkflow(reference)
    case .createProject(let draft): try createProject(draft)
    case .editProject(let reference, let edit): try editProject(reference, edit)
    case .deleteProject(let reference): try deleteProject(reference)
    case .createTicket(let reference, let draft): try createTicket(reference, draft)
    case .changeTicket(let reference, let change, let expectation):
      try changeTicket(reference, change, expectation)
    case .changeTickets(let set, let change, let isAtomic, let expectation):
      try changeTickets(set, change, isAtomic: isAtomic, expectation)
    case .importTickets(let reference, let tickets): try importTickets(reference, tickets)
    case .createProvider(let draft): try createProvider(draft)
    case .editProvider(let reference, let edit): try editProvider(reference, edit)
    case .deleteProvider(let reference): try deleteProvider(reference)
    case .undo(let subject): try reverse(subject, isRedo: false)
    case .redo(let subject): try reverse(subject, isRedo: true)
    }
  }

  func receipt(
    _ subject: Receipt.Subject, warnings: [String] = [], needs: [Rejection.GateNeed] = [],
    shifts: [StatusShift] = []
  ) throws(EngineError) -> Receipt {
    Receipt(
      subject: subject, warnings: warnings, sequence: try store.newestSequence(),
      change: store.change, needs: needs, shifts: shifts)
  }

  func makeID<Subject>() -> Identifier<Subject> {
    Identifier(makeUUID())
  }

  /// What a rule answers, its refusal in the words of the engine.
  func judging<Output>(_ rule: () throws(Rejection) -> Output) throws(EngineError) -> Output {
    do {
      return try rule()
    } catch {
      throw EngineError(error)
    }
  }

  private func renameOrganization(_ text: String) throws(EngineError) -> Receipt {
    let name = try judging { () throws(Rejection) in try ProjectDraft.checkedName(text) }
    let former = try store.organizationValue()
    guard former.name != name else { return try receipt(.organization(former)) }
    try store.renameOrganization(name)
    let event = Event.Draft(.organizationRenamed, from: former.name, to: name)
    try store.append([event], project: nil, ticket: nil, signature)
    return try receipt(.organization(try store.organizationValue()))
  }
}
