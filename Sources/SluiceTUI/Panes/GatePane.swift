import Drawing
import SluiceCore

/// The checklist of a gate: what it asks for, what is done and by whom.
struct GatePane {
  let gate: Gate
  let workflow: Workflow
  /// What has been confirmed; `nil` while it is being read.
  let progress: GateProgress?
  /// The place of the requirement that has the focus.
  let focused: Int?
  let now: Timestamp
  let columns: Int

  struct Line {
    let text: String
    let role: Role
    let requirement: Int
    let isFirst: Bool
  }

  /// How many rows the list takes.
  var rows: Int { lines.count + 1 }

  /// Draws the list, scrolled so that the focus is in sight; returns where the focus stands.
  func draw(in rect: Rect, on canvas: inout Canvas) -> Point? {
    let stages = [gate.from, gate.to].map { key in
      workflow.stages.first { $0.key == key }?.name ?? key
    }
    canvas.writeLine(stages.joined(separator: " → "), in: rect, style: Style(.dim))
    let area = rect.dividedTop(1).rest
    let all = lines
    let place = focused.flatMap { place in all.lastIndex { $0.requirement == place } } ?? 0
    let top = max(0, place - area.rows + 1)
    var cursor: Point?
    for (row, line) in all.dropFirst(top).prefix(area.rows).enumerated() {
      canvas.writeLine(line.text, in: area.line(row), style: Style(line.role))
      guard line.requirement == focused else { continue }
      canvas.restyle(area.line(row), adding: .focused)
      canvas.put("▌", at: area.line(row).origin.moved(columns: -1), style: Style(.focusBar))
      if line.isFirst { cursor = area.line(row).origin }
    }
    return cursor
  }

  var lines: [Line] {
    gate.requirements.enumerated().flatMap { index, requirement in
      let isMet = progress?.meets(requirement, of: gate, in: workflow)
      let box = isMet == nil ? "[·]" : isMet == true ? "[x]" : "[ ]"
      let role: Role = isMet == true ? .checkDone : .checkOpen
      let text = workflow.line(on: requirement, of: gate, given: progress)
      let wrapped = TextWrapping.lines(of: text, columns: columns - 4, maxLines: 3)
      let first = wrapped.enumerated().map { row, text in
        Line(
          text: (row == 0 ? box : "   ") + " " + text, role: role, requirement: index,
          isFirst: row == 0)
      }
      guard let note = note(on: requirement) else { return first }
      if columns >= 60, let line = first.first, first.count == 1 {
        return [
          Line(text: "\(line.text)   \(note)", role: role, requirement: index, isFirst: true)
        ]
      }
      return first + [Line(text: "    " + note, role: .dim, requirement: index, isFirst: false)]
    }
  }

  /// Who confirmed it, and when.
  private func note(on requirement: Gate.Requirement) -> String? {
    let stamp: GateProgress.Stamp? =
      switch requirement {
      case .item(let key): progress?.marks[.init(gate: gate.key, item: key)]
      case .acknowledgment: progress?.marks[.init(gate: gate.key, item: nil)]
      case .field(let key): progress?.valueStamps[key]
      }
    return stamp.map { "\($0.by), \($0.at.ago(at: now))" }
  }
}

extension Workflow {
  /// A requirement as a checklist shows it, with the value where a field has one.
  func line(
    on requirement: Gate.Requirement, of gate: Gate, given progress: GateProgress?
  ) -> String {
    switch requirement {
    case .item(let key): return gate.item(key)?.text ?? key
    case .acknowledgment: return "I accept: \(gate.acknowledgment ?? "")"
    case .field(let key):
      let field = field(key)
      let value = progress?.values[key]?.text
      return "\(field?.name ?? key): \(value ?? "needs \(field?.expectation ?? "a value")")"
    }
  }
}
