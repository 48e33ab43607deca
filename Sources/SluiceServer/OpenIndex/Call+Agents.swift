internal import SluiceCore

extension Call {
  /// The caller as the agent that the request names, else as they came.
  ///
  /// The token of an agent's run is good for that agent alone. Source: OpenIndex, “Tokens”.
  func actor(as named: String?) throws(APIError) -> Actor {
    guard let named = named?.trimmingBlanks, !named.isEmpty else { return actor }
    guard caller.token?.agent.map({ $0 == named }) ?? true else {
      throw .forbidden("The token is one of agent “\(caller.token?.agent ?? "")” and of no other.")
    }
    return Actor(name: actor.name, agent: named)
  }

  /// The agent that the request names, else the one that the caller came as, else the caller.
  ///
  /// Source: OpenIndex, “How transitions work”: a claim sets the caller as the active agent.
  func agent(_ named: String?) throws(APIError) -> String {
    try actor(as: named).agent ?? actor.name
  }
}
