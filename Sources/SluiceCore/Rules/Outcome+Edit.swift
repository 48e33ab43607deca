extension Outcome {
  mutating func edit(_ edit: TicketEdit) throws(Rejection) {
    if let title = edit.title { try setTitle(title) }
    if let description = edit.description { try setDescription(description) }
    if let priority = edit.priority { setPriority(priority) }
    if let assignee = edit.assignee {
      let name = try TicketText.word(assignee.value, called: "assignee")
      record("assignee", from: state.ticket.assignee, to: name)
      state.ticket.assignee = name
    }
    if let reporter = edit.reporter {
      let name = try TicketText.word(reporter.value, called: "reporter")
      record("reporter", from: state.ticket.reporter, to: name)
      state.ticket.reporter = name
    }
    if let due = edit.due {
      record("due", from: state.ticket.due?.description, to: due.value?.description)
      state.ticket.due = due.value
    }
    if let target = edit.target {
      record("target", from: state.ticket.target.rawValue, to: target.rawValue)
      state.ticket.target = target
    }
    try setLabels(adding: edit.addedLabels, removing: edit.removedLabels)
  }

  mutating func comment(_ text: String, _ world: Circumstances) throws(Rejection) {
    let text = try TicketText.body(text, called: "comment")
    guard !text.trimmingBlanks.isEmpty else {
      throw .invalidValue(attribute: "comment", message: "A comment needs some text.")
    }
    comments.append(Comment(author: world.actor.name, at: world.now, text: text))
    events.append(Event.Draft(.commented, to: text))
  }

  private mutating func setTitle(_ text: String) throws(Rejection) {
    let title = try TicketText.title(text)
    record("title", from: state.ticket.title, to: title)
    state.ticket.title = title
  }

  private mutating func setDescription(_ text: String) throws(Rejection) {
    let description = try TicketText.body(text, called: "description")
    record("description", from: state.ticket.description, to: description)
    state.ticket.description = description
  }

  private mutating func setPriority(_ priority: Priority) {
    record("priority", from: state.ticket.priority.name, to: priority.name)
    state.ticket.priority = priority
  }

  private mutating func setLabels(
    adding added: [String], removing removed: [String]
  ) throws(Rejection) {
    let removed = removed.map(\.trimmingBlanks)
    // A label both added and removed is removed, and if it was not there nothing happened.
    let added = try TicketText.labels(added).filter { !removed.contains($0) }
    var labels = Set(state.ticket.labels)
    for label in added where labels.insert(label).inserted {
      events.append(Event.Draft(.labelAdded, subject: label))
    }
    for label in removed where labels.remove(label) != nil {
      events.append(Event.Draft(.labelRemoved, subject: label))
    }
    try TicketText.checkLabelCount(labels.count)
    state.ticket.labels = labels.sorted()
  }

  private mutating func record(_ attribute: String, from: String?, to: String?) {
    guard from != to else { return }
    events.append(Event.Draft(.ticketEdited, subject: attribute, from: from, to: to))
  }
}
