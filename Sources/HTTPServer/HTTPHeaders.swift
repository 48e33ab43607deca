/// The header fields of a request or a response, in their order.
public struct HTTPHeaders: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One field.
  public struct Field: Hashable, Sendable {
    /// As it was written; names are the same in upper and in lower case.
    public let name: String
    /// Without the blanks around it.
    public let value: String

    /// Whether the field has a name, whatever the case of either.
    func isNamed(_ other: String) -> Bool {
      guard name.utf8.count == other.utf8.count else { return false }
      var (name, other) = (name, other)
      return name.withUTF8 { name in
        other.withUTF8 { other in
          for index in name.indices where Self.lower(name[index]) != Self.lower(other[index]) {
            return false
          }
          return true
        }
      }
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
  }

  /// The fields, those of one name in the order they came in.
  public private(set) var fields: [Field] = []

  /// Fields with names and values, such as `["content-type": "text/plain"]`.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }

  /// The value of the first field of a name, whatever its case.
  public subscript(name: String) -> String? {
    fields.first { $0.isNamed(name) }?.value
  }

  /// How many fields have a name.
  public func count(of name: String) -> Int {
    fields.reduce(0) { $0 + ($1.isNamed(name) ? 1 : 0) }
  }

  /// Makes room, so that fields can be added without moving those before them.
  mutating func reserve(_ count: Int) {
    fields.reserveCapacity(count)
  }

  /// Adds a field behind the others.
  public mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }
}
