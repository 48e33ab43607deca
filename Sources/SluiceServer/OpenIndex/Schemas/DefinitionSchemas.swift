internal import SluiceAPI
internal import SluiceCore

/// What OpenIndex's routes say of workflows: the same as Alloy's, with members in camelCase.
///
/// Source: design, faces: HTTP.
enum DefinitionSchemas {
  static let all: [String: Schema] = [
    "WorkItemWorkflow": workflow, "WorkflowField": WorkflowSchemas.field.camelDefinition,
  ]

  /// The members of a definition to be, but for its name.
  static let draft = WorkflowSchemas.definition.map(\.camelDefinition).compactMap {
    member -> Schema.Member? in
    switch member.name {
    case "name": nil
    // One without statuses begins with those of OpenIndex's page.
    case "statuses": .optional("statuses", .nullable(member.schema))
    default: member
    }
  }

  /// The members of a definition that should change; a list replaces the former one.
  static let edit = WorkflowSchemas.edit.map(\.camelDefinition)

  private static let workflow = Schema.open(
    .required("id", .id), .required("organizationId", .id), .required("name", .text),
    .required("enforcement", .text), .required("revision", .count),
    .required("statuses", .array(.map(.any))), .required("transitions", .array(.map(.any))),
    .required("stages", .array(.map(.any))), .required("gates", .array(.map(.any))),
    .required("fields", .array(.map(.any))), .required("createdAt", .time),
    .required("updatedAt", .time), .optional("warnings", .array(.text)),
    .optional(
      "moved",
      .described(.array(.map(.any)), "How many items went from one status to another.")))
}
