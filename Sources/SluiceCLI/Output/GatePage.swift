import Drawing
import SluiceCore

/// A gate as text: what it asks of a ticket, by the words that the verbs of gates take, and what is done.
struct GatePage {
  private let gate: Gate
  private let detail: TicketDetail
  private let now: Timestamp
  private let unmet: [Gate.Requirement]

  init(_ gate: Gate, of detail: TicketDetail, now: Timestamp) {
    self.gate = gate
    self.detail = detail
    self.now = now
    unmet = detail.state.progress.unmet(of: gate, in: detail.workflow)
  }

  private var progress: GateProgress { detail.state.progress }

  /// Its name, its stages, and how much of it holds.
  var heading: String {
    let names = [gate.from, gate.to].map { key in
      detail.workflow.stages.first { $0.key == key }?.name ?? key
    }
    let met = gate.requirementCount - unmet.count
    return "Gate “\(gate.name)”, \(names[0]) → \(names[1]): \(met) of \(gate.requirementCount)"
  }

  /// A line for everything that it asks for.
  var lines: [String] {
    let width = gate.requirements.map { operand(for: $0).count }.max() ?? 0
    return gate.requirements.map { requirement in
      let isMet = !unmet.contains(requirement)
      let box = isMet ? "[x] " : "[ ] "
      return box + operand(for: requirement).padded(to: width) + "  " + text(of: requirement)
        + (isMet ? trail(of: requirement) : "")
    }
  }

  /// What `ticket tick`, `ticket accept` or `ticket set` takes for it.
  private func operand(for requirement: Gate.Requirement) -> String {
    switch requirement {
    case .acknowledgment: gate.key
    case .item(let key): "\(gate.key)/\(key)"
    case .field(let key): key
    }
  }

  private func text(of requirement: Gate.Requirement) -> String {
    switch requirement {
    case .acknowledgment: return "“\(gate.acknowledgment ?? "")”"
    case .item(let key): return gate.item(key)?.text ?? key
    case .field(let key):
      guard let field = detail.workflow.field(key) else { return key }
      return VisibleText.line("\(field.name): \(field.standing(of: progress.values[key]))")
    }
  }

  /// Who did it, and when.
  private func trail(of requirement: Gate.Requirement) -> String {
    let stamp =
      switch requirement {
      case .acknowledgment: progress.marks[GateProgress.Mark(gate: gate.key, item: nil)]
      case .item(let key): progress.marks[GateProgress.Mark(gate: gate.key, item: key)]
      case .field(let key): progress.valueStamps[key]
      }
    guard let stamp else { return "" }
    let age = stamp.at.age(at: now)
    return "  (\(stamp.by), \(age == .now ? "just now" : "\(age) ago"))"
  }
}

extension Field {
  /// The value, or what is asked for; a value that the field takes no longer is told with it.
  func standing(of value: FieldValue?) -> String {
    guard let value else { return "needs \(expectation)" }
    return accepts(value) ? value.text : "needs \(expectation), no longer “\(value.text)”"
  }
}
