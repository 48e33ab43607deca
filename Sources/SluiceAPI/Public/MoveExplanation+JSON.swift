public import SluiceCore

extension TicketDetail {
  /// Whether the ticket may go there and why not, and the shortest legal way.
  ///
  /// Source: rule 11.
  public func json(of explanation: MoveExplanation) -> JSONValue {
    var members: [String: JSONValue] = [
      "key": .string(state.ticket.key.description),
      "from": .string(workflow.statusName(state.ticket.status)),
      "to": .string(explanation.target.name), "allowed": .bool(explanation.verdict.isAllowed),
      "path": explanation.path.map { .array($0.map(\.json)) } ?? .null,
      "rule": .null, "message": .null, "next_step": .null, "details": .object([:]),
      "warnings": .texts([]),
    ]
    switch explanation.verdict {
    case .unchanged: break
    case .allowed(_, let warnings): members["warnings"] = .texts(warnings)
    case .refused(let rejection):
      members["rule"] = .string(rejection.code)
      members["message"] = .string(rejection.message)
      members["next_step"] = .string(rejection.nextStep)
      members["details"] = .object(rejection.details)
    }
    return .object(members)
  }
}

extension MoveExplanation.PathStep {
  fileprivate var json: JSONValue {
    .object([
      "status": .string(status.name), "needs": .array(needs.map(\.json)),
      "obstacle": obstacle.map {
        .object(["rule": .string($0.code), "message": .string($0.message)])
      } ?? .null,
    ])
  }
}
