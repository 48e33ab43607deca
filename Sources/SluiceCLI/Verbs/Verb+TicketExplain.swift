import SluiceAPI
import SluiceCore

extension Verb {
  static let ticketExplain = Verb(
    words: ["ticket", "explain"], aliases: ["why"],
    summary: "Tells whether a ticket may go to a status, why not, and the way there.",
    examples: [
      "sluice ticket explain WF-1 --to-status Closed",
      "sluice ticket explain WF-1 --to-status Closed --json",
    ],
    operands: [.ticket], options: [.toStatus.required],
    run: { session throws(Failure) in
      let detail = try session.detail()
      let explanation = try detail.judging { () throws(Rejection) in
        try detail.explanation(
          ofMovingTo: session.invocation[.toStatus] ?? "", by: session.actor)
      }
      if session.isJSON { return try session.print(detail.json(of: explanation)) }
      for line in detail.lines(on: explanation) { try session.print(line) }
    })

  static let ticketTransitions = Verb(
    words: ["ticket", "transitions"], summary: "Lists where a ticket may go from where it is.",
    examples: ["sluice ticket transitions OPS-42", "sluice ticket transitions WF-1 --json"],
    operands: [.ticket],
    run: { session throws(Failure) in
      let detail = try session.detail()
      let here = detail.state.ticket.status
      let available = detail.workflow.available(from: here)
      if session.isJSON {
        return try session.print(
          .object([
            "current_status": .string(detail.workflow.statusName(here)),
            "available": .array(
              available.map {
                .object(["name": .string($0.name), "category": .string($0.category.rawValue)])
              }),
          ]))
      }
      var table = TextTable([.init(heading: "STATUS"), .init(heading: "NOW", isFlexible: true)])
      for status in available {
        switch detail.verdict(to: status, by: session.actor) {
        case .refused(let rejection): table.add([status.name, rejection.message])
        default: table.add([status.name, "allowed"])
        }
      }
      try session.print(table)
    })
}

extension TicketDetail {
  fileprivate func lines(on explanation: MoveExplanation) -> [String] {
    let step =
      "\(state.ticket.key): \(workflow.statusName(state.ticket.status)) → "
      + explanation.target.name
    var lines: [String] = []
    switch explanation.verdict {
    case .unchanged: return ["\(state.ticket.key) is in \(explanation.target.name) already."]
    case .allowed(_, let warnings):
      lines.append("\(step) is allowed.")
      return lines + warnings.map { "  warning: " + $0 }
    case .refused(let rejection):
      lines += ["\(step) is refused (\(rejection.code)).", "  \(rejection.message)"]
      lines.append("  next: \(rejection.nextStep)")
    }
    guard let path = explanation.path else {
      return lines + ["No way leads to \(explanation.target.name)."]
    }
    lines.append("The way:")
    for (index, step) in path.enumerated() {
      lines.append("  \(index + 1). \(step.status.name)")
      lines += step.needs.flatMap { need in
        need.texts.map { "     gate “\(need.gate.name)”: \($0)" }
      }
      if let obstacle = step.obstacle { lines.append("     now: \(obstacle.message)") }
    }
    return lines
  }
}
