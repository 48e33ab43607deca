internal import FoundationEssentials
internal import SluiceCore
internal import SluiceStore

/// Carries out one change: reads what the rules need, asks them, and writes what they answer.
struct ChangeWriter {
  let store: Store
  let signature: Store.Signature
  let makeUUID: () -> UUID

  var actor: Actor { Actor(name: signature.actor) }

  func apply(_ change: Change) throws(EngineError) -> Receipt {
    try store.writing { () throws(EngineError) in
      switch change {
      case .createWorkflow(let draft): try createWorkflow(draft)
      case .createProject(let draft): try createProject(draft)
      case .editProject(let reference, let edit): try editProject(reference, edit)
      case .createTicket(let reference, let draft): try createTicket(reference, draft)
      case .changeTicket(let reference, let change, let expectation):
        try changeTicket(reference, change, expectation)
      case .importTickets(let reference, let tickets): try importTickets(reference, tickets)
      }
    }
  }

  func receipt(
    _ subject: Receipt.Subject, warnings: [String] = []
  ) throws(EngineError) -> Receipt {
    Receipt(subject: subject, warnings: warnings, sequence: try store.newestSequence())
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
}

extension ChangeWriter {
  private func createWorkflow(_ draft: WorkflowDraft) throws(EngineError) -> Receipt {
    let workflow: Workflow
    do {
      workflow = try draft.validated(id: makeID(), at: signature.at)
    } catch {
      throw EngineError(error)
    }
    guard try store.workflowKey(.name(workflow.name)) == nil else {
      throw EngineError(
        .conflict, "There is a workflow “\(workflow.name)” already.",
        nextStep: "Give this one another name.")
    }
    _ = try store.insert(workflow)
    let event = Event.Draft(.workflowCreated, subject: workflow.name)
    try store.append([event], project: nil, ticket: nil, signature)
    return try receipt(.workflow(workflow))
  }
}
