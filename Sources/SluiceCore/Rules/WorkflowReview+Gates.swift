extension WorkflowReview {
  /// The gates that no move meets.
  ///
  /// Where any move is one, each gate is met by the move between its own two stages. Source: rule 4.
  var ofGates: [WorkflowFinding] {
    var met: Set<String> = []
    for (from, targets) in exits where !workflow.gates.isEmpty {
      for to in targets { met.formUnion(workflow.gates(from: from, to: to).map(\.key)) }
    }
    return workflow.gates.enumerated().filter { !met.contains($0.element.key) }
      .map { index, gate in
        WorkflowFinding(
          .unmetGate, "gates[\(index)]", "No transition meets gate “\(gate.name)”.",
          "Add a transition from stage “\(stageName(gate.from))” to stage “\(stageName(gate.to))”,"
            + " or remove the gate.")
      }
  }

  private func stageName(_ key: String) -> String {
    workflow.stages.first { $0.key == key }?.name ?? key
  }

  /// The fields that no gate requires.
  var ofFields: [WorkflowFinding] {
    let required = Set(workflow.gates.flatMap(\.requiredFields))
    return workflow.fields.enumerated().filter { !required.contains($0.element.key) }
      .map { index, field in
        WorkflowFinding(
          .unrequiredField, "fields[\(index)]", "No gate requires field “\(field.name)”.",
          "Name “\(field.key)” among the required_fields of a gate, or remove the field.")
      }
  }
}
