public import SluiceCore

extension Field {
  /// The field as it stands in a definition, and the workflow that it is one of.
  public func json(in workflow: Workflow) -> JSONValue {
    .object([
      "key": .string(key), "name": .string(name), "type": .string(kind.word),
      "options": .texts(options), "workflow": .string(workflow.name),
      "workflow_id": .string(workflow.id.description),
    ])
  }

  /// What can be chosen; nothing unless it is a select field.
  public var options: [String] {
    if case .select(let options) = kind { options } else { [] }
  }
}
