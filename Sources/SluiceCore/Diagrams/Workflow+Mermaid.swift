extension Workflow {
  /// The workflow as a flowchart for Mermaid: a subgraph for each stage, gates on the arrows.
  ///
  /// The first status has round ends, those where work is over a double side; a dotted arrow is a gate that no
  /// transition meets. Whatever the names hold stays text. Source: Mermaid, “Flowcharts – Basic Syntax”.
  public var mermaid: String {
    let diagram = WorkflowDiagram(self)
    let numbers = Dictionary(statuses.enumerated().map { ($1.id, $0 + 1) }) { first, _ in first }
    let bands = diagram.bands.enumerated().flatMap { index, band in
      ["  subgraph stage\(index + 1)[\(Mermaid.text([WorkflowDiagram.heading(of: band.stage)]))]"]
        + band.statuses.map { "    s\(numbers[$0.id] ?? 0)" + shape(of: $0) } + ["  end"]
    }
    let arrows = diagram.arrows.map { arrow in
      "  s\(numbers[arrow.from] ?? 0) \(line(of: arrow)) s\(numbers[arrow.to] ?? 0)"
    }
    let head = ["---", "title: " + Mermaid.title(diagram.title), "---", "flowchart LR"]
    return (head + bands + arrows).joined(separator: "\n") + "\n"
  }

  private func shape(of status: Status) -> String {
    let text = Mermaid.text([status.name, WorkflowDiagram.note(on: status)])
    if status.id == initialStatus?.id { return "([\(text)])" }
    return status.category.isTerminal ? "[[\(text)]]" : "[\(text)]"
  }

  private func line(of arrow: WorkflowDiagram.Arrow) -> String {
    let label = arrow.gates.isEmpty ? "" : "|\(Mermaid.text(arrow.gates.map(\.name)))|"
    return (arrow.isOnlyGate ? "-.->" : "-->") + label
  }
}

/// The quoted strings of Mermaid.
private enum Mermaid {
  /// Lines of text to be shown.
  ///
  /// They are read as Markdown and then as HTML, and some of Mermaid's own marks work inside quotes too. So
  /// everything of ASCII but letters, digits, blanks and commas is written as an entity, which is resolved last.
  static func text(_ lines: [String]) -> String {
    "\"" + lines.map(escaped).joined(separator: "<br/>") + "\""
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars.map(\.drawn) {
      if isPlain(scalar) || !scalar.isASCII {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "#\(scalar.value);"
      }
    }
    return escaped
  }

  /// A string of YAML, in which a title stands.
  static func title(_ text: String) -> String {
    var title = "\""
    for scalar in text.unicodeScalars.map(\.drawn) {
      if isPlain(scalar) || scalar.properties.isAlphabetic {
        title.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        title += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return title + "\""
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ",": true
    default: false
    }
  }
}
