public import SluiceCore

extension Event {
  /// Everything, for programs.
  public var json: JSONValue {
    .object([
      "sequence": .number(Double(sequence)), "change": .number(Double(change)),
      "at": .string(at.description), "actor": .string(actor), "agent": .optional(agent),
      "project": .optional(project?.text), "ticket": .optional(ticket?.description),
      "type": .string(body.kind.rawValue), "subject": .optional(body.subject),
      "from": .optional(body.from), "to": .optional(body.to), "warning": .optional(body.warning),
    ])
  }
}
