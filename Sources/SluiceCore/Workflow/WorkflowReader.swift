extension WorkflowDraft {
  /// Reads a definition from JSON, snake_case as in files and under `/api/v1`.
  ///
  /// - Throws: If the shape has a fault (a missing or unknown key, a value of the wrong kind), every fault
  /// of shape and of meaning. What a well-shaped definition means is checked by `validated`.
  public init(reading json: JSONValue) throws(WorkflowFaults) {
    var reader = WorkflowReader()
    let draft = reader.draft(from: json)
    guard reader.faults.isEmpty else {
      var check = WorkflowCheck(draft: draft, damage: reader.damage)
      check.run()
      throw WorkflowFaults(reader.faults + check.faults)
    }
    self = draft
  }
}

/// Walks a JSON value and notes what does not have the expected shape.
struct WorkflowReader {
  private(set) var faults: [WorkflowFault] = []
  private(set) var damage = WorkflowDamage()

  mutating func draft(from json: JSONValue) -> WorkflowDraft {
    let root = object(json, at: "", keys: WorkflowDraft.members)
    return WorkflowDraft(
      name: text(root, "name", at: "name") ?? "",
      enforcement: optionalText(root, "enforcement", at: "enforcement"),
      statuses: list(root, "statuses", at: "statuses", isRequired: true) { $0.status($1, at: $2) },
      transitions: list(root, "transitions", at: "transitions") { $0.transition($1, at: $2) },
      stages: list(root, "stages", at: "stages") { $0.stage($1, at: $2) },
      gates: list(root, "gates", at: "gates") { $0.gate($1, at: $2) },
      fields: list(root, "fields", at: "fields") { $0.field($1, at: $2) })
  }

  mutating func status(_ json: JSONValue, at place: String) -> WorkflowDraft.StatusDraft {
    let object = object(json, at: place, keys: ["name", "category", "wip_limit"])
    // A name alone is not enough, but tells what others may refer to.
    if case .string(let name) = json { return WorkflowDraft.StatusDraft(name, "") }
    return WorkflowDraft.StatusDraft(
      text(object, "name", at: place + ".name") ?? "",
      text(object, "category", at: place + ".category") ?? "",
      wipLimit: optionalInteger(object, "wip_limit", at: place + ".wip_limit"))
  }

  mutating func transition(
    _ json: JSONValue, at place: String
  ) -> WorkflowDraft.TransitionDraft {
    let object = object(json, at: place, keys: ["from", "to"])
    return WorkflowDraft.TransitionDraft(
      text(object, "from", at: place + ".from") ?? "", text(object, "to", at: place + ".to") ?? "")
  }

  mutating func stage(_ json: JSONValue, at place: String) -> WorkflowDraft.StageDraft {
    let object = object(json, at: place, keys: ["key", "name", "statuses", "agent_required"])
    let key = text(object, "key", at: place + ".key") ?? ""
    return WorkflowDraft.StageDraft(
      key, heading(object, else: key, at: place + ".name"),
      list(object, "statuses", at: place + ".statuses", isRequired: true) { $0.word($1, at: $2) },
      isAgentRequired: optionalBool(object, "agent_required", at: place + ".agent_required"))
  }

  mutating func field(_ json: JSONValue, at place: String) -> WorkflowDraft.FieldDraft {
    let object = object(json, at: place, keys: ["key", "name", "type", "options"])
    let key = text(object, "key", at: place + ".key") ?? ""
    return WorkflowDraft.FieldDraft(
      key, heading(object, else: key, at: place + ".name"),
      text(object, "type", at: place + ".type") ?? "",
      options: list(object, "options", at: place + ".options") { $0.word($1, at: $2) })
  }

