/// One event of a stream of server-sent events.
public struct ServerEvent: Hashable, Sendable {
  /// Where the stream was after it, to be told to the server when reading goes on; empty before the first.
  public var id: String
  /// What kind of event it is; `message` unless the server says another.
  public var name: String
  /// What it says; lines are parted by line feeds.
  public var data: String

  /// An event with its parts.
  public init(id: String = "", name: String = "message", data: String) {
    self.id = id
    self.name = name
    self.data = data
  }
}
