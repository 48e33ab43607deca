/// Who makes a change: in a local file, the user of the operating system.
///
/// Source: design, storage.
public struct Actor: Hashable, Sendable {
  /// The name that history keeps.
  public let name: String

  /// The actor of that name.
  public init(name: String) {
    self.name = name
  }
}
