internal import SluiceCore

/// A call of an engine as HTTP carries it: what stands below the path of the organization's engine.
public struct WireRequest: Hashable, Sendable {
  /// One name and value of the query.
  public struct Item: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String

    /// A name with its value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Which call it is; says the method.
  public let kind: EngineCall.Kind
  /// The parameters of the path by name, decoded.
  public let parameters: [String: String]
  /// The query, decoded.
  public let query: [Item]
  /// The body; `nil` for none.
  public let body: [UInt8]?

  /// A request with its parts.
  public init(
    _ kind: EngineCall.Kind, parameters: [String: String] = [:], query: [Item] = [],
    body: [UInt8]? = nil
  ) {
    self.kind = kind
    self.parameters = parameters
    self.query = query
    self.body = body
  }

  /// The parts of the path between its slashes, decoded.
  public var segments: [String] {
    kind.path.split(separator: "/").map { part in
      part.hasPrefix("{") ? parameters[String(part.dropFirst().dropLast())] ?? "" : String(part)
    }
  }
}

/// Reads the query of a request, and finds what nobody asked for.
struct WireQuery {
  private var items: [String: [String]]

  init(_ items: [WireRequest.Item]) {
    self.items = Dictionary(grouping: items, by: \.name).mapValues { $0.map(\.value) }
  }

  /// All values of a name, in their order.
  mutating func all(_ name: String) -> [String] {
    items.removeValue(forKey: name) ?? []
  }

  /// A value that may stand there once.
  mutating func optional<Value: WireValue>(_ name: String) throws(WireFault) -> Value? {
    let values = all(name)
    guard let text = values.first else { return nil }
    guard values.count == 1 else {
      throw WireFault(name, "“\(name)” stands there \(values.count) times.")
    }
    do {
      return try Value(wire: .string(text))
    } catch {
      throw error.within(name)
    }
  }

  /// A value that must stand there once.
  mutating func read<Value: WireValue>(_ name: String) throws(WireFault) -> Value {
    guard let value: Value = try optional(name) else {
      throw WireFault(name, "“\(name)” is missing.")
    }
    return value
  }

  /// A whole number.
  mutating func number<Number: FixedWidthInteger>(
    _ name: String, of type: Number.Type = Int.self
  ) throws(WireFault) -> Number? {
    guard let text: String = try optional(name) else { return nil }
    guard let number = Number(text), !text.hasPrefix("+") else {
      throw WireFault(name, "Expected a whole number, found “\(text)”.")
    }
    return number
  }

  /// Refuses names that nobody asked for.
  func end() throws(WireFault) {
    if let stranger = items.keys.min() {
      throw WireFault(stranger, "“\(stranger)” is not known here.")
    }
  }
}
