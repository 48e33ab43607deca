/// The header fields of a request or a response, in their order.
public struct HTTPHeaders: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One field.
  public struct Field: Hashable, Sendable {
    /// In lower case, for names are compared without it.
    public let name: String
    /// Without the blanks around it.
    public let value: String
  }

  /// The fields, those of one name in the order they came in.
  public private(set) var fields: [Field] = []

  /// Fields with names and values, such as `["content-type": "text/plain"]`.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }

  /// The value of the first field of a name, whatever its case.
  public subscript(name: String) -> String? {
    let name = name.lowercased()
    return fields.first { $0.name == name }?.value
  }

  /// The values of all fields of a name.
  public func all(_ name: String) -> [String] {
    let name = name.lowercased()
    return fields.filter { $0.name == name }.map(\.value)
  }

  /// Adds a field behind the others.
  public mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name: name.lowercased(), value: value))
  }
}
