extension Outcome {
  /// Ticks or clears an item, or the acknowledgment if `item` is `nil`.
  ///
  /// Source: rule 4.
  mutating func mark(
    _ gateKey: String, item: String?, isOn: Bool, in workflow: Workflow, by actor: Actor,
    at now: Timestamp
  ) throws(Rejection) {
    guard let gate = workflow.gate(gateKey) else {
      throw .unknownGate(key: gateKey, known: workflow.gates.map(\.key))
    }
    if let item, gate.item(item) == nil {
      throw .unknownItem(gate: gate.key, key: item, known: gate.checklist.map(\.key))
    }
    if item == nil, gate.acknowledgment == nil { throw .nothingToAcknowledge(gate: gate.key) }
    let mark = GateProgress.Mark(gate: gate.key, item: item)
    guard (state.progress.marks[mark] != nil) != isOn else { return }
    state.progress.marks[mark] = isOn ? GateProgress.Stamp(by: actor.name, at: now) : nil
    events.append(Self.event(for: mark, isOn: isOn))
  }

  private static func event(for mark: GateProgress.Mark, isOn: Bool) -> Event.Draft {
    guard let item = mark.item else {
      return Event.Draft(isOn ? .gateAcknowledged : .acknowledgmentWithdrawn, subject: mark.gate)
    }
    return Event.Draft(isOn ? .itemTicked : .itemCleared, subject: "\(mark.gate)/\(item)")
  }

  /// Gives a field a value, or takes it away with `nil`.
  mutating func setValue(
    of key: String, to text: String?, in workflow: Workflow, by actor: Actor, at now: Timestamp
  ) throws(Rejection) {
    guard let field = workflow.field(key) else {
      throw .unknownField(key: key, known: workflow.fields.map(\.key))
    }
    let value = try text.map { (text) throws(Rejection) in try field.accepted(text) }
    let former = state.progress.values[key]
    guard former != value else { return }
    state.progress.values[key] = value
    state.progress.valueStamps[key] = value.map { _ in GateProgress.Stamp(by: actor.name, at: now) }
    events.append(Event.Draft(.valueSet, subject: key, from: former?.text, to: value?.text))
  }
}

extension Field {
  fileprivate func accepted(_ text: String) throws(Rejection) -> FieldValue {
    do {
      return try value(reading: text)
    } catch {
      throw .invalidValue(attribute: key, message: error.message)
    }
  }
}
