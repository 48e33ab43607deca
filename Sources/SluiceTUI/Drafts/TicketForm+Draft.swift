import SluiceCore

/// The fields of a form as one text, and back.
extension TicketForm {
  var draftSubject: Draft.Subject {
    switch purpose {
    case .create(let project): .create(project)
    case .edit(let original): .edit(original.key)
    }
  }

  /// All fields, each behind its length in bytes, so that none can be taken for another.
  var draftText: String {
    content.map { "\($0.utf8.count):\($0)" }.joined()
  }

  /// What differs wherever one of the fields does.
  var revision: AppState.Revision {
    .form(
      editors: [title, assignee, labels, due].map(\.revision), priority, description: description)
  }

  /// Puts the fields of a draft in place of its own; `false` for a text that is no form.
  mutating func restore(_ text: String) -> Bool {
    guard let fields = Self.fields(of: text), fields.count == content.count,
      let priority = Priority.allCases.first(where: { $0.name == fields[1] }), fields != content
    else { return false }
    title = LineEditor(fields[0])
    self.priority = priority
    assignee = LineEditor(fields[2])
    labels = LineEditor(fields[3])
    due = LineEditor(fields[4])
    description = fields[5]
    return true
  }

  private static func fields(of text: String) -> [String]? {
    var rest = Array(text.utf8)[...]
    var fields: [String] = []
    while !rest.isEmpty {
      guard let colon = rest.prefix(12).firstIndex(of: UInt8(ascii: ":")),
        let count = Int(String(decoding: rest[..<colon], as: UTF8.self)), count >= 0,
        rest.endIndex - colon > count
      else { return nil }
      let end = colon + 1 + count
      fields.append(String(decoding: rest[(colon + 1)..<end], as: UTF8.self))
      rest = rest[end...]
    }
    return fields
  }

  /// Itself before anything was typed.
  var asItWas: TicketForm {
    var form: TicketForm
    switch purpose {
    case .create(let project): form = TicketForm(creatingIn: project)
    case .edit(let original):
      form = TicketForm(editing: original)
      form.version = version
    }
    form.row = row
    return form
  }
}
