import SluiceCore

/// Something that was decided in triage.
struct Decision: Equatable {
  /// What kind of thing it is, for counting.
  enum Kind: Hashable {
    case move(to: String)
    case priority
    case assignee
    case labels
    case comment
    case deletion
    case other
    case skip
    /// Nothing was decided: the ticket was left out because others had it elsewhere.
    case absence
  }

  /// How far it is.
  enum State: Equatable {
    /// The engine has not answered yet.
    case underWay
    case done
    case refused(String)
    /// It is to be taken back, and the engine has not answered yet.
    case returning
  }

  /// Tells it from all others of the trail that it is in.
  var id = 0
  let ticket: TicketKey
  let kind: Kind
  /// What it was, in a few words.
  let text: String
  var state: State
  /// The number of the change under way; `nil` where none was needed.
  var number: Int?
  /// What names the change to `undo`.
  var change: Int64?
  /// The ticket as it was before.
  var before: TriageEntry?
}

extension Decision {
  /// Whether the next ticket is shown at once.
  var leadsOn: Bool {
    switch kind {
    case .move, .deletion, .skip: true
    default: false
    }
  }

  /// Whether it can be taken back now or once it is confirmed.
  var stands: Bool {
    switch state {
    case .underWay, .done: kind != .absence
    case .refused, .returning: false
    }
  }

  /// What the engine was asked for, as a decision about the ticket; `nil` for what is none.
  init?(_ pending: PendingChange, before: TriageEntry?, in workflow: Workflow?) {
    guard let steps = pending.steps, let change = steps.changes.first else { return nil }
    ticket = steps.ticket
    kind = Kind(change)
    switch change {
    case .move(let name): text = "→ \(name)"
    case .edit(let edit): text = edit.inShort ?? pending.text ?? "edited"
    case .comment: text = "comment"
    case .delete: text = "deleted"
    default: text = pending.text ?? "changed"
    }
    state = .underWay
    number = pending.number
    self.before = before
  }

  /// Nothing: the ticket stays as it is.
  static func skip(_ entry: TriageEntry) -> Decision {
    Decision(ticket: entry.key, kind: .skip, text: "skipped", state: .done, before: entry)
  }

  /// A ticket that was left out, and why.
  static func absence(of key: TicketKey, _ reason: String) -> Decision {
    Decision(ticket: key, kind: .absence, text: reason, state: .done)
  }

  private init(
    ticket: TicketKey, kind: Kind, text: String, state: State, before: TriageEntry? = nil
  ) {
    self.ticket = ticket
    self.kind = kind
    self.text = text
    self.state = state
    self.before = before
  }
}

extension Decision.Kind {
  fileprivate init(_ change: TicketChange) {
    switch change {
    case .move(let name): self = .move(to: name)
    case .comment: self = .comment
    case .delete: self = .deletion
    case .edit(let edit) where edit.priority != nil: self = .priority
    case .edit(let edit) where edit.assignee != nil: self = .assignee
    case .edit(let edit) where !(edit.addedLabels + edit.removedLabels).isEmpty: self = .labels
    default: self = .other
    }
  }
}

extension TicketEdit {
  /// A single setting by its new value alone; `nil` for anything else.
  fileprivate var inShort: String? {
    if self == TicketEdit(priority: priority) { return priority?.name }
    if self == TicketEdit(assignee: assignee) { return assignee?.value ?? "nobody" }
    if self == TicketEdit(addedLabels: addedLabels) { return addedLabels.first.map { "+\($0)" } }
    if self == TicketEdit(removedLabels: removedLabels) {
      return removedLabels.first.map { "-\($0)" }
    }
    return nil
  }
}
