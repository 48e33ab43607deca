public import SluiceCore

extension Rejection {
  /// What programs need in order to react: the rule, the places, and what is still to do.
  ///
  /// Source: rule 11.
  public var details: [String: JSONValue] {
    var details = parts
    details["rule"] = .string(code)
    return details
  }

  private var parts: [String: JSONValue] {
    switch self {
    case .unknownStatus(let name, let known):
      ["status": .string(name), "known": .texts(known)]
    case .noTransition(let from, let to, let allowed):
      ["from": .string(from), "to": .string(to), "allowed": .texts(allowed)]
    case .gatesUnmet(let from, let to, let gates):
      ["from": .string(from), "to": .string(to), "gates": .array(gates.map(\.json))]
    case .wipLimit(let status, let limit, let count):
      ["status": .string(status), "limit": .integer(limit), "count": .integer(count)]
    case .unknownGate(let key, let known):
      ["gate": .string(key), "known": .texts(known)]
    case .unknownItem(let gate, let key, let known):
      ["gate": .string(gate), "item": .string(key), "known": .texts(known)]
    case .nothingToAcknowledge(let gate):
      ["gate": .string(gate)]
    case .unknownField(let key, let known):
      ["field": .string(key), "known": .texts(known)]
    case .invalidValue(let attribute, _):
      ["attribute": .string(attribute)]
    case .gateElsewhere(let gate, let from, let current):
      ["gate": .string(gate), "from": .string(from), "stage": .string(current)]
    case .targetNeeded(let gate, let candidates):
      ["gate": .string(gate), "candidates": .texts(candidates)]
    default: partsOfClaimOrUndo
    }
  }

  private var partsOfClaimOrUndo: [String: JSONValue] {
    switch self {
    case .assistantMissing(let stage): ["stage": .string(stage)]
    case .claimed(let ticket, let holder):
      ["ticket": .string(ticket.description), "holder": .string(holder)]
    case .resolved(let status): ["status": .string(status)]
    case .notInProgress(let status, let known):
      ["status": .string(status), "known": .texts(known)]
    case .workflowFixed(let ticket, let isBound):
      ["ticket": .string(ticket.description), "bound": .bool(isBound)]
    case .notYours(let ticket, let author):
      ["ticket": .optional(ticket?.description), "author": .string(author)]
    case .touchedSince(let ticket): ["ticket": .string(ticket.description)]
    case .statusGone(let ticket, let status, let workflow):
      [
        "ticket": .string(ticket.description), "status": .string(status),
        "workflow": .string(workflow),
      ]
    case .subTaskLeft(let task, let subTask), .taskDeleted(let subTask, let task):
      ["task": .string(task.description), "sub_task": .string(subTask.description)]
    default: [:]
    }
  }
}

extension Rejection.GateNeed {
  /// The gate, and each thing that it still asks for.
  public var json: JSONValue {
    .object([
      "key": .string(gate.key), "name": .string(gate.name),
      "unmet": .array(zip(unmet, texts).map { $0.json(saying: $1) }),
    ])
  }
}

extension Gate.Requirement {
  /// What kind of requirement it is, its key, and what it says to a person.
  public func json(saying text: String) -> JSONValue {
    var members: [String: JSONValue] = ["text": .string(text)]
    switch self {
    case .acknowledgment: members["type"] = .string("acknowledgment")
    case .item(let key):
      members["type"] = .string("checklist")
      members["key"] = .string(key)
    case .field(let key):
      members["type"] = .string("field")
      members["key"] = .string(key)
    }
    return .object(members)
  }
}
