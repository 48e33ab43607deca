internal import SluiceCore

extension String: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .string(let text) = json else { throw .expected("a text", found: json) }
    self = text
  }

  func write(to writer: inout WireWriter) {
    writer.text(self)
  }
}

extension Bool: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .bool(let flag) = json else { throw .expected("true or false", found: json) }
    self = flag
  }

  func write(to writer: inout WireWriter) {
    writer.flag(self)
  }
}

extension Int: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .number(let number) = json, let whole = Int(exactly: number) else {
      throw .expected("a whole number", found: json)
    }
    self = whole
  }

  func write(to writer: inout WireWriter) {
    writer.plain(String(self))
  }
}

extension Int64: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    self = Int64(try Int(wire: json))
  }

  func write(to writer: inout WireWriter) {
    writer.plain(String(self))
  }
}

extension Array: WireValue where Element: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .array(let elements) = json else { throw .expected("a list", found: json) }
    self = []
    reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      do {
        append(try Element(wire: element))
      } catch {
        throw error.within("[\(index)]")
      }
    }
  }

  func write(to writer: inout WireWriter) {
    writer.list(self)
  }
}

/// A map of names that are data, sorted by them; `null` stands for no value.
struct WireMap<Value: WireValue>: WireValue {
  let values: [String: Value?]

  init(_ values: [String: Value?]) {
    self.values = values
  }

  init(wire json: JSONValue) throws(WireFault) {
    guard case .object(let members) = json else { throw .expected("an object", found: json) }
    var values: [String: Value?] = [:]
    for (name, member) in members {
      do {
        values[name] = .some(member == .null ? nil : try Value(wire: member))
      } catch {
        throw error.within(name)
      }
    }
    self.values = values
  }

  func write(to writer: inout WireWriter) {
    writer.object {
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        $0.member(named: name, value)
      }
    }
  }
}

/// The same of values that are never `null`.
extension Dictionary: WireValue where Key == String, Value: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .object(let members) = json else { throw .expected("an object", found: json) }
    self = [:]
    for (name, member) in members {
      do {
        self[name] = try Value(wire: member)
      } catch {
        throw error.within(name)
      }
    }
  }

  func write(to writer: inout WireWriter) {
    writer.object {
      for (name, value) in sorted(by: { $0.key < $1.key }) { $0.member(named: name, value) }
    }
  }
}
