internal import SluiceCore

/// A value that an engine takes or gives, with its form as JSON.
///
/// What is written reads back as an equal value: a remote engine answers with the values that the local one has.
protocol WireValue {
  /// Reads the value, or throws the first thing that is not as it should be.
  init(wire json: JSONValue) throws(WireFault)

  func write(to writer: inout WireWriter)
}

extension WireValue {
  /// The value as JSON, on one line.
  var wireBytes: [UInt8] {
    var writer = WireWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// The value as JSON, for what holds others; slower than writing it.
  var wireJSON: JSONValue {
    let text = SourceText(String(decoding: wireBytes, as: UTF8.self))
    return (try? JSONReader.read(text).value) ?? .null
  }
}

/// A value that is an object, each of whose parts is a member.
protocol WireRecord: WireValue {
  init(parts: inout WireObject) throws(WireFault)

  func writeParts(to writer: inout WireWriter)
}

extension WireRecord {
  init(wire json: JSONValue) throws(WireFault) {
    var parts = try WireObject(json)
    try self.init(parts: &parts)
    try parts.end()
  }

  func write(to writer: inout WireWriter) {
    writer.object { writeParts(to: &$0) }
  }
}

/// A value that is one of several cases: an object whose one member is named after the case and holds its parts.
protocol WireChoice: WireValue {
  /// The names of the cases.
  static var caseNames: [String] { get }

  init(_ name: String, parts: inout WireObject) throws(WireFault)
}

extension WireChoice {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .object(let members) = json else { throw .expected("an object", found: json) }
    guard members.count == 1, let (name, value) = members.first else {
      throw WireFault("", "Expected one of \(Self.caseNames.joined(separator: ", ")), and no more.")
    }
    guard Self.caseNames.contains(name) else { throw .unknown(name, among: Self.caseNames) }
    do {
      var parts = try WireObject(value)
      try self.init(name, parts: &parts)
      try parts.end()
    } catch {
      throw error.within(name)
    }
  }
}

/// A value that is one word of a list.
protocol WireWord: WireValue, RawRepresentable<String>, CaseIterable {}

extension WireWord {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .string(let word) = json else { throw .expected("a text", found: json) }
    try self.init(word: word)
  }

  init(word: String) throws(WireFault) {
    guard let value = Self(rawValue: word) else {
      throw .unknown(word, among: Self.allCases.map(\.rawValue))
    }
    self = value
  }

  func write(to writer: inout WireWriter) {
    writer.text(rawValue)
  }
}
