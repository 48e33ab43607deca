extension WorkflowCheck {
  mutating func checkGates() {
    for (index, gate) in draft.gates.enumerated() {
      let place = "gates[\(index)]"
      checkKey(gate.key, at: place + ".key")
      checkName(gate.name, at: place + ".name")
      checkStage(gate.from, at: place + ".from")
      checkStage(gate.to, at: place + ".to")
      if gate.from == gate.to, !gate.from.isEmpty {
        fault(
          place,
          "A gate stands between two stages; “\(gate.key)” leads from “\(gate.from)” to itself.")
      }
      checkRequirements(of: gate, at: place)
    }
    checkUnique(draft.gates.map(\.key), "gates", at: { "gates[\($0)].key" })
  }

  private mutating func checkRequirements(of gate: Gate, at place: String) {
    let isRead = !["acknowledgment", "checklist", "required_fields"].contains {
      damage.covers("\(place).\($0)")
    }
    if gate.requirements.isEmpty, isRead {
      fault(place, "Gate “\(gate.key)” asks for nothing: add an acknowledgment, items or fields.")
    }
    if let text = gate.acknowledgment, text.trimmingBlanks.isEmpty {
      fault(place + ".acknowledgment", "The text to accept is empty.")
    }
    for (index, item) in gate.checklist.enumerated() {
      checkKey(item.key, at: place + ".checklist[\(index)].key")
      if item.text.trimmingBlanks.isEmpty {
        fault(place + ".checklist[\(index)].text", "The text of an item is empty.")
      }
    }
    checkUnique(gate.checklist.map(\.key), "items", at: { place + ".checklist[\($0)].key" })
    checkRequiredFields(gate.requiredFields, at: place + ".required_fields")
  }

  private mutating func checkRequiredFields(_ keys: [String], at place: String) {
    if !damage.covers("fields") {
      let known = draft.fields.map(\.key)
      for (index, key) in keys.enumerated() {
        checkReference(key, to: "field", among: known, at: "\(place)[\(index)]")
      }
    }
    checkUnique(keys, "fields", at: { "\(place)[\($0)]" })
  }
}
