public import SluiceCore

extension Project {
  /// The project as Alloy's guide prints it.
  ///
  /// Source: Alloy's workflow guide, §1.
  public var json: JSONValue {
    .object([
      "id": .string(id.description), "key": .string(key.description), "name": .string(name),
      "description": .string(description), "workflow_id": .optional(workflow?.description),
      "ticket_counter": .integer(ticketCounter), "created_at": .string(createdAt.description),
      "updated_at": .string(updatedAt.description),
    ])
  }
}
