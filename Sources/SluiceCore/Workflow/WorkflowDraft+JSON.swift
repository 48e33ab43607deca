extension WorkflowDraft {
  /// The members of the definition as JSON, snake_case; `init(reading:)` reads them back.
  public var json: [String: JSONValue] {
    [
      "name": .string(name),
      "enforcement": .optional(enforcement),
      "statuses": .array(statuses.map(\.json)),
      "transitions": .array(
        transitions.map { .object(["from": .string($0.from), "to": .string($0.to)]) }),
      "stages": .array(stages.map(\.json)),
      "gates": .array(gates.map(\.json)),
      "fields": .array(fields.map(\.json)),
    ]
  }
}

extension WorkflowDraft.StatusDraft {
  var json: JSONValue {
    var members: [String: JSONValue] = ["name": .string(name), "category": .string(category)]
    members["wip_limit"] = wipLimit.map(JSONValue.integer)
    return .object(members)
  }
}

extension WorkflowDraft.StageDraft {
  var json: JSONValue {
    .object([
      "key": .string(key), "name": .string(name),
      "statuses": .array(statuses.map(JSONValue.string)), "agent_required": .bool(isAgentRequired),
    ])
  }
}

extension WorkflowDraft.FieldDraft {
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "key": .string(key), "name": .string(name), "type": .string(type),
    ]
    if !options.isEmpty { members["options"] = .array(options.map(JSONValue.string)) }
    return .object(members)
  }
}

extension Gate {
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "key": .string(key), "name": .string(name), "from": .string(from), "to": .string(to),
      "checklist": .array(
        checklist.map { .object(["key": .string($0.key), "text": .string($0.text)]) }),
      "required_fields": .array(requiredFields.map(JSONValue.string)),
    ]
    members["acknowledgment"] = acknowledgment.map(JSONValue.string)
    return .object(members)
  }
}
