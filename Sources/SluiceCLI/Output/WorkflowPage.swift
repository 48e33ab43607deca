import SluiceCore

/// A workflow as text.
struct WorkflowPage {
  let workflow: Workflow
  /// What stands above the stages.
  private let heading: String

  init(_ workflow: Workflow, heading: String) {
    self.workflow = workflow
    self.heading = heading
  }

  var lines: [String] {
    var lines = [heading]
    for stage in workflow.stages { lines += ["", stage.name] + self.lines(of: stage) }
    for gate in workflow.gates { lines += self.lines(of: gate) }
    if !workflow.fields.isEmpty { lines += ["", "Fields"] + workflow.fields.map(line(of:)) }
    return lines
  }

  private func lines(of stage: Stage) -> [String] {
    let width = workflow.statuses.map(\.name.count).max() ?? 0
    return workflow.statuses.filter { stage.statuses.contains($0.id) }.map { status in
      let limit = status.wipLimit.map { ", at most \($0)" } ?? ""
      let exits = workflow.available(from: status.id).map(\.name).joined(separator: ", ")
      return "  " + status.name.padded(to: width) + "  "
        + (exits.isEmpty ? "the end" : "→ " + exits) + " (\(status.category.rawValue)\(limit))"
    }
  }

  private func lines(of gate: Gate) -> [String] {
    ["", "Gate “\(gate.name)” (\(gate.key)), \(gate.from) → \(gate.to)"]
      + gate.requirements.map { "  " + workflow.text(of: $0, in: gate) }
  }

  private func line(of field: Field) -> String {
    "  \(field.name) (\(field.key)): \(field.expectation)"
  }
}
