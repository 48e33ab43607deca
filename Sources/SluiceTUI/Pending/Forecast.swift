import SluiceCore

/// What a ticket will be once the changes under way are made, by the same rules as the engine's.
struct Forecast: Equatable {
  /// Its card; `nil` if it will be deleted.
  var card: Card?
  /// Its page, if that was read.
  var detail: TicketDetail?

  /// Makes one change, or leaves all as it is where the rules refuse it, as they will there.
  ///
  /// Returns whether it was made.
  mutating func make(
    _ change: TicketChange, expecting expected: Expectation, on board: Ground.Board,
    _ world: Circumstances
  ) -> Bool {
    guard let card else { return false }
    if let name = expected.status, name != card.statusName(in: board.workflow) { return false }
    if let detail, detail.state.ticket.version >= card.version {
      return make(change, of: detail, on: board, world)
    }
    if case .delete = change {
      self.card = nil
      return true
    }
    guard let changed = card.after(change, on: board, at: world.now) else { return false }
    self.card = changed
    return true
  }

  private mutating func make(
    _ change: TicketChange, of former: TicketDetail, on board: Ground.Board, _ world: Circumstances
  ) -> Bool {
    var detail = former
    let isBound = detail.state.ticket.binding != nil
    let workflow = isBound ? detail.workflow : board.workflow
    let own = Circumstances(
      by: world.actor, at: world.now,
      hasAssistant: isBound ? detail.hasAssistant : world.hasAssistant,
      occupancy: isBound ? { former.occupancy[$0] ?? 0 } : world.occupancy)
    guard let outcome = try? detail.state.applying(change, in: workflow, own) else { return false }
    detail.state = outcome.state
    detail.comments = Array(
      (outcome.comments.reversed() + detail.comments).prefix(TicketDetail.commentLimit))
    card = Card(detail, in: board.workflow)
    // The page of a ticket that will be deleted shows what there was.
    if card != nil { self.detail = detail }
    return true
  }
}

extension Card {
  /// What a change makes of the card as far as that can be told without the ticket; `nil` if it cannot.
  fileprivate func after(
    _ change: TicketChange, on board: Ground.Board, at now: Timestamp
  ) -> Card? {
    switch change {
    case .edit(let edit): return edited(edit)
    case .move(let name):
      guard bound == nil, let target = board.workflow.status(meant: name), target.id != status,
        Ground(of: self, on: board).moveOptions.contains(where: {
          $0.status.id == target.id && $0.verdict.isAllowed
        })
      else { return nil }
      return moved(to: target.id, in: board.workflow, at: now)
    default: return nil
    }
  }

  private func edited(_ edit: TicketEdit) -> Card {
    Card(
      key: key, status: status, title: edit.title ?? title, priority: edit.priority ?? priority,
      assignee: edit.assignee.map(\.value) ?? assignee,
      labels: Set(labels).union(edit.addedLabels).subtracting(edit.removedLabels).sorted(),
      due: edit.due.map(\.value) ?? due, enteredAt: enteredAt, metRequirements: metRequirements,
      version: version + 1, agent: agent, bound: bound)
  }

  private func moved(to target: Status.ID, in workflow: Workflow, at now: Timestamp) -> Card {
    let isSameGate = workflow.gateAhead(of: target)?.key == workflow.gateAhead(of: status)?.key
    return Card(
      key: key, status: target, title: title, priority: priority, assignee: assignee,
      labels: labels, due: due, enteredAt: now, metRequirements: isSameGate ? metRequirements : 0,
      version: version + 1, agent: agent)
  }
}
