/// All that an agent needs to know in order to bring a ticket forward.
///
/// Source: OpenIndex, “Custom fields”: `agent-context`.
public struct AgentContext: Hashable, Sendable {
  /// An exit that can be taken now.
  public struct AllowedExit: Hashable, Sendable {
    /// Where it leads.
    public let status: Status
    /// The gates that it passes.
    public let gates: [Gate]
    /// What there is to be warned of.
    public let warnings: [String]
  }

  /// An exit that cannot be taken now, with the reason.
  public struct BlockedExit: Hashable, Sendable {
    /// Where it would lead.
    public let status: Status
    /// Why it is refused.
    public let rejection: Rejection
  }

  /// A field that the gates ahead ask for.
  public struct RequiredField: Hashable, Sendable {
    /// The field.
    public let field: Field
    /// The keys of the gates that ask for it.
    public let gates: [String]
    /// The present value.
    public let value: FieldValue?
    /// Whether the present value is one that the field accepts.
    public let isMet: Bool
  }

  /// What to do next, as a sentence.
  public let currentGoal: String
  /// In the workflow's order.
  public let allowedExits: [AllowedExit]
  /// In the workflow's order.
  public let blockedExits: [BlockedExit]
  /// The fields of the gates that the exits meet, in the workflow's order.
  public let requiredFields: [RequiredField]
}

extension TicketDetail {
  /// What an agent needs to know: every exit that is listed as allowed succeeds when this actor takes it,
  /// every blocked one fails for the reason given.
  public func agentContext(for actor: Actor) -> AgentContext {
    var allowed: [AgentContext.AllowedExit] = []
    var blocked: [AgentContext.BlockedExit] = []
    for status in workflow.statuses where status.id != state.ticket.status {
      switch verdict(to: status, by: actor) {
      case .unchanged: break
      case .allowed(let gates, let warnings):
        allowed.append(.init(status: status, gates: gates, warnings: warnings))
      case .refused(let rejection): blocked.append(.init(status: status, rejection: rejection))
      }
    }
    return AgentContext(
      currentGoal: state.lock(against: actor).map(\.message) ?? goal(allowed),
      allowedExits: allowed, blockedExits: blocked,
      requiredFields: requiredFields)
  }

  /// The fields that the gates between here and the available exits ask for, else the gate ahead.
  private var requiredFields: [AgentContext.RequiredField] {
    let here = state.ticket.status
    var gates = workflow.available(from: here).flatMap { workflow.gates(from: here, to: $0.id) }
    if let ahead = workflow.gateAhead(of: here) { gates.append(ahead) }
    return workflow.fields.compactMap { field in
      let asking = workflow.gates.filter {
        gates.contains($0) && $0.requiredFields.contains(field.key)
      }
      guard !asking.isEmpty else { return nil }
      let value = state.progress.values[field.key]
      return AgentContext.RequiredField(
        field: field, gates: asking.map(\.key), value: value,
        isMet: value.map(field.accepts) ?? false)
    }
  }

  private func goal(_ allowed: [AgentContext.AllowedExit]) -> String {
    let key = state.ticket.key
    let here = workflow.statusName(state.ticket.status)
    if workflow.isTerminal(state.ticket.status) { return "\(key) is in \(here); work is over." }
    if let gate = workflow.gateAhead(of: state.ticket.status) {
      let needs = workflow.needs(of: [gate], given: state.progress).flatMap(\.texts)
      if !needs.isEmpty {
        return "Satisfy gate “\(gate.name)”: " + needs.joined(separator: "; ") + "."
      }
      return "Pass gate “\(gate.name)” out of \(here)."
    }
    let exits = allowed.map(\.status).filter { $0.category != .cancelled }
    guard !exits.isEmpty else { return "Nothing leads on from \(here)." }
    let later = workflow.statuses.drop { $0.id != state.ticket.status }.filter(exits.contains)
    let names = (later.isEmpty ? exits : later).map(\.name)
    return "Finish \(here) and go on to \(names.joined(separator: " or "))."
  }
}
