internal import SluiceCore

/// What an event keeps beyond its words.
///
/// Storage has a form of its own, which is shorter and may not change.
extension EventTrace: WireChoice {
  static let caseNames = ["made", "step", "cleared", "value", "change", "remark", "updated"]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    switch name {
    case "made":
      self = .made(
        try parts.read("ticket"), following: try parts.optional("following"),
        broken: try parts.read("broken", else: []))
    case "step": self = .step(try Step(parts: &parts))
    case "cleared": self = .cleared(Dictionary(stamped: try parts.read("marks")))
    case "value":
      self = .value(former: try parts.optional("former"), new: try parts.optional("new"))
    case "change": self = .change(try parts.read("number"))
    case "remark": self = .remark(try GateProgress.Stamp(parts: &parts))
    default: self = .updated(try parts.read("at"))
    }
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .made(let ticket, let workflow, let broken):
      writer.choice("made") {
        $0.member("ticket", ticket)
        $0.member("following", workflow)
        $0.member("broken", unlessEmpty: broken)
      }
    case .step(let step): writer.choice("step") { step.writeParts(to: &$0) }
    case .cleared(let marks): writer.choice("cleared", ("marks", marks.stamped))
    case .value(let former, let new):
      writer.choice("value") {
        $0.member("former", former)
        $0.member("new", new)
      }
    case .change(let number): writer.choice("change", ("number", number))
    case .remark(let stamp): writer.choice("remark") { stamp.writeParts(to: &$0) }
    case .updated(let time): writer.choice("updated", ("at", time))
    }
  }
}

extension EventTrace.Step: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      from: try parts.read("from"), to: try parts.read("to"), entered: try parts.read("entered"),
      arrived: try parts.optional("arrived"), broken: try parts.read("broken", else: []),
      workflow: try parts.optional("workflow_id"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("from", from)
    writer.member("to", to)
    writer.member("entered", entered)
    writer.member("arrived", arrived)
    writer.member("broken", unlessEmpty: broken)
    writer.member("workflow_id", workflow)
  }
}

extension EventTrace.Answer: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(try parts.read("value"), try GateProgress.Stamp(parts: &parts))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("value", value)
    stamp.writeParts(to: &writer)
  }
}
