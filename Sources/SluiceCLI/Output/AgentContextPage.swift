import SluiceCore

/// What an agent needs to know about a ticket, as text.
struct AgentContextPage {
  private let detail: TicketDetail
  private let context: AgentContext

  init(_ detail: TicketDetail, for actor: Actor) {
    self.detail = detail
    context = detail.agentContext(for: actor)
  }

  var lines: [String] {
    let ticket = detail.state.ticket
    let holder = ticket.agent.map { ", claimed by \($0)" } ?? ""
    return ["\(ticket.key)  \(ticket.title)", detail.workflow.statusName(ticket.status) + holder]
      + section("Goal", [context.currentGoal])
      + section("Exits", context.allowedExits.flatMap(lines(of:)) + blocked)
      + section("Fields", context.requiredFields.map(line(of:)))
  }

  private func section(_ heading: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", heading] + lines.map { "  " + $0 }
  }

  private func lines(of exit: AgentContext.AllowedExit) -> [String] {
    let gates = exit.gates.map { "“\($0.name)”" }.joined(separator: ", ")
    let passing = gates.isEmpty ? "" : ", passing gate \(gates)"
    return ["→ \(exit.status.name)\(passing)"] + exit.warnings.map { "    warning: " + $0 }
  }

  private var blocked: [String] {
    let width = context.blockedExits.map(\.status.name.count).max() ?? 0
    return context.blockedExits.map { exit in
      "· " + exit.status.name.padded(to: width) + "  " + exit.rejection.message
    }
  }

  private func line(of required: AgentContext.RequiredField) -> String {
    let field = required.field
    return "\(required.isMet ? "[x]" : "[ ]") \(field.key)  \(field.name): "
      + field.standing(of: required.value)
  }
}
