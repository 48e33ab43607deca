extension Workflow {
  /// The workflow as a graph for Graphviz: a cluster for each stage, gates on the arrows.
  ///
  /// The first status has a bold frame, those where work is over a double one; a dashed arrow is a gate that
  /// no transition meets. Whatever the names hold stays text. Source: Graphviz, “DOT Language”.
  public var dot: String {
    let diagram = WorkflowDiagram(self)
    let lines =
      [
        "digraph \(Dot.id(name)) {", "  label=\(Dot.label([diagram.title]));", "  labelloc=t;",
        "  rankdir=LR;", "  node [shape=box, style=rounded];",
      ] + diagram.bands.flatMap(lines) + diagram.arrows.map(line) + ["}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of band: WorkflowDiagram.Band) -> [String] {
    [
      "  subgraph \(Dot.id("cluster_" + band.stage.key)) {",
      "    label=\(Dot.label([WorkflowDiagram.heading(of: band.stage)]));",
    ] + band.statuses.map { "    " + line(of: $0) } + ["  }"]
  }

  private func line(of status: Status) -> String {
    var attributes = ["label=" + Dot.label([status.name, WorkflowDiagram.note(on: status)])]
    if status.id == initialStatus?.id { attributes.append("penwidth=2") }
    if status.category.isTerminal { attributes.append("peripheries=2") }
    return "\(Dot.id(status.name)) [\(attributes.joined(separator: ", "))];"
  }

  private func line(of arrow: WorkflowDiagram.Arrow) -> String {
    var attributes: [String] = []
    if !arrow.gates.isEmpty { attributes.append("label=" + Dot.label(arrow.gates.map(\.name))) }
    if arrow.isOnlyGate { attributes.append("style=dashed") }
    let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
    return "  \(Dot.id(statusName(arrow.from))) -> \(Dot.id(statusName(arrow.to)))\(list);"
  }
}

/// The quoted strings of DOT.
private enum Dot {
  /// A name for Graphviz alone.
  static func id(_ text: String) -> String {
    "\"" + escaped(text) + "\""
  }

  /// Lines of text to be shown; Graphviz reads entities of HTML in them.
  static func label(_ lines: [String]) -> String {
    "\"" + lines.map { escaped($0, hasEntities: true) }.joined(separator: "\\n") + "\""
  }

  private static func escaped(_ text: String, hasEntities: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\" + String(scalar)
      case "&" where hasEntities: escaped += "&amp;"
      default: escaped.unicodeScalars.append(scalar.drawn)
      }
    }
    return escaped
  }
}
