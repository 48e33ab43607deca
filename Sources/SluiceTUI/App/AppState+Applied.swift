import SluiceCore

extension AppState {
  mutating func take(
    _ result: Result<Receipt, EngineError>, _ purpose: Effect.ChangePurpose
  ) -> [Effect] {
    if case .failure(let error) = result, isKept(after: error) {
      pending.hold()
      return []
    }
    let decided = pending.takeFirst()
    pending.resolve(decided, as: (try? result.get())?.change)
    noteOutcome(result, of: decided)
    if case .takeBack(let deed) = purpose { noteTakenBack(deed, result) }
    switch result {
    case .failure(let error):
      pending.forgetTakingBack()
      goBack(with: decided?.steps?.ticket)
      let effects = refused(error, purpose, decided)
      if isDeciding, decided?.steps != nil { notice = nil }
      return effects
    case .success(let receipt):
      past.keep(decided?.text, receipt, purpose)
      foreign.disown(receipt)
      confirm(receipt, of: decided)
      let effects = applied(receipt, purpose, decided)
      // In triage the last decisions tell it.
      if isDeciding, notice?.kind == .information { notice = nil }
      return effects + forgettingDrafts(of: decided)
    }
  }

  /// Shows the board without the refused change; the focus goes back with its ticket if it is still there.
  private mutating func goBack(with ticket: TicketKey?) {
    guard let ticket, board.focusedCard?.key == ticket else { return }
    reforecast()
    board.focusTicket(ticket)
    fitToSize()
  }

  private mutating func applied(
    _ receipt: Receipt, _ purpose: Effect.ChangePurpose, _ decided: PendingChange?
  ) -> [Effect] {
    // On a slow line the person may have gone elsewhere since.
    let isFollowed = decided.map { $0.restCount == restCount } ?? true
    switch purpose {
    case .stay(let text), .answer(_, let text):
      letGo(receipt)
      say(text, warnings: receipt.warnings)
    case .follow(let text):
      if isFollowed { follow(receipt) }
      say(text, warnings: receipt.warnings)
    case .comment(let key, _): say("Comment added to \(key)")
    case .description(let ticket, _): say("Description of \(ticket.key) saved")
    case .title(let ticket, _): say("Title of \(ticket.key) saved")
    case .walk(let key, let here, let remaining, _):
      if isFollowed { follow(receipt) }
      say("\(key) → \(here)", warnings: receipt.warnings)
      return walk(key, here, remaining) + reload()
    case .deleted(let key): leaveDeleted(key)
    case .bulk(let bulk): changedMany(receipt, bulk)
    case .takeBack(let deed): tookBack(deed, receipt, "taken back")
    case .makeAgain(let deed): tookBack(deed, receipt, "made again")
    case .closeForm:
      closeForm()
      guard case .ticket(let ticket) = receipt.subject else { break }
      if isFollowed { follow(receipt) }
      say("\(ticket.key) saved", warnings: receipt.warnings)
    case .created:
      closeForm()
      guard case .ticket(let ticket) = receipt.subject else { break }
      if isFollowed { follow(receipt) }
      let status = board.workflow.statusName(ticket.status)
      say("\(ticket.key) made in \(status)", warnings: receipt.warnings)
    }
    return reload()
  }

  /// Lets the focus go where the changed ticket goes.
  mutating func follow(_ receipt: Receipt) {
    guard triage == nil, case .ticket(let ticket) = receipt.subject else { return }
    wanted = ticket
  }

  /// Follows a ticket no longer that was moved on meanwhile without being followed.
  private mutating func letGo(_ receipt: Receipt) {
    guard case .ticket(let ticket) = receipt.subject, let wanted else { return }
    if ticket.key == wanted.key, ticket.status != wanted.status { self.wanted = nil }
  }

  private func walk(
    _ key: TicketKey, _ here: String, _ remaining: [String]
  ) -> [Effect] {
    guard let next = remaining.first else { return [] }
    return [
      .apply(
        .changeTicket(.key(key), .move(to: next), expecting: Expectation(status: here)),
        .walk(key, to: next, remaining: Array(remaining.dropFirst()), reached: here))
    ]
  }

