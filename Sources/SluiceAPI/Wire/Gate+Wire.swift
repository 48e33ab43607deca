internal import SluiceCore

extension Gate: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      key: try parts.read("key"), name: try parts.read("name"), from: try parts.read("from"),
      to: try parts.read("to"), acknowledgment: try parts.optional("acknowledgment"),
      checklist: try parts.read("checklist", else: []),
      requiredFields: try parts.read("required_fields", else: []))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("key", key)
    writer.member("name", name)
    writer.member("from", from)
    writer.member("to", to)
    writer.member("acknowledgment", acknowledgment)
    writer.member("checklist", checklist)
    writer.member("required_fields", requiredFields)
  }
}

extension Gate.Item: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(key: try parts.read("key"), text: try parts.read("text"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("key", key)
    writer.member("text", text)
  }
}

extension Gate.Requirement: WireChoice {
  static let caseNames = ["acknowledgment", "item", "field"]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    switch name {
    case "acknowledgment": self = .acknowledgment
    case "item": self = .item(try parts.read("key"))
    default: self = .field(try parts.read("key"))
    }
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .acknowledgment: writer.choice("acknowledgment")
    case .item(let key): writer.choice("item", ("key", key))
    case .field(let key): writer.choice("field", ("key", key))
    }
  }
}

extension Rejection.GateNeed: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      gate: try parts.read("gate"), unmet: try parts.read("unmet"), texts: try parts.read("texts"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("gate", gate)
    writer.member("unmet", unmet)
    writer.member("texts", texts)
  }
}
