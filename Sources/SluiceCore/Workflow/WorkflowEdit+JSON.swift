extension WorkflowEdit {
  /// Reads an edit from JSON: a definition, or those members of one that should change.
  ///
  /// A status may carry `was`, the name that it had. Source: Alloy's workflow guide, §4.
  ///
  /// - Throws: Every fault of shape; what the edit means is checked by the workflow it is for.
  public init(reading json: JSONValue) throws(WorkflowFaults) {
    var reader = WorkflowReader()
    let edit = reader.edit(from: json)
    guard reader.faults.isEmpty else { throw WorkflowFaults(reader.faults) }
    self = edit
  }
}

extension WorkflowReader {
  fileprivate mutating func edit(from json: JSONValue) -> WorkflowEdit {
    let root = object(json, at: "", keys: WorkflowDraft.members)
    return WorkflowEdit(
      name: optionalText(root, "name", at: "name"),
      enforcement: optionalText(root, "enforcement", at: "enforcement"),
      statuses: part(root, "statuses") { $0.statusEdit($1, at: $2) },
      transitions: part(root, "transitions") { $0.transition($1, at: $2) },
      stages: part(root, "stages") { $0.stage($1, at: $2) },
      gates: part(root, "gates") { $0.gate($1, at: $2) },
      fields: part(root, "fields") { $0.field($1, at: $2) })
  }

  /// A list that replaces the former one; `nil` if the edit does not have it.
  private mutating func part<Element>(
    _ root: [String: JSONValue], _ key: String,
    _ element: (inout WorkflowReader, JSONValue, String) -> Element
  ) -> [Element]? {
    guard let value = root[key], value != .null else { return nil }
    return list(root, key, at: key, element)
  }

  private mutating func statusEdit(
    _ json: JSONValue, at place: String
  ) -> WorkflowEdit.StatusEdit {
    guard case .object(var members) = json else {
      return WorkflowEdit.StatusEdit(status(json, at: place))
    }
    let former = optionalText(members, "was", at: place + ".was")
    members["was"] = nil
    return WorkflowEdit.StatusEdit(status(.object(members), at: place), was: former)
  }
}
