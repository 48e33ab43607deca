extension TicketState {
  /// What taking back the last change, or making it again, gives.
  ///
  /// Transitions and gates do not apply, for it restores what was; a WIP limit does, for the place may have
  /// been taken since. `events` are those of the change that are about this ticket, oldest first, with their
  /// number. Source: rule 9.
  /// `former` is the definition under which the ticket left the board, if it comes back now and that is known.
  public func reversing(
    _ events: [Event], of change: Int64, isRedo: Bool, in workflow: Workflow,
    from former: Workflow? = nil, _ world: Circumstances
  ) throws(Rejection) -> Outcome {
    var outcome = Outcome(self)
    for event in isRedo ? events : events.reversed() {
      try outcome.reverse(event, isRedo: isRedo)
    }
    let isBack = ticket.status == .nowhere
    let returning = isBack ? try outcome.settle(events, from: former, in: workflow) : nil
    let full = try workflow.checkReturn(from: ticket.status, to: outcome.state.ticket, world)
    let warnings = [returning?.warning, full].compactMap(\.self)
    outcome.events = [
      Event.Draft(
        isRedo ? .changeRedone : .changeUndone, subject: String(change),
        from: workflow.placeName(ticket.status),
        to: returning?.origin ?? workflow.placeName(outcome.state.ticket.status),
        warning: warnings.isEmpty ? nil : warnings.joined(separator: " "), trace: .change(change))
    ]
    if let event = returning?.event { outcome.events.append(event) }
    if workflow.isTerminal(outcome.state.ticket.status) { outcome.letGo() }
    outcome.stamp(at: world.now)
    return outcome
  }
}

extension Outcome {
  fileprivate mutating func reverse(_ event: Event, isRedo: Bool) throws(Rejection) {
    guard event.body.keepsEnough else {
      throw .notReversible("What an earlier version of this program recorded")
    }
    if isRedo { state.replay(event) } else { state.takeBack(event) }
    guard event.body.kind == .commented else { return }
    let comment = event.remark
    if isRedo { comments.append(comment) } else { removedComments.append(comment) }
  }
}

extension Event {
  /// The remark that it tells of.
  fileprivate var remark: Comment {
    guard case .remark(let stamp)? = body.trace else {
      return Comment(author: actor, at: at, text: body.to ?? "")
    }
    return Comment(author: stamp.by, at: stamp.at, text: body.to ?? "")
  }
}

extension Event.Draft {
  /// Whether the event can be taken back and made again.
  fileprivate var keepsEnough: Bool {
    switch kind {
    case .ticketCreated, .ticketMoved, .ticketDeleted, .gatePassed, .itemCleared,
      .acknowledgmentWithdrawn, .valueSet:
      trace != nil
    case .ticketRemapped: false
    default: true
    }
  }
}

extension Workflow {
  /// The name of a status, or `nil` for a ticket that is on no board.
  fileprivate func placeName(_ id: Status.ID) -> String? {
    id == .nowhere ? nil : statusName(id)
  }

  /// Checks that a ticket can be put where it was, and answers what there is to be warned of.
  fileprivate func checkReturn(
    from origin: Status.ID, to ticket: Ticket, _ world: Circumstances
  ) throws(Rejection) -> String? {
    guard ticket.status != origin, ticket.status != .nowhere else { return nil }
    guard let target = status(ticket.status) else {
      throw .notReversible("A change that leads to a status that is no more")
    }
    return try wipWarning(entering: target, world)
  }

  /// What a WIP limit has to say of a ticket that comes into a status.
  ///
  /// Source: rule 3d.
  func wipWarning(entering status: Status, _ world: Circumstances) throws(Rejection) -> String? {
    guard let limit = status.wipLimit, enforcement != .none else { return nil }
    let count = world.occupancy(status.id)
    guard count >= limit else { return nil }
    let rejection = Rejection.wipLimit(status: status.name, limit: limit, count: count)
    guard enforcement == .warn else { throw rejection }
    return rejection.warning
  }
}
