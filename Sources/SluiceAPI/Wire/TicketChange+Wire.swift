internal import SluiceCore

extension TicketChange: WireChoice {
  static let caseNames = [
    "move", "edit", "tick", "acknowledge", "set_value", "set_values", "progress", "comment",
    "claim", "release", "delete",
  ]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    switch name {
    case "move": self = .move(to: try parts.read("to"))
    case "edit": self = .edit(try TicketEdit(parts: &parts))
    case "tick":
      self = .tick(
        gate: try parts.read("gate"), item: try parts.read("item"),
        isOn: try parts.read("on", else: true))
    case "acknowledge":
      self = .acknowledge(gate: try parts.read("gate"), isOn: try parts.read("on", else: true))
    case "set_value":
      self = .setValue(field: try parts.read("field"), text: try parts.optional("text"))
    case "set_values": self = .setValues((try parts.read("values") as WireMap<String>).values)
    case "progress":
      self = .progress(
        gate: try parts.read("gate"), try parts.read("answers", else: GateAnswers()),
        to: try parts.optional("to"))
    case "comment": self = .comment(try parts.read("text"))
    case "claim": self = .claim(agent: try parts.read("agent"), to: try parts.optional("to"))
    case "release": self = .release(agent: try parts.optional("agent"))
    default: self = .delete
    }
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .move(let status): writer.choice("move", ("to", status))
    case .edit(let edit): writer.choice("edit", edit.writeParts)
    case .tick(let gate, let item, let isOn):
      writer.choice("tick") {
        $0.member("gate", gate)
        $0.member("item", item)
        $0.member("on", isOn)
      }
    case .acknowledge(let gate, let isOn):
      writer.choice("acknowledge") {
        $0.member("gate", gate)
        $0.member("on", isOn)
      }
    case .setValue(let field, let text):
      writer.choice("set_value") {
        $0.member("field", field)
        $0.member("text", nullable: text)
      }
    case .setValues(let values): writer.choice("set_values", ("values", WireMap(values)))
    default: writeOther(to: &writer)
    }
  }

  private func writeOther(to writer: inout WireWriter) {
    switch self {
    case .progress(let gate, let answers, let status):
      writer.choice("progress") {
        $0.member("gate", gate)
        $0.member("answers", answers)
        $0.member("to", status)
      }
    case .comment(let text): writer.choice("comment", ("text", text))
    case .claim(let agent, let status):
      writer.choice("claim") {
        $0.member("agent", agent)
        $0.member("to", status)
      }
    case .release(let agent): writer.choice("release") { $0.member("agent", agent) }
    case .delete: writer.choice("delete")
    default: break
    }
  }
}
