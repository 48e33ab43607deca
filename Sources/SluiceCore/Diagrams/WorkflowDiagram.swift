/// What a drawing of a workflow shows, whatever language it is written in.
struct WorkflowDiagram {
  /// An arrow between two statuses, with the gates that stand in it.
  struct Arrow: Hashable {
    let from: Status.ID
    let to: Status.ID
    let gates: [Gate]
    /// Whether it stands only for a gate that no transition meets.
    let isOnlyGate: Bool
  }

  /// A stage with its statuses in board order.
  struct Band: Hashable {
    let stage: Stage
    let statuses: [Status]
  }

  let workflow: Workflow
  let bands: [Band]
  let arrows: [Arrow]

  init(_ workflow: Workflow) {
    self.workflow = workflow
    bands = workflow.stages.map { stage in
      Band(
        stage: stage,
        statuses: workflow.statuses.filter { workflow.stage(of: $0.id)?.key == stage.key })
    }
    let steps = workflow.transitions.map { step in
      Arrow(
        from: step.from, to: step.to, gates: workflow.gates(from: step.from, to: step.to),
        isOnlyGate: false)
    }
    let met = Set(steps.flatMap(\.gates).map(\.key))
    arrows = steps + workflow.gates.filter { !met.contains($0.key) }.compactMap(workflow.border)
  }

  /// What stands above the drawing.
  var title: String {
    "\(workflow.name), \(workflow.enforcement.rawValue)"
  }

  /// What stands above a band.
  static func heading(of stage: Stage) -> String {
    stage.name + (stage.isAgentRequired ? " (assistant required)" : "")
  }

  /// What stands below the name of a status.
  static func note(on status: Status) -> String {
    status.category.title + (status.wipLimit.map { ", at most \($0)" } ?? "")
  }
}

extension Workflow {
  /// An arrow that shows between which stages a gate stands, though no transition meets it.
  fileprivate func border(_ gate: Gate) -> WorkflowDiagram.Arrow? {
    let left = stages.first { $0.key == gate.from }?.statuses.last
    let entered = stages.first { $0.key == gate.to }?.statuses.first
    guard let left, let entered else { return nil }
    return WorkflowDiagram.Arrow(from: left, to: entered, gates: [gate], isOnlyGate: true)
  }
}

extension Unicode.Scalar {
  /// The scalar, or the picture of what cannot be printed, so that no reader of a drawing stops at it.
  var drawn: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(value + 0x2400) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    default: self
    }
  }
}
