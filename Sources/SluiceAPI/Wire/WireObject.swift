internal import SluiceCore

/// Reads the members of an object, and finds those that nobody asked for.
struct WireObject {
  private let members: [String: JSONValue]
  private var asked: [String] = []
  private var found = 0

  init(_ json: JSONValue) throws(WireFault) {
    guard case .object(let members) = json else { throw .expected("an object", found: json) }
    self.members = members
  }

  /// A member that must be there.
  mutating func read<Value: WireValue>(_ name: String) throws(WireFault) -> Value {
    guard let json = take(name) else { throw missing(name) }
    return try Self.value(json, name)
  }

  /// A member that may be missing or `null`.
  mutating func optional<Value: WireValue>(_ name: String) throws(WireFault) -> Value? {
    guard let json = take(name), json != .null else { return nil }
    return try Self.value(json, name) as Value
  }

  /// A member that has this value unless it is there.
  mutating func read<Value: WireValue>(
    _ name: String, else value: Value
  ) throws(WireFault) -> Value {
    try optional(name) ?? value
  }

  /// A member whose `null` says something else than its absence.
  mutating func nullable<Value: WireValue>(_ name: String) throws(WireFault) -> Value?? {
    guard let json = take(name) else { return nil }
    if json == .null { return .some(nil) }
    return .some(try Self.value(json, name) as Value)
  }

  /// A member of any kind.
  mutating func take(_ name: String) -> JSONValue? {
    asked.append(name)
    guard let json = members[name] else { return nil }
    found += 1
    return json
  }

  /// The members that have not been asked for, as an object.
  mutating func rest() -> JSONValue {
    let rest = members.filter { !asked.contains($0.key) }
    asked += rest.keys
    found += rest.count
    return .object(rest)
  }

  /// Refuses members that nobody asked for, by name.
  func end() throws(WireFault) {
    guard found < members.count else { return }
    let strangers = members.keys.filter { !asked.contains($0) }.sorted()
    guard let stranger = strangers.first else { return }
    throw WireFault.unknown(stranger, among: asked).within(stranger)
  }

  private func missing(_ name: String) -> WireFault {
    let strangers = members.keys.filter { !asked.contains($0) }
    guard let near = nearest(to: name, among: strangers) else {
      return WireFault(name, "“\(name)” is missing.")
    }
    return WireFault(near, "“\(near)” is not known here; did you mean “\(name)”?")
  }

  private static func value<Value: WireValue>(
    _ json: JSONValue, _ name: String
  ) throws(WireFault) -> Value {
    do {
      return try Value(wire: json)
    } catch {
      throw error.within(name)
    }
  }
}
