public import SluiceCore

extension GateProgress {
  /// Made-up progress on the gate that work in a status meets next: each requirement holds or does not.
  ///
  /// `moment` is when things were confirmed, and `people` may have confirmed them.
  public static func sample(
    for workflow: Workflow, in status: Status.ID, at moment: Timestamp,
    _ sampler: inout TicketSampler
  ) -> GateProgress {
    var progress = GateProgress()
    guard let gate = workflow.gateAhead(of: status) else { return progress }
    for requirement in gate.requirements where sampler.random.chance(45) {
      let stamp = Stamp(by: sampler.person(), at: moment)
      switch requirement {
      case .acknowledgment: progress.marks[Mark(gate: gate.key, item: nil)] = stamp
      case .item(let key): progress.marks[Mark(gate: gate.key, item: key)] = stamp
      case .field(let key):
        guard let field = workflow.field(key) else { continue }
        progress.values[key] = try? field.value(reading: field.sampleText(&sampler, at: moment))
        progress.valueStamps[key] = stamp
      }
    }
    return progress
  }
}

extension Field {
  /// A made-up value, as a person would type it.
  func sampleText(_ sampler: inout TicketSampler, at moment: Timestamp) -> String {
    switch kind {
    case .text: sampler.random.pick(Self.causes)
    case .number: String(1 + sampler.random.below(8))
    case .select(let options): options.isEmpty ? "" : sampler.random.pick(options)
    case .date:
      moment.advanced(bySeconds: Int64(1 + sampler.random.below(14)) * 86_400).day.description
    }
  }

  private static let causes = [
    "clock skew between nodes", "a missing index", "the cache was never emptied",
    "an unescaped quote", "two writers and no lock",
  ]
}
