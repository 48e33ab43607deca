import SluiceAPI
import SluiceCore

extension Verb {
  static let workItemProgress = Verb(
    words: ["work-item", "progress"],
    summary: "Confirms what a stage gate asks for and, once that is all, passes it.",
    examples: [
      "sluice work-item progress REL-1 shaped --check goal --check small",
      "sluice work-item progress REL-2 shaped --check small --set size=3 --to-status Building",
      "sluice work-item progress REL-1 shaped --check goal --json",
    ],
    operands: [.ticket, Operand("GATE", "the key of the gate", .gate)],
    options: [.acknowledge, .check, .set, .toStatus, .dryRun, .agent],
    notes: [
      """
      What is confirmed is saved with who and when, also if something is still missing; what is missing
      is told. The last answer moves the item, and is refused with the move: then nothing of it is
      saved. Where several statuses lie behind the gate, --to-status names the one to go to.
      """
    ],
    run: { session throws(Failure) in
      let invocation = session.invocation
      let gate = invocation.operands[1]
      let answers = GateAnswers(
        isAcknowledged: invocation.has(.acknowledge), checklist: invocation.all(.check),
        values: try session.fieldValues(invocation.all(.set)))
      let engine = try session.engine()
      let tickets = try session.namedTickets(invocation.operands.prefix(1), in: engine)
      try session.change(
        .progress(gate: gate, answers, to: invocation[.toStatus]), of: tickets, in: engine
      ) { before, ticket, status in
        guard ticket.status == before.state.ticket.status else {
          return "\(ticket.key) passed gate \(gate): "
            + "\(before.workflow.statusName(before.state.ticket.status)) → \(status)"
        }
        let isNew = ticket.version != before.state.ticket.version
        return "\(ticket.key) stays in \(status)"
          + (isNew ? "; what was confirmed is saved." : "; nothing new was confirmed.")
      }
    })

  static let workItemFields = Verb(
    words: ["work-item", "custom-fields"], aliases: ["fields"],
    summary: "Shows the custom fields of a work item, or gives them values.",
    examples: [
      "sluice work-item custom-fields REL-1",
      "sluice work-item custom-fields REL-1 --set size=3 --set risk=low --json",
    ],
    operands: [.ticket], options: [.set, .dryRun, .agent],
    run: { session throws(Failure) in
      if session.invocation.has(.set) {
        let values = try session.fieldValues(session.invocation.all(.set))
        return try session.changeFirst(.setValues(values)) {
          "\($0.key): \(Session.sentence(on: values))"
        }
      }
      let detail = try session.detail()
      let values = detail.values
      if session.isJSON {
        return try session.print(
          .object([
            "key": .string(detail.state.ticket.key.description),
            "workflowId": .string(detail.workflow.id.description),
            "values": .object(values.mapValues(\.json)),
          ]))
      }
      var table = TextTable([
        .init(heading: "FIELD"), .init(heading: "TYPE"), .init(heading: "VALUE", isFlexible: true),
      ])
      for field in detail.workflow.fields {
        table.add([field.key, field.kind.word, values[field.key]?.text ?? "–"])
      }
      try session.print(table)
    })

  static let workItemContext = Verb(
    words: ["work-item", "agent-context"],
    summary:
      "Tells an agent the goal, the exits, those blocked and why, and fields.",
    examples: [
      "sluice work-item agent-context REL-1", "sluice work-item agent-context REL-1 --json",
    ],
    operands: [.ticket], options: [.agent],
    run: { session throws(Failure) in
      let detail = try session.detail()
      if session.isJSON { return try session.print(detail.agentContextJSON(for: session.actor)) }
      for line in AgentContextPage(detail, for: session.actor).lines { try session.print(line) }
    })
}

extension Option {
  fileprivate static let acknowledge = Option("acknowledge", "accept the gate's text")
  fileprivate static let check = Option(
    "check", "ITEM", "the key of an item to tick; may be repeated")
  fileprivate static let set = Option(
    "set", "FIELD=VALUE", "a value for a field; none empties it; may be repeated", .field)
}
