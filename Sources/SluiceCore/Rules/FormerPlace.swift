/// Where a ticket stood that has left the board, as history tells.
public struct FormerPlace: Hashable, Sendable {
  /// The workflow that it was checked against; `nil` if history does not tell.
  public let workflow: Workflow.ID?
  /// The status there.
  public let status: Status.ID
  /// The name that the status had.
  public let name: String

  /// The place to which a ticket comes back when a change is taken back or made again; `nil` if that does not
  /// bring it back.
  public init?(_ events: [Event]) {
    for event in events {
      switch (event.body.kind, event.body.trace) {
      case (.ticketDeleted, .step(let step)?):
        (workflow, status, name) = (step.workflow, step.from, event.body.from ?? "")
        return
      case (.ticketCreated, .made(let ticket, let followed, _)?):
        workflow = ticket.binding?.workflow ?? followed
        (status, name) = (ticket.status, event.body.to ?? "")
        return
      default: continue
      }
    }
    return nil
  }

  /// Whether a definition has the place still, be it under another name.
  public func isPart(of definition: Workflow) -> Bool {
    guard let found = definition.status(status) else { return false }
    return workflow.map { $0 == definition.id } ?? (found.name == name)
  }
}

/// The way of a ticket that comes back to another status than the one it was in.
struct Returning: Hashable {
  /// The name of the status it was in.
  let origin: String
  let warning: String
  let event: Event.Draft
}

extension Outcome {
  /// Puts a ticket that comes back into the status of its present workflow that comes nearest to the one it
  /// was in, as a change of workflow would have; `nil` if it comes back to where it was.
  ///
  /// Source: rules 5 and 9.
  mutating func settle(
    _ events: [Event], from former: Workflow?, in workflow: Workflow
  ) throws(Rejection) -> Returning? {
    guard state.ticket.status != .nowhere, let place = FormerPlace(events),
      !place.isPart(of: workflow)
    else { return nil }
    let (key, origin) = (state.ticket.key, former?.status(place.status))
    let near = origin.flatMap { origin in
      former.flatMap { workflow.counterpart(of: origin, in: $0) }
    }
    guard let target = near ?? workflow.status(named: place.name) else {
      throw .statusGone(ticket: key, status: place.name, workflow: workflow.name)
    }
    let step = EventTrace.Step(
      from: place.status, to: target.id, entered: state.ticket.enteredAt, workflow: workflow.id)
    state.ticket.status = target.id
    let name = origin?.name ?? place.name
    let isSame = place.workflow == workflow.id
    let origins = former.map { " of “\($0.name)”" } ?? " of another workflow"
    return Returning(
      origin: name,
      warning: "\(key) was in \(name)\(isSame ? ", which is no more," : origins) and comes back in "
        + target.name + (isSame ? "." : " of “\(workflow.name)”."),
      event: Event.Draft(
        .ticketRemapped, subject: workflow.name, from: name, to: target.name, trace: .step(step)))
  }
}
