import SluiceCore

extension Verb {
  static let labelList = Verb(
    words: ["label", "list"], summary: "Lists the labels that tickets of a project carry.",
    examples: ["sluice label list -p OPS", "sluice label list -p OPS --json"],
    options: [.limit],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let project = try session.project(in: engine)
      let limit = session.page.limit
      let labels = try reporting { () throws(EngineError) in
        try engine.suggestions(.label, in: project, prefix: "", limit: limit)
      }
      if session.isJSON {
        return try session.print(.object(["items": .texts(labels), "has_more": .bool(false)]))
      }
      if labels.isEmpty { try session.note("No labels.") }
      for label in labels { try session.print(label) }
    })

  static let labelAdd = Verb(
    words: ["label", "add"], summary: "Adds a label to tickets.",
    examples: [
      "sluice label add auth OPS-42 OPS-41",
      "sluice label add urgent --where \"prio>=medium\" -p OPS",
    ],
    operands: [labelOperand] + namedTickets, options: Option.forSets, notes: [setNote],
    run: { session throws(Failure) in
      let label = session.invocation.operands[0]
      try session.changeLabels(TicketEdit(addedLabels: [label])) { key, isNew in
        isNew ? "Added \(label) to \(key)." : "\(key) has the label \(label) already."
      }
    })

  static let labelRemove = Verb(
    words: ["label", "remove"], summary: "Removes a label from tickets.",
    examples: ["sluice label remove auth OPS-42"],
    operands: [labelOperand] + namedTickets, options: Option.forSets, notes: [setNote],
    run: { session throws(Failure) in
      let label = session.invocation.operands[0]
      try session.changeLabels(TicketEdit(removedLabels: [label])) { key, isNew in
        isNew ? "Removed \(label) from \(key)." : "\(key) has no label \(label)."
      }
    })

  private static let labelOperand = Operand("LABEL", "the label", .label)
}

extension Session {
  fileprivate func changeLabels(
    _ edit: TicketEdit, _ sentence: (TicketKey, _ isNew: Bool) -> String
  ) throws(Failure) {
    let engine = try engine()
    let tickets = try namedTickets(invocation.operands.dropFirst(), in: engine)
    try change(.edit(edit), of: tickets, in: engine) { before, ticket, _ in
      sentence(ticket.key, ticket.version != before.state.ticket.version)
    }
  }
}
