import Drawing
import SluiceCore

/// A workflow drawn as text: stages below one another, the arrows out of each status, gates on the borders.
struct WorkflowMap {
  private let workflow: Workflow
  private let width: Int
  private let nameWidth: Int

  private static let widestName = 24

  /// A map that is at most so many columns wide, but never too narrow to be read.
  init(_ workflow: Workflow, width: Int) {
    self.workflow = workflow
    self.width = max(width, 24)
    let names = workflow.statuses.map { DisplayWidth.columns(of: VisibleText.line($0.name)) }
    nameWidth = min(names.max() ?? 0, Self.widestName)
  }

  var lines: [String] {
    var lines = wrapped("\(workflow.name), \(workflow.enforcement.rawValue): \(meaning)")
    for (index, stage) in workflow.stages.enumerated() {
      lines += [""] + heading(of: stage)
      for status in workflow.statuses where workflow.stage(of: status.id)?.key == stage.key {
        lines += self.lines(of: status)
      }
      for gate in workflow.gates where border(of: gate) == index {
        lines += [""] + self.lines(of: gate)
      }
    }
    return lines
  }

  private var meaning: String {
    switch workflow.enforcement {
    case .none: "any move is allowed"
    case .warn: "other moves are allowed with a warning"
    case .strict: "no other move is allowed"
    }
  }

  private func heading(of stage: Stage) -> [String] {
    let heading = wrapped(stage.name + (stage.isAgentRequired ? " (assistant required)" : ""))
    guard heading.count == 1, let line = heading.first else { return heading }
    let rest = width - DisplayWidth.columns(of: line) - 1
    return [line + (rest > 0 ? " " + String(repeating: "━", count: rest) : "")]
  }

  private func lines(of status: Status) -> [String] {
    let exits = workflow.exits(of: status.id)
    var notes = [status.category.rawValue]
    if let limit = status.wipLimit { notes.append("at most \(limit)") }
    if status.id == workflow.initialStatus?.id { notes.append("the start") }
    if exits.isEmpty, workflow.enforcement != .none { notes.append("the end") }
    let name = VisibleText.line(status.name)
    let blanks = max(0, nameWidth - DisplayWidth.columns(of: name)) + 2
    return wrapped(
      name + String(repeating: " ", count: blanks) + notes.joined(separator: ", "), after: "  ",
      then: "      ")
      + exits.flatMap { wrapped(arrow(from: status, to: $0), after: "    ", then: "      ") }
  }

  private func arrow(from: Status, to: Status) -> String {
    let places = [from, to].compactMap { status in
      workflow.statuses.firstIndex { $0.id == status.id }
    }
    let gates = workflow.gates(from: from.id, to: to.id).map { "  ╫ " + $0.name }
    return (places[0] < places[1] ? "→ " : "← ") + to.name + gates.joined()
  }

  private func lines(of gate: Gate) -> [String] {
    let names = [gate.from, gate.to].map { key in
      workflow.stages.first { $0.key == key }?.name ?? key
    }
    let texts = gate.requirements.map { workflow.text(of: $0, in: gate) }
    return wrapped("\(gate.name): \(names[0]) → \(names[1])", after: "  ╫ ", then: "  ╫ ")
      + texts.flatMap { wrapped($0, after: "  ╫   ", then: "  ╫     ") }
  }

  /// The stage below which a gate is drawn: the border of the stage entered, on the side that is come from.
  private func border(of gate: Gate) -> Int? {
    guard let left = workflow.stageIndex(key: gate.from),
      let entered = workflow.stageIndex(key: gate.to)
    else { return nil }
    return left < entered ? entered - 1 : entered
  }

  /// Visible text in lines that begin like this, none wider than the map.
  private func wrapped(_ text: String, after first: String = "", then rest: String = "") -> [String]
  {
    let columns = width - max(first.count, rest.count)
    return TextWrapping.lines(of: text, columns: columns).enumerated().map { index, line in
      (index == 0 ? first : rest) + line
    }
  }
}
