internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension WorkflowEndpoints {
  static let fields = [listFields, addField, updateField, deleteField]

  private static let path = "/workflows/{id}/fields"
  private static let reply = Schema.open(
    .required("key", .text), .required("name", .text), .required("type", .text),
    .required("workflowId", .id), .required("workflowRevision", .count))

  private static let listFields = Endpoint(
    Route(
      "listWorkflowFields", .get, path, "Lists the custom fields of a workflow.", tag: tag,
      [Route.Success(200, .camelPage(reply))], dialect: .camel)
  ) { call throws(APIError) in
    let workflow = try call.workflowOfPath()
    let fields = workflow.draft.fields.map { $0.json(in: workflow) }
    return .ok(Page(items: fields).camelJSON(\.self))
  }

  private static let addField = Endpoint(
    Route(
      "addWorkflowField", .post, path, "Adds a custom field to a workflow.", tag: tag,
      body: .reference("WorkflowField"), [Route.Success(201, reply)], dialect: .camel)
  ) { call throws(APIError) in
    let key = call.text("key") ?? ""
    let field = WorkflowDraft.FieldDraft(
      key, call.text("name") ?? key, call.text("type") ?? "", options: call.texts("options") ?? [])
    let workflow = try call.editFields { fields, _ in fields.append(field) }
    return .created(field.json(in: workflow))
  }

  /// The key of a field is its id, and never changes.
  private static let updateField = Endpoint(
    Route(
      "updateWorkflowField", .patch, path + "/{fieldId}", "Changes a custom field.", tag: tag,
      body: .object(
        .optional("name", .text), .optional("type", .text),
        .optional("options", .array(.text))),
      [Route.Success(200, reply)], dialect: .camel)
  ) { call throws(APIError) in
    let workflow = try call.editFields { fields, index in
      guard let index else { return }
      fields[index].name = call.text("name") ?? fields[index].name
      if let type = call.text("type"), type != fields[index].type {
        fields[index].type = type
        fields[index].options = []
      }
      fields[index].options = call.texts("options") ?? fields[index].options
    }
    let field = workflow.draft.fields.first { $0.key == call.parameter("fieldId") }
    guard let field else { throw .unexpected }
    return .ok(field.json(in: workflow))
  }

  private static let deleteField = Endpoint(
    Route(
      "deleteWorkflowField", .delete, path + "/{fieldId}",
      "Takes a custom field out of a workflow, unless a gate asks for it.", tag: tag,
      [Route.Success(204)], dialect: .camel)
  ) { call throws(APIError) in
    _ = try call.editFields { fields, index in
      if let index { fields.remove(at: index) }
    }
    return .noContent
  }
}

extension Call {
  /// Gives the workflow of the path other fields; the edit is told where the field of the path stands.
  fileprivate func editFields(
    _ edit: (inout [WorkflowDraft.FieldDraft], Int?) -> Void
  ) throws(APIError) -> Workflow {
    let former = try workflowOfPath()
    var fields = former.draft.fields
    let key = parameters["fieldId"]
    let index = key.flatMap { key in fields.firstIndex { $0.key == key } }
    if let key, index == nil { throw .notFound("custom field", key) }
    edit(&fields, index)
    let change = Change.editWorkflow(
      .id(former.id), WorkflowEdit(fields: fields, expectedRevision: former.revision))
    let receipt = try camelFaults { () throws(APIError) in try apply(change) }
    guard case .workflow(let workflow) = receipt.subject else { throw .unexpected }
    return workflow
  }
}

extension WorkflowDraft.FieldDraft {
  fileprivate func json(in workflow: Workflow) -> JSONValue {
    .object([
      "id": .string(key), "key": .string(key), "name": .string(name), "type": .string(type),
      "options": .texts(options), "workflowId": .id(workflow.id),
      "workflowRevision": .integer(workflow.revision),
    ])
  }
}
