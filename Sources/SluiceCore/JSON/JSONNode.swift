/// A JSON value that knows where in its text it stands, so that faults can name their line.
public struct JSONNode {
  /// What stands there.
  public indirect enum Content {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    /// If a key stands twice, the later member holds.
    case object([String: JSONNode])
  }

  /// What stands there.
  public let content: Content
  /// The byte at which it begins.
  public let offset: Int
  /// The byte at which its key begins, if it is a member of an object.
  public internal(set) var keyOffset: Int?

  init(content: Content, offset: Int) {
    self.content = content
    self.offset = offset
  }

  /// The value without places.
  public var value: JSONValue {
    switch content {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .array(let nodes): .array(nodes.map(\.value))
    case .object(let members): .object(members.mapValues(\.value))
    }
  }

  /// The member of that name, unless it is missing or `null`.
  public subscript(key: String) -> JSONNode? {
    guard case .object(let members) = content, let node = members[key] else { return nil }
    if case .null = node.content { return nil }
    return node
  }

  /// The node to which a path such as `transitions[2].to` leads, or the last one on the way to it.
  public func nearest(to path: String) -> JSONNode {
    var node = self
    for step in path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }) {
      switch node.content {
      case .object(let members):
        guard let next = members[String(step)] else { return node }
        node = next
      case .array(let nodes):
        guard let index = Int(step), nodes.indices.contains(index) else { return node }
        node = nodes[index]
      default: return node
      }
    }
    return node
  }
}
