public import SluiceCore

extension Workflow {
  /// The workflow as Alloy's guide prints it, with its stages, gates and fields.
  ///
  /// Source: Alloy's workflow guide, §3.
  public var json: JSONValue {
    var members = draft.json
    members["id"] = .string(id.description)
    members["revision"] = .integer(revision)
    members["created_at"] = .string(createdAt.description)
    members["updated_at"] = .string(updatedAt.description)
    return .object(members)
  }
}
