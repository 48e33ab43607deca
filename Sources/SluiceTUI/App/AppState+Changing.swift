import SluiceCore

extension AppState {
  mutating func change(_ command: CommandID) -> [Effect] {
    if command == .newTicket {
      push(.form(TicketForm(creatingIn: board.project.key)))
      return []
    }
    guard let key = subject else {
      notice = Notice(kind: .information, text: absence)
      return []
    }
    switch command {
    case .priorityUrgent: return setPriority(.urgent, of: key)
    case .priorityHigh: return setPriority(.high, of: key)
    case .priorityMedium: return setPriority(.medium, of: key)
    case .priorityLow: return setPriority(.low, of: key)
    case .comment: push(.prompt(Prompt(.comment(key), "Comment on \(key)")))
    case .due: askDue(of: key)
    case .assign: return pickAssignee(of: key)
    case .unlabel, .priority:
      openPalette(command.name + " ")
    case .labels: return pickLabels(of: key)
    case .deleteTicket: askDeletion(of: key)
    default: return edit(command)
    }
    return []
  }

  func setPriority(_ priority: Priority, of key: TicketKey) -> [Effect] {
    let edit = TicketEdit(priority: priority)
    let text = "\(key) is \(priority.name)"
    return [
      .apply(.changeTicket(.key(key), .edit(edit)), .follow(saying: text))
    ]
  }

  private mutating func askDue(of key: TicketKey) {
    let due = subjectDetail?.state.ticket.due ?? currentCard?.due
    var prompt = Prompt(
      .due(key), "\(key) is due (YYYY-MM-DD, tomorrow, fri, +3d; empty for never)",
      text: due?.description ?? "")
    prompt.version = subjectDetail?.state.ticket.version ?? currentCard?.version
    push(.prompt(prompt))
  }

  private mutating func pickAssignee(of key: TicketKey) -> [Effect] {
    push(.picker(Picker(.assignee(key), "Assign \(key) to", items: assigneeItems([]))))
    return [.loadSuggestions(.assignee, .key(board.project.key), prefix: "")]
  }

  func assigneeItems(_ names: [String]) -> [Picker.Item] {
    let nobody = Picker.Item(value: "", text: "nobody")
    let me = Picker.Item(value: user, text: user, detail: "me")
    let others = names.filter { $0 != user }.map { Picker.Item(value: $0, text: $0) }
    return [me] + others + [nobody]
  }

  private mutating func pickLabels(of key: TicketKey) -> [Effect] {
    let labels = subjectDetail?.state.ticket.labels ?? currentCard?.labels ?? []
    let items = labels.map { Picker.Item(value: $0, text: $0) }
    push(.picker(Picker(.labels(key), "Labels of \(key)", items: items, marked: Set(labels))))
    return [.loadSuggestions(.label, .key(board.project.key), prefix: "")]
  }

  /// Editing needs the whole ticket; where it is not read yet, the key reads it and asks to be pressed again.
  private mutating func edit(_ command: CommandID) -> [Effect] {
    guard let ticket = subjectDetail?.state.ticket else {
      notice = Notice(kind: .information, text: "Reading the ticket; press the key again.")
      return loadCurrent()
    }
    if command == .editTicket {
      push(.form(TicketForm(editing: ticket)))
      return []
    }
    return [.loadDraft(.description(ticket.key))]
  }

  mutating func take(
    _ result: Result<String?, EditorError>, _ purpose: Effect.EditPurpose
  ) -> [Effect] {
    switch result {
    case .failure(let error):
      notice = Notice(kind: .failure, text: error.message)
      return error.text.map { keep(left: $0, purpose) } ?? []
    case .success(nil):
      say("Nothing was changed")
      return []
    case .success(.some(let text)):
      guard let text = DraftRemark.reading(text) else {
        say("Draft discarded")
        return [.keepDraft(nil, for: purpose.draftSubject)]
      }
      return take(edited: text, purpose)
    }
  }

  /// Keeps what an editor left that failed, where it can be gone on with.
  private mutating func keep(left text: String, _ purpose: Effect.EditPurpose) -> [Effect] {
    guard let text = DraftRemark.reading(text) else { return [] }
    switch (purpose, layers.last) {
    case (.comment(let key), .prompt(var prompt)) where prompt.purpose == .comment(key):
      prompt.editor.replace(0..<prompt.editor.characters.count, with: text)
      replaceLayer(.prompt(prompt))
      return []
    case (.formDescription, _): return take(edited: text, purpose)
    default: return [.keepDraft(text, for: purpose.draftSubject)]
    }
  }

  private mutating func take(edited text: String, _ purpose: Effect.EditPurpose) -> [Effect] {
    switch purpose {
    case .description(let ticket):
      let draft = Draft.Subject.description(ticket.key)
      guard text != ticket.description else { return [.keepDraft(nil, for: draft)] }
      return [
        .keepDraft(text, for: draft),
        .apply(
          .changeTicket(
            .key(ticket.key), .edit(TicketEdit(description: text)),
            expecting: Expectation(version: ticket.version)),
          .description(ticket, text: text)),
      ]
    case .comment(let key):
      if case .prompt(let prompt) = layers.last, prompt.purpose == .comment(key) { pop() }
      return [
        .keepDraft(text, for: .comment(key)),
        .apply(.changeTicket(.key(key), .comment(text)), .comment(key, text: text)),
      ]
    case .formDescription:
      if case .form(var form) = layers.last {
        form.description = text
        replaceLayer(.form(form))
      }
      // The form has it now, with all else that is typed there.
      return [.keepDraft(nil, for: purpose.draftSubject)]
    }
  }
}
