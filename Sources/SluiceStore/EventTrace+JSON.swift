internal import SluiceCore

/// How a trace is kept: one line of JSON.
extension EventTrace {
  var text: String {
    if case .step(let step) = self, let text = step.plainText { return text }
    return JSONPrinter.line(json)
  }

  /// `nil` for a text that is none of ours.
  init?(text: String) {
    guard let json = try? JSONReader.read(SourceText(text)).value, case .object(let members) = json,
      members.count == 1, let (kind, value) = members.first
    else { return nil }
    switch kind {
    case "made":
      guard let ticket = Ticket(trace: value) else { return nil }
      self = .made(
        ticket, following: value["follows"].text.flatMap { Workflow.ID($0) },
        broken: value["broken"].texts)
    case "step":
      guard let step = Step(trace: value) else { return nil }
      self = .step(step)
    case "cleared": self = .cleared(Self.marks(value))
    case "value":
      self = .value(former: Answer(trace: value["former"]), new: FieldValue(trace: value["new"]))
    case "change":
      guard let number = value.integer else { return nil }
      self = .change(number)
    case "remark":
      guard let stamp = GateProgress.Stamp(trace: value) else { return nil }
      self = .remark(stamp)
    case "updated":
      guard let time = value.integer else { return nil }
      self = .updated(Timestamp(milliseconds: time))
    default: return nil
    }
  }

  private var json: JSONValue {
    switch self {
    case .made(let ticket, let workflow, let broken):
      .object(["made": ticket.trace(following: workflow, broken: broken)])
    case .step(let step): .object(["step": step.trace])
    case .cleared(let marks):
      .object(["cleared": .array(marks.map { Self.json($0, $1) })])
    case .value(let former, let new):
      .object(["value": .members(["former": former?.trace, "new": new?.trace])])
    case .change(let number): .object(["change": .number(Double(number))])
    case .remark(let stamp):
      .object(["remark": .object(["by": .string(stamp.by), "at": .time(stamp.at)])])
    case .updated(let time): .object(["updated": .time(time)])
    }
  }

  private static func json(_ mark: GateProgress.Mark, _ stamp: GateProgress.Stamp) -> JSONValue {
    .members([
      "gate": .string(mark.gate), "item": mark.item.map(JSONValue.string),
      "by": .string(stamp.by), "at": .time(stamp.at),
    ])
  }

  private static func marks(_ json: JSONValue) -> [GateProgress.Mark: GateProgress.Stamp] {
    guard case .array(let elements) = json else { return [:] }
    let pairs = elements.compactMap { element in
      GateProgress.Stamp(trace: element).map { stamp in
        (GateProgress.Mark(gate: element["gate"].text ?? "", item: element["item"].text), stamp)
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension EventTrace.Step {
  /// The text of a step within one workflow, as nearly all changes are, without values in between.
  fileprivate var plainText: String? {
    guard arrived == nil, workflow == nil else { return nil }
    var text = "{\"step\":{"
    if !broken.isEmpty { text += "\"broken\":" + JSONPrinter.line(.texts(broken)) + "," }
    text += "\"entered\":" + String(entered.milliseconds)
    text += ",\"from\":" + String(from.number)
    text += ",\"to\":" + String(to.number) + "}}"
    return text
  }

  fileprivate var trace: JSONValue {
    var members: [String: JSONValue?] = [
      "from": .integer(from.number), "to": .integer(to.number), "entered": .time(entered),
    ]
    if !broken.isEmpty { members["broken"] = .texts(broken) }
    members["arrived"] = arrived.map(JSONValue.time)
    members["workflow"] = workflow.map { .string($0.description) }
    return .members(members)
  }

  fileprivate init?(trace json: JSONValue) {
    guard let from = json["from"].integer, let to = json["to"].integer,
      let entered = json["entered"].integer
    else { return nil }
    self.init(
      from: Status.ID(Int(from)), to: Status.ID(Int(to)), entered: Timestamp(milliseconds: entered),
      arrived: json["arrived"].integer.map { Timestamp(milliseconds: $0) },
      broken: json["broken"].texts, workflow: json["workflow"].text.flatMap { Workflow.ID($0) })
  }
}

extension EventTrace.Answer {
  fileprivate var trace: JSONValue {
    .members(["value": value.trace, "by": .string(stamp.by), "at": .time(stamp.at)])
  }

  fileprivate init?(trace json: JSONValue) {
    guard let value = FieldValue(trace: json["value"]),
      let stamp = GateProgress.Stamp(trace: json)
    else { return nil }
    self.init(value, stamp)
  }
}

extension GateProgress.Stamp {
  fileprivate init?(trace json: JSONValue) {
    guard let by = json["by"].text, let at = json["at"].integer else { return nil }
    self.init(by: by, at: Timestamp(milliseconds: at))
  }
}

extension FieldValue {
  fileprivate var trace: JSONValue {
    .object(["type": .string(word), "text": .string(text)])
  }

  fileprivate init?(trace json: JSONValue) {
    guard let word = json["type"].text, let text = json["text"].text,
      let value = FieldValue(word: word, text: text)
    else { return nil }
    self = value
  }
}
