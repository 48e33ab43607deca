import SluiceCore

extension Verb {
  static let ticketClaim = Verb(
    words: ["ticket", "claim"],
    summary: "Takes a ticket for an agent and moves it to where it is worked on.",
    examples: [
      "sluice ticket claim OPS-42 --agent-id claude-1",
      "sluice ticket claim OPS-42 --agent-id claude-1 --to-status InProgress --json",
    ],
    operands: [.ticket], options: [.agent, .toStatus, .dryRun],
    notes: [
      """
      The same agent may claim again; another is refused with 5 and told who has it. It ends with
      “release”, or when the ticket reaches a status where work is over.
      """
    ],
    run: { session throws(Failure) in try session.claim() })

  static let ticketRelease = Verb(
    words: ["ticket", "release"], summary: "Gives a claimed ticket back.",
    examples: ["sluice ticket release OPS-42", "sluice ticket release OPS-42 --agent-id claude-1"],
    operands: [.ticket], options: [.agent, .dryRun],
    run: { session throws(Failure) in try session.release() })
}

extension Session {
  func claim() throws(Failure) {
    guard let agent = actor.agent else {
      throw .usage(
        "A claim needs the agent: --agent-id, or SLUICE_AGENT_ID.",
        next: invocation.verb.name + " --help")
    }
    try changeFirst(.claim(agent: agent, to: invocation[.toStatus])) { before, ticket, status in
      let isNew = ticket.version != before.state.ticket.version
      return "\(ticket.key) is claimed by \(agent)\(isNew ? "" : " already"), in \(status)."
    }
  }

  func release() throws(Failure) {
    try changeFirst(.release(agent: actor.agent)) { before, ticket, status in
      guard let holder = before.state.ticket.agent else {
        return "\(ticket.key) is claimed by nobody."
      }
      return "\(ticket.key) is given back by \(holder), in \(status)."
    }
  }
}
