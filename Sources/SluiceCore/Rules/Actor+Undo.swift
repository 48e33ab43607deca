extension Actor {
  /// Whether what someone did may be taken back by this actor.
  ///
  /// Everyone takes back what is their own; a person also what an agent did in that person's name, for
  /// people may work on what agents have. Source: rule 9.
  public func answers(for author: Actor) -> Bool {
    name == author.name && (agent == nil || agent == author.agent)
  }

  /// Who it was, to be told to others: the agent, if one acted.
  public var shownName: String { agent ?? name }
}
