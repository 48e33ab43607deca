/// Who makes a change: in a local file, the user of the operating system.
///
/// Source: design, storage.
public struct Actor: Hashable, Sendable {
  /// The name that history keeps.
  public let name: String
  /// The agent that acts for that person, if one does.
  public let agent: String?

  /// The actor of that name, or an agent that acts in it.
  public init(name: String, agent: String? = nil) {
    self.name = name
    self.agent = agent
  }
}
