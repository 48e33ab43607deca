extension Outcome {
  /// Ticks or clears an item, or the acknowledgment if `item` is `nil`.
  ///
  /// Source: rule 4.
  mutating func mark(
    _ gateKey: String, item: String?, isOn: Bool, in workflow: Workflow, _ world: Circumstances
  ) throws(Rejection) {
    guard let gate = workflow.gate(gateKey) else {
      throw .unknownGate(key: gateKey, known: workflow.gates.map(\.key))
    }
    if let item, gate.item(item) == nil {
      throw .unknownItem(gate: gate.key, key: item, known: gate.checklist.map(\.key))
    }
    if item == nil, gate.acknowledgment == nil { throw .nothingToAcknowledge(gate: gate.key) }
    let mark = GateProgress.Mark(gate: gate.key, item: item)
    let former = state.progress.marks[mark]
    guard (former != nil) != isOn else { return }
    state.progress.marks[mark] = isOn ? world.stamp : nil
    events.append(Self.event(for: mark, isOn: isOn, former))
  }

  private static func event(
    for mark: GateProgress.Mark, isOn: Bool, _ former: GateProgress.Stamp?
  ) -> Event.Draft {
    let trace = former.map { EventTrace.cleared([mark: $0]) }
    guard let item = mark.item else {
      return Event.Draft(
        isOn ? .gateAcknowledged : .acknowledgmentWithdrawn, subject: mark.gate, trace: trace)
    }
    return Event.Draft(
      isOn ? .itemTicked : .itemCleared, subject: "\(mark.gate)/\(item)", trace: trace)
  }

  /// Gives a field a value, or takes it away with `nil`.
  mutating func setValue(
    of key: String, to text: String?, in workflow: Workflow, _ world: Circumstances
  ) throws(Rejection) {
    guard let field = workflow.field(key) else {
      throw .unknownField(key: key, known: workflow.fields.map(\.key))
    }
    let value = try text.map { (text) throws(Rejection) in try field.accepted(text) }
    let former = state.progress.answer(key)
    guard former?.value != value else { return }
    state.progress.values[key] = value
    state.progress.valueStamps[key] = value.map { _ in world.stamp }
    events.append(
      Event.Draft(
        .valueSet, subject: key, from: former?.value.text, to: value?.text,
        trace: .value(former: former, new: value)))
  }

  /// Gives several fields values, in the order of their keys.
  mutating func setValues(
    _ values: [String: String?], in workflow: Workflow, _ world: Circumstances
  ) throws(Rejection) {
    for (key, text) in values.sorted(by: { $0.key < $1.key }) {
      try setValue(of: key, to: text, in: workflow, world)
    }
  }
}

extension GateProgress {
  /// The value of a field with who gave it.
  fileprivate func answer(_ field: String) -> EventTrace.Answer? {
    guard let value = values[field], let stamp = valueStamps[field] else { return nil }
    return EventTrace.Answer(value, stamp)
  }
}

extension Circumstances {
  /// Who confirms something, and when.
  var stamp: GateProgress.Stamp {
    GateProgress.Stamp(by: actor.name, at: now)
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
