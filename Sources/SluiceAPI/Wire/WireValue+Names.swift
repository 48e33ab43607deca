internal import SluiceCore

extension Category: WireWord {}
extension Enforcement: WireWord {}
extension TicketKind: WireWord {}
extension ExecutionTarget: WireWord {}
extension Event.Kind: WireWord {}

extension Priority: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    let word = try String(wire: json)
    guard let priority = Priority(word) else {
      throw .unknown(word, among: Priority.allCases.map(\.name))
    }
    self = priority
  }

  func write(to writer: inout WireWriter) {
    writer.text(name)
  }
}

extension Status.ID: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    self.init(try Int(wire: json))
  }

  func write(to writer: inout WireWriter) {
    number.write(to: &writer)
  }
}

/// A value that is written as a text of its own kind.
protocol WireName: WireValue, CustomStringConvertible {
  /// What there should be, such as `an id`.
  static var wireKind: String { get }

  init?(_ text: String)
}

extension WireName {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .string(let text) = json else { throw .expected(Self.wireKind, found: json) }
    guard let value = Self(text) else {
      throw WireFault("", "Expected \(Self.wireKind), found “\(text)”.")
    }
    self = value
  }

  func write(to writer: inout WireWriter) {
    writer.text(description)
  }
}

extension Identifier: WireName {
  static var wireKind: String { "an id" }
}

extension ProjectKey: WireName {
  static var wireKind: String { "a project's key" }
}

extension TicketKey: WireName {
  static var wireKind: String { "a ticket's key" }
}

extension CalendarDay: WireName {
  static var wireKind: String { "a day as YYYY-MM-DD" }
}

extension ProjectReference: WireName {
  static var wireKind: String { "a project's key or id" }
}

extension TicketReference: WireName {
  static var wireKind: String { "a ticket's key or id" }
}

extension Timestamp: WireName {
  static var wireKind: String { "a moment as RFC 3339 writes it" }
}