  mutating func gate(_ json: JSONValue, at place: String) -> Gate {
    let object = object(
      json, at: place,
      keys: ["key", "name", "from", "to", "acknowledgment", "checklist", "required_fields"])
    let key = text(object, "key", at: place + ".key") ?? ""
    return Gate(
      key: key, name: heading(object, else: key, at: place + ".name"),
      from: text(object, "from", at: place + ".from") ?? "",
      to: text(object, "to", at: place + ".to") ?? "",
      acknowledgment: optionalText(object, "acknowledgment", at: place + ".acknowledgment"),
      checklist: list(object, "checklist", at: place + ".checklist") { $0.item($1, at: $2) },
      requiredFields: list(object, "required_fields", at: place + ".required_fields") {
        $0.word($1, at: $2)
      })
  }

  mutating func item(_ json: JSONValue, at place: String) -> Gate.Item {
    let object = object(json, at: place, keys: ["key", "text"])
    return Gate.Item(
      key: text(object, "key", at: place + ".key") ?? "",
      text: text(object, "text", at: place + ".text") ?? "")
  }
}

extension WorkflowReader {
  private mutating func fault(_ place: String, _ message: String) {
    let place = place.isEmpty ? WorkflowDamage.root : place
    guard !damage.covers(place) else { return }
    damage.add(place)
    faults.append(WorkflowFault(place, message))
  }

  mutating func object(
    _ json: JSONValue, at place: String, keys: [String]
  ) -> [String: JSONValue] {
    guard case .object(var members) = json else {
      fault(place, "Expected an object, found \(json.kind).")
      return [:]
    }
    for key in members.keys.sorted() where !keys.contains(key) {
      let near = nearest(to: key, among: keys)
      let hint = near.map { "; did you mean “\($0)”?" } ?? "."
      fault(place.isEmpty ? key : "\(place).\(key)", "“\(key)” is not known here\(hint)")
      // Taken for what was meant, it does not make the rest of the definition look wrong.
      if let near, members[near] == nil { members[near] = members[key] }
    }
    return members
  }

  private mutating func text(
    _ object: [String: JSONValue], _ key: String, at place: String
  ) -> String? {
    let text = optionalText(object, key, at: place)
    if text == nil { fault(place, "“\(key)” is missing.") }
    return text
  }

  /// The name for people, which is the key unless another is given.
  private mutating func heading(
    _ object: [String: JSONValue], else key: String, at place: String
  ) -> String {
    if let name = optionalText(object, "name", at: place) { return name }
    if key.isEmpty { damage.add(place) }
    return key
  }

  mutating func optionalText(
    _ object: [String: JSONValue], _ key: String, at place: String
  ) -> String? {
    guard let value = object[key], value != .null else { return nil }
    return word(value, at: place)
  }

  private mutating func word(_ json: JSONValue, at place: String) -> String {
    guard case .string(let text) = json else {
      fault(place, "Expected a text, found \(json.kind).")
      return ""
    }
    return text
  }

  private mutating func optionalInteger(
    _ object: [String: JSONValue], _ key: String, at place: String
  ) -> Int? {
    guard let value = object[key], value != .null else { return nil }
    guard case .number(let number) = value else {
      fault(place, "Expected a whole number, found \(value.kind).")
      return nil
    }
    guard let whole = Int(exactly: number) else {
      fault(place, "Expected a whole number, found \(number).")
      return nil
    }
    return whole
  }

  private mutating func optionalBool(
    _ object: [String: JSONValue], _ key: String, at place: String
  ) -> Bool {
    guard let value = object[key], value != .null else { return false }
    guard case .bool(let flag) = value else {
      fault(place, "Expected true or false, found \(value.kind).")
      return false
    }
    return flag
  }

  mutating func list<Element>(
    _ object: [String: JSONValue], _ key: String, at place: String, isRequired: Bool = false,
    _ element: (inout WorkflowReader, JSONValue, String) -> Element
  ) -> [Element] {
    guard let value = object[key], value != .null else {
      if isRequired { fault(place, "“\(key)” is missing.") }
      return []
    }
    guard case .array(let values) = value else {
      fault(place, "Expected a list, found \(value.kind).")
      return []
    }
    var elements: [Element] = []
    for (index, value) in values.enumerated() {
      elements.append(element(&self, value, "\(place)[\(index)]"))
    }
    return elements
  }
}
