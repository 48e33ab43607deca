import SluiceCore

/// What was typed and not saved, for someone else has changed the ticket meanwhile, beside what is there now.
struct Conflict: Equatable {
  /// What was being edited, with all that was typed, as it can be saved over the present version.
  enum Typed: Equatable {
    case form(TicketForm)
    case prompt(Prompt)
  }

  /// One field in both versions.
  struct Part: Equatable {
    enum Kind: Equatable {
      /// Both say the same.
      case same
      /// Saving what was typed puts it in place of what is there.
      case different
      /// Only the other one changed it, and it stays so whatever is chosen.
      case theirs
    }

    let name: String
    let mine: String
    /// `nil` while it is being read.
    let theirs: String?
    let kind: Kind
  }

  let ticket: TicketKey
  let typed: Typed
  private(set) var parts: [Part]
  /// Which fields are no longer as they were when one began to type.
  let touched: Set<ChangedField>
  /// What last changed one of them, as far as it is known.
  var changer: Event?
  /// The first line in sight.
  var top = 0

  /// A form that was to be saved over an older version than `current`.
  init(_ form: TicketForm, on current: Ticket) {
    ticket = current.key
    var form = form
    form.isSaving = false
    form.version = current.version
    form.fault =
      "\(current.key) was changed meanwhile. ^S saves yours all the same, esc leaves theirs."
    let former = form.original.map { TicketForm(editing: $0).content } ?? []
    let theirs = TicketForm(editing: current).content
    parts = TicketForm.Row.allCases.map { row in
      let place = row.rawValue
      let mine = form.content[place]
      let isTyped = !former.indices.contains(place) || mine != former[place]
      return Part(
        name: row.name, mine: mine, theirs: theirs[place],
        kind: mine == theirs[place] ? .same : isTyped ? .different : .theirs)
    }
    touched = Set(
      TicketForm.Row.allCases.filter { row in
        former.indices.contains(row.rawValue) && former[row.rawValue] != theirs[row.rawValue]
      }.map(\.field))
    typed = .form(form)
  }

  /// An answer that was to be saved over an older version than `current`; `theirs` is what is there in place
  /// of it, as far as it is known.
  init(_ prompt: Prompt, _ name: String, theirs: String?, on current: Ticket) {
    ticket = current.key
    var prompt = prompt
    prompt.version = current.version
    prompt.fault =
      "\(current.key) was changed meanwhile. Enter saves yours all the same, esc leaves theirs."
    typed = .prompt(prompt)
    touched = prompt.field.map { [$0] } ?? []
    parts = [Self.part(name, prompt, theirs)]
  }

  private static func part(_ name: String, _ prompt: Prompt, _ theirs: String?) -> Part {
    let mine = prompt.editor.text
    return Part(
      name: name, mine: mine, theirs: theirs, kind: theirs == mine ? .same : .different)
  }
}

extension Conflict {
  /// Takes what is there now of a field that had to be read first.
  mutating func take(_ detail: TicketDetail) {
    guard detail.state.ticket.key == ticket, case .prompt(let prompt) = typed,
      case .value(_, let field) = prompt.purpose
    else { return }
    let value = detail.state.progress.values[field.key]?.text ?? ""
    parts = [Self.part(field.name, prompt, value)]
  }

  /// Whether the other one changed something else than what was typed, so that both can be kept.
  var isNone: Bool {
    guard case .prompt(let prompt) = typed, let theirs = parts.first?.theirs else { return false }
    return theirs == prompt.original || theirs == prompt.editor.text
  }
}

extension TicketForm {
  /// The ticket as it was when the form was opened; `nil` for a new one.
  fileprivate var original: Ticket? {
    if case .edit(let original) = purpose { original } else { nil }
  }
}
