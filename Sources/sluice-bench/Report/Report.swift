import SluiceCore

/// Everything that one run has measured.
struct Report {
  let machine: Machine
  let sections: [Section]

  /// For people.
  var text: String {
    machine.text + "\n\n" + FigureTable.text(sections) + "\n" + verdict + "\n"
  }

  private var verdict: String {
    let held = sections.flatMap(\.figures).compactMap(\.isMet)
    let missed = held.count { !$0 }
    return missed == 0 ? "All \(held.count) targets are met." : "\(missed) of \(held.count) missed."
  }

  /// For programs.
  var json: String {
    let parts = sections.map { section in
      "{\"title\":\(quoted(section.title)),\"figures\":["
        + section.figures.map(Self.json).joined(separator: ",") + "],\"notes\":["
        + section.notes.map(quoted).joined(separator: ",") + "]}"
    }
    return "{\"machine\":\(quoted(machine.text)),\"sections\":["
      + parts.joined(separator: ",") + "]}\n"
  }

  private static func json(_ figure: Figure) -> String {
    var members = [
      "\"name\":\(quoted(figure.name))", "\"unit\":\(quoted(figure.unit.word))",
      "\"value\":\(number(figure.value))",
    ]
    if let baseline = figure.baseline {
      members += [
        "\"baseline\":\(number(baseline.value))", "\"baseline_name\":\(quoted(baseline.name))",
        "\"ratio\":\(number(figure.ratio ?? .nan))",
      ]
    }
    if let isMet = figure.isMet {
      members += ["\"target\":\(quoted(figure.targetText))", "\"met\":\(isMet)"]
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func number(_ value: Double) -> String {
    value.isFinite ? "\(value)" : "null"
  }
}

/// A JSON string.
private func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": quoted += "\\" + String(scalar)
    case ..<" ": quoted += " "
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
