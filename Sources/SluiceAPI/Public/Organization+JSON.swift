public import SluiceCore

extension Organization {
  /// The organization as programs see it.
  ///
  /// Source: Alloy's workflow guide, §1.
  public var json: JSONValue {
    .object([
      "id": .string(id.description), "name": .string(name), "slug": .string(slug),
      "default_workflow_id": .string(defaultWorkflow.description),
      "created_at": .string(createdAt.description),
    ])
  }
}
