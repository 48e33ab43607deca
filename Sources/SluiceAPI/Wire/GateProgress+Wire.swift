internal import SluiceCore

extension GateProgress: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      marks: Dictionary(stamped: try parts.read("marks", else: [])),
      values: try parts.read("values", else: [:]),
      valueStamps: try parts.read("value_stamps", else: [:]))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("marks", marks.stamped)
    writer.member("values", values)
    writer.member("value_stamps", valueStamps)
  }
}

extension GateProgress.Stamp: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(by: try parts.read("by"), at: try parts.read("at"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("by", by)
    writer.member("at", at)
  }
}

/// A confirmation with who gave it, and when.
struct StampedMark: WireRecord {
  let mark: GateProgress.Mark
  let stamp: GateProgress.Stamp

  init(_ mark: GateProgress.Mark, _ stamp: GateProgress.Stamp) {
    self.mark = mark
    self.stamp = stamp
  }

  init(parts: inout WireObject) throws(WireFault) {
    mark = GateProgress.Mark(gate: try parts.read("gate"), item: try parts.optional("item"))
    stamp = try GateProgress.Stamp(parts: &parts)
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("gate", mark.gate)
    writer.member("item", mark.item)
    stamp.writeParts(to: &writer)
  }
}

extension [GateProgress.Mark: GateProgress.Stamp] {
  init(stamped marks: [StampedMark]) {
    self.init(marks.map { ($0.mark, $0.stamp) }) { first, _ in first }
  }

  /// The confirmations by gate and item.
  var stamped: [StampedMark] {
    sorted { ($0.key.gate, $0.key.item ?? "") < ($1.key.gate, $1.key.item ?? "") }
      .map { StampedMark($0.key, $0.value) }
  }
}

/// A value with its kind, for a text may look like a number or a day.
extension FieldValue: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .object(let members) = json, members.count == 1, let (kind, value) = members.first
    else { throw .expected("a value with its kind", found: json) }
    do {
      self = try Self.value(of: kind, value)
    } catch {
      throw error.within(kind)
    }
  }

  private static func value(of kind: String, _ json: JSONValue) throws(WireFault) -> FieldValue {
    switch kind {
    case "text": .text(try String(wire: json))
    case "select": .option(try String(wire: json))
    case "date": .date(try CalendarDay(wire: json))
    case "number": .number(try WireNumber(wire: json).number)
    default: throw .unknown(kind, among: ["text", "select", "date", "number"])
    }
  }

  func write(to writer: inout WireWriter) {
    writer.object {
      switch self {
      case .text(let text): $0.member("text", text)
      case .option(let option): $0.member("select", option)
      case .date(let day): $0.member("date", day)
      case .number(let number): $0.member("number", WireNumber(number))
      }
    }
  }
}

/// Any number that JSON can hold.
private struct WireNumber: WireValue {
  let number: Double

  init(_ number: Double) {
    self.number = number
  }

  init(wire json: JSONValue) throws(WireFault) {
    guard case .number(let number) = json else { throw .expected("a number", found: json) }
    self.number = number
  }

  func write(to writer: inout WireWriter) {
    writer.plain(JSONPrinter.line(.number(number)))
  }
}
