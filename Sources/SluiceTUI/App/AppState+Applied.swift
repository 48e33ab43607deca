import SluiceCore

extension AppState {
  mutating func take(
    _ result: Result<Receipt, EngineError>, _ purpose: Effect.ChangePurpose
  ) -> [Effect] {
    let deed = past.arrive()
    switch result {
    case .failure(let error):
      past.waiting = []
      return refused(error, purpose)
    case .success(let receipt):
      past.keep(deed, receipt, purpose)
      return applied(receipt, purpose)
    }
  }

  private mutating func applied(_ receipt: Receipt, _ purpose: Effect.ChangePurpose) -> [Effect] {
    switch purpose {
    case .stay(let text):
      letGo(receipt)
      say(text, warnings: receipt.warnings)
    case .follow(let text):
      follow(receipt)
      say(text, warnings: receipt.warnings)
    case .comment(let key, _): say("Comment added to \(key)")
    case .description(let ticket, _): say("Description of \(ticket.key) saved")
    case .walk(let key, let here, let remaining, _):
      return walk(key, here, remaining, receipt) + reload()
    case .deleted(let key): leaveDeleted(key)
    case .takeBack(let deed): tookBack(deed, receipt, "taken back")
    case .makeAgain(let deed): tookBack(deed, receipt, "made again")
    case .closeForm:
      closeForm()
      guard let ticket = follow(receipt) else { break }
      say("\(ticket.key) saved", warnings: receipt.warnings)
    case .created:
      closeForm()
      guard let ticket = follow(receipt) else { break }
      let status = board.workflow.statusName(ticket.status)
      say("\(ticket.key) made in \(status)", warnings: receipt.warnings)
    }
    return reload()
  }

  /// Lets the focus go where the changed ticket goes.
  @discardableResult
  mutating func follow(_ receipt: Receipt) -> Ticket? {
    guard case .ticket(let ticket) = receipt.subject else { return nil }
    wanted = ticket
    return ticket
  }

  /// Follows a ticket no longer that was moved on meanwhile without being followed.
  private mutating func letGo(_ receipt: Receipt) {
    guard case .ticket(let ticket) = receipt.subject, let wanted else { return }
    if ticket.key == wanted.key, ticket.status != wanted.status { self.wanted = nil }
  }

  private mutating func walk(
    _ key: TicketKey, _ here: String, _ remaining: [String], _ receipt: Receipt
  ) -> [Effect] {
    follow(receipt)
    say("\(key) → \(here)", warnings: receipt.warnings)
    guard let next = remaining.first else { return [] }
    return [
      .apply(
        .changeTicket(.key(key), .move(to: next), expecting: Expectation(status: here)),
        .walk(key, to: next, remaining: Array(remaining.dropFirst()), reached: here))
    ]
  }

  private mutating func closeForm() {
    if case .form = layers.last { pop() }
  }

  /// Says why, keeps what was typed, and shows the present state where that is the reason.
  private mutating func refused(_ error: EngineError, _ purpose: Effect.ChangePurpose) -> [Effect] {
    fail(error)
    switch purpose {
    case .closeForm, .created: keepForm(after: error)
    case .comment(let key, let text):
      var prompt = Prompt(.comment(key), "Comment on \(key)")
      prompt.editor = LineEditor(text)
      push(.prompt(prompt))
    case .description(let ticket, let text): keepDescription(of: ticket, text, after: error)
    case .walk(let key, _, _, let reached?):
      notice = Notice(
        kind: .failure, text: "\(key) → \(reached), and no further. " + Self.sentence(error))
    case .takeBack(let deed): past.keep(deed, for: .undo, after: error)
    case .makeAgain(let deed): past.keep(deed, for: .redo, after: error)
    case .stay, .follow, .walk, .deleted: break
    }
    return error.code == .conflict || error.code == .refused ? reload() : []
  }

  private mutating func keepForm(after error: EngineError) {
    guard case .form(var form) = layers.last else { return }
    form.isSaving = false
    form.fault = Self.sentence(error)
    // The form says it where the text is; twice would be in two voices.
    notice = nil
    if let current = error.current {
      form.version = current.version
      form.fault =
        "\(current.key) was changed meanwhile. ^S saves yours all the same, esc leaves theirs."
    }
    replaceLayer(.form(form))
  }

  /// A description that was not saved goes into the form, where it can be saved again.
  private mutating func keepDescription(
    of opened: Ticket, _ text: String, after error: EngineError
  ) {
    let ticket = error.current ?? opened
    var form = TicketForm(editing: ticket)
    form.description = text
    form.row = .description
    form.fault = error.message
    push(.form(form))
  }
}
