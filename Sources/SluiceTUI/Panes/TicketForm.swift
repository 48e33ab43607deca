import SluiceCore

/// The fields of a ticket that is made or edited.
struct TicketForm: Equatable {
  /// What the form is for.
  enum Purpose: Equatable {
    case create(ProjectKey)
    /// Editing; `original` is what the ticket was like, so that only what differs is sent.
    case edit(original: Ticket)
  }

  /// The rows, from the top.
  enum Row: Int, CaseIterable, Equatable {
    case title
    case priority
    case assignee
    case labels
    case due
    case description

    var name: String {
      switch self {
      case .title: "Title"
      case .priority: "Priority"
      case .assignee: "Assignee"
      case .labels: "Labels"
      case .due: "Due"
      case .description: "Description"
      }
    }
  }

  let purpose: Purpose
  var row = Row.title
  var title: LineEditor
  var priority: Priority
  var assignee: LineEditor
  var labels: LineEditor
  var due: LineEditor
  var description: String
  /// The version that an edit is made upon; a conflict takes it forward once it has been shown.
  var version: Int?
  /// What was wrong when it was last saved.
  var fault: String?
  /// Where what stands there comes from, if it was typed before.
  var note: String?
  /// Whether leaving has been asked once while there was unsaved text.
  var isLeaving = false
  /// Whether a save is under way.
  var isSaving = false

  init(creatingIn project: ProjectKey) {
    purpose = .create(project)
    title = LineEditor()
    priority = .medium
    assignee = LineEditor()
    labels = LineEditor()
    due = LineEditor()
    description = ""
  }

  init(editing ticket: Ticket) {
    purpose = .edit(original: ticket)
    title = LineEditor(ticket.title)
    priority = ticket.priority
    assignee = LineEditor(ticket.assignee ?? "")
    labels = LineEditor(LabelList.text(ticket.labels))
    due = LineEditor(ticket.due?.description ?? "")
    description = ticket.description
    version = ticket.version
  }

  /// Whether something was typed that is not saved.
  var isChanged: Bool {
    switch purpose {
    case .create(let project):
      var blank = TicketForm(creatingIn: project)
      blank.row = row
      return content != blank.content
    case .edit(let original): return content != TicketForm(editing: original).content
    }
  }

  var content: [String] {
    [title.text, priority.name, assignee.text, labels.text, due.text, description]
  }
}

extension TicketForm {
  /// The editor of the focused row, where it has one.
  var editor: LineEditor? {
    get {
      switch row {
      case .title: title
      case .assignee: assignee
      case .labels: labels
      case .due: due
      case .priority, .description: nil
      }
    }
    set {
      guard let newValue else { return }
      switch row {
      case .title: title = newValue
      case .assignee: assignee = newValue
      case .labels: labels = newValue
      case .due: due = newValue
      case .priority, .description: break
      }
    }
  }

  mutating func step(_ distance: Int) {
    let rows = Row.allCases.count
    row = Row(rawValue: (row.rawValue + distance + rows) % rows) ?? .title
  }

  mutating func stepPriority(_ distance: Int) {
    let raised = min(
      max(priority.rawValue + distance, Priority.low.rawValue), Priority.urgent.rawValue)
    priority = Priority(rawValue: raised) ?? priority
  }
}

extension TicketForm {
  /// The change that saves the form, or what is wrong with it; days are counted from `today`.
  func change(on today: CalendarDay) -> Result<Change, FormFault> {
    let day: CalendarDay?
    switch dueDay(on: today) {
    case .success(let value): day = value
    case .failure(let fault): return .failure(fault)
    }
    switch purpose {
    case .create(let project):
      return .success(.createTicket(.key(project), draft(due: day)))
    case .edit(let original):
      let edit = edit(from: original, due: day)
      return .success(
        .changeTicket(.key(original.key), .edit(edit), expecting: Expectation(version: version)))
    }
  }

  struct FormFault: Error, Equatable {
    let row: Row
    let message: String
  }

  private func dueDay(on today: CalendarDay) -> Result<CalendarDay?, FormFault> {
    let text = due.text.trimmingBlanks
    guard !text.isEmpty else { return .success(nil) }
    guard let day = CalendarDay(said: text, on: today) else {
      return .failure(FormFault(row: .due, message: CalendarDay.refusal(of: text)))
    }
    return .success(day)
  }

  /// Itself with the day in place of “tomorrow”, which would be another one if it has to be saved again.
  func writingOutDue(on today: CalendarDay) -> TicketForm {
    guard let day = CalendarDay(said: due.text.trimmingBlanks, on: today),
      due.text != day.description
    else { return self }
    var form = self
    form.due = LineEditor(day.description)
    return form
  }

  private var labelList: [String] {
    LabelList.labels(in: labels.text)
  }

  private func draft(due: CalendarDay?) -> TicketDraft {
    TicketDraft(
      title: title.text, description: description, priority: priority, assignee: assignee.text,
      labels: labelList, due: due)
  }

  private func edit(from original: Ticket, due: CalendarDay?) -> TicketEdit {
    let assignee = assignee.text.trimmingBlanks
    let former = Set(original.labels)
    let wanted = Set(labelList)
    return TicketEdit(
      title: title.text == original.title ? nil : title.text,
      description: description == original.description ? nil : description,
      priority: priority == original.priority ? nil : priority,
      assignee: assignee == (original.assignee ?? "")
        ? nil : TicketEdit.Setting(assignee.isEmpty ? nil : assignee),
      due: due == original.due ? nil : TicketEdit.Setting(due),
      addedLabels: wanted.subtracting(former).sorted(),
      removedLabels: former.subtracting(wanted).sorted())
  }
}