  private mutating func closeForm() {
    if case .form(let form) = layers.last, form.isSaving { pop() }
  }

  /// Says why, keeps what was typed, and shows the present state where that is the reason.
  private mutating func refused(
    _ error: EngineError, _ purpose: Effect.ChangePurpose, _ decided: PendingChange?
  ) -> [Effect] {
    fail(error)
    if let conflict = conflict(error, purpose, decided) {
      if case .form(let open) = layers.last, open.isSaving { pop() }
      return meet(conflict) + reload()
    }
    switch purpose {
    case .closeForm, .created: keepForm(decided?.form, after: error)
    case .comment(let key, let text):
      giveBack(Prompt(.comment(key), "Comment on \(key)", typed: text), after: error)
    case .description(let ticket, let text):
      var form = TicketForm(editing: ticket, description: text)
      form.fault = error.message
      giveBack(.form(form))
    case .title(let ticket, let text):
      var prompt = Prompt(titleOf: ticket, typed: text, instead: ticket.title)
      prompt.fault = Self.sentence(error)
      giveBack(.prompt(prompt))
    case .answer(let prompt, _): giveBack(prompt, after: error)
    case .walk(let key, _, _, let reached?):
      notice = Notice(
        kind: .failure, text: "\(key) → \(reached), and no further. " + Self.sentence(error))
    case .takeBack(let deed): past.keep(deed, for: .undo, after: error)
    case .makeAgain(let deed): past.keep(deed, for: .redo, after: error)
    case .bulk(let bulk): refusedMany(error, bulk)
    case .stay, .follow, .walk, .deleted: break
    }
    return error.code == .conflict || error.code == .refused ? reload() : []
  }

  /// Puts the fault into the form that waits for its answer, or brings the form back that was closed since.
  private mutating func keepForm(_ sent: TicketForm?, after error: EngineError) {
    if case .form(let open) = layers.last, open.isSaving {
      pop()
      push(.form(open.refused(error)))
      // The form says it where the text is; twice would be in two voices.
      notice = nil
    } else if let sent {
      giveBack(.form(sent.refused(error)))
    }
  }

  /// Both versions of a text that met another one than it was typed upon; `nil` if that was not the reason.
  private func conflict(
    _ error: EngineError, _ purpose: Effect.ChangePurpose, _ decided: PendingChange?
  ) -> Conflict? {
    guard error.code == .conflict, let current = error.current else { return nil }
    switch purpose {
    case .closeForm:
      if case .form(let open) = layers.last, open.isSaving { return Conflict(open, on: current) }
      return decided?.form.map { Conflict($0, on: current) }
    case .description(let ticket, let text):
      return Conflict(TicketForm(editing: ticket, description: text), on: current)
    case .title(let ticket, let text):
      return Conflict(
        Prompt(titleOf: current, typed: text, instead: ticket.title), "Title",
        theirs: current.title, on: current)
    case .answer(let prompt, _):
      if case .value(_, let field) = prompt.purpose {
        return Conflict(prompt, field.name, theirs: nil, on: current)
      }
      return Conflict(prompt, "Due", theirs: current.due?.description ?? "", on: current)
    default: return nil
    }
  }
}

extension Prompt {
  /// The question for a title with an answer that is not saved.
  fileprivate init(titleOf ticket: Ticket, typed text: String, instead former: String) {
    self.init(.title(ticket), "Title of \(ticket.key)", text: former)
    editor = LineEditor(text)
  }
}

extension TicketForm {
  /// Itself, to be saved again, with why it was not saved.
  fileprivate func refused(_ error: EngineError) -> TicketForm {
    var form = self
    form.isSaving = false
    form.fault = AppState.sentence(error)
    return form
  }

  /// A form whose description was written elsewhere and is not saved.
  fileprivate init(editing ticket: Ticket, description: String) {
    self.init(editing: ticket)
    self.description = description
    row = .description
  }
}
