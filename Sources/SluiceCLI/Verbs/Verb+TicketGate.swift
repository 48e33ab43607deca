import SluiceCore

extension Verb {
  static let ticketTick = Verb(
    words: ["ticket", "tick"], summary: "Ticks an item of a gate's checklist.",
    examples: [
      "sluice ticket tick REL-1 shaped/goal", "sluice ticket tick REL-1 shaped/goal --off",
    ],
    operands: [.ticket, Operand("GATE/ITEM", "the keys of the gate and of its item", .gateItem)],
    options: [.off, .dryRun, .agent],
    run: { session throws(Failure) in
      let path = session.invocation.operands[1].split(separator: "/", maxSplits: 1)
      guard path.count == 2 else {
        throw .usage(
          "An item is named with its gate: GATE/ITEM, not “\(session.invocation.operands[1])”.",
          next: "sluice ticket show \(session.invocation.operands[0].shellWord)")
      }
      let isOn = !session.invocation.has(.off)
      try session.changeFirst(.tick(gate: String(path[0]), item: String(path[1]), isOn: isOn)) {
        "\($0.key): \(isOn ? "ticked" : "cleared") \(session.invocation.operands[1])."
      }
    })

  static let ticketAccept = Verb(
    words: ["ticket", "accept"], summary: "Accepts the text of a gate.",
    examples: [
      "sluice ticket accept REL-1 ready", "sluice ticket accept REL-1 ready --off",
    ],
    operands: [.ticket, Operand("GATE", "the key of the gate", .gate)],
    options: [.off, .dryRun, .agent],
    run: { session throws(Failure) in
      let gate = session.invocation.operands[1]
      let isOn = !session.invocation.has(.off)
      try session.changeFirst(.acknowledge(gate: gate, isOn: isOn)) {
        "\($0.key): the text of gate \(gate) is \(isOn ? "accepted" : "accepted no more")."
      }
    })

  static let ticketSet = Verb(
    words: ["ticket", "set"], summary: "Gives custom fields of a ticket values.",
    examples: [
      "sluice ticket set REL-1 size=3 risk=low", "sluice ticket set REL-1 size=",
    ],
    operands: [
      .ticket,
      Operand("FIELD=VALUE", "the key of a field and its value; none empties it", .field)
        .repeated,
    ],
    options: [.dryRun, .agent],
    run: { session throws(Failure) in
      let values = try session.fieldValues(session.invocation.operands.dropFirst())
      try session.changeFirst(.setValues(values)) { "\($0.key): \(Session.sentence(on: values))" }
    })
}

extension Session {
  /// Changes the ticket that the first operand names.
  func changeFirst(
    _ change: TicketChange, _ sentence: (Ticket) -> String
  ) throws(Failure) {
    try changeFirst(change) { before, ticket, _ in
      ticket.version == before.state.ticket.version
        ? "\(ticket.key) is so already." : sentence(ticket)
    }
  }

  /// The same with a sentence made from the ticket as it was, as it is, and the name of its status.
  func changeFirst(
    _ change: TicketChange, _ sentence: (TicketDetail, Ticket, String) -> String
  ) throws(Failure) {
    let engine = try engine()
    let tickets = try namedTickets(invocation.operands.prefix(1), in: engine)
    try self.change(change, of: tickets, in: engine, sentence)
  }

  /// What was given to fields, and which were emptied.
  static func sentence(on values: [String: String?]) -> String {
    let sorted = values.sorted { $0.key < $1.key }
    let given = sorted.compactMap { key, text in text.map { "\(key)=\($0)" } }
    let emptied = sorted.filter { $0.value == nil }.map(\.key)
    return [("set", given), ("emptied", emptied)].filter { !$0.1.isEmpty }
      .map { $0.0 + " " + $0.1.joined(separator: ", ") }.joined(separator: "; ") + "."
  }

  /// What words such as `size=3` give to fields; `size=` empties one.
  func fieldValues(_ words: some Sequence<String>) throws(Failure) -> [String: String?] {
    var values: [String: String?] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals != word.startIndex else {
        throw .usage(
          "A field is given as FIELD=VALUE, not “\(word)”.",
          next: invocation.verb.name + " --help")
      }
      let text = String(word[word.index(after: equals)...])
      values[String(word[..<equals])] = .some(text.isEmpty ? nil : text)
    }
    return values
  }
}

extension Option {
  static let off = Option("off", "take it back")
}
