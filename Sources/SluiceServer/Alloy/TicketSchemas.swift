internal import SluiceAPI
internal import SluiceCore

/// What tickets are on Alloy's routes.
enum TicketSchemas {
  static let reply: [Schema.Member] = [
    .required("id", .id), .required("project_id", .id), .required("ticket_number", .count),
    .required("key", .text), .required("kind", .oneOf(TicketKind.allCases.map(\.rawValue))),
    .required("title", .text), .required("description", .text), .required("status", .text),
    .required("category", .nullable(.text)),
    .required("priority", .oneOf(Priority.allCases.map(\.name))),
    .required("assignee", .nullable(.text)), .required("assignee_id", .nullable(.id)),
    .required("reporter", .nullable(.text)), .required("reporter_id", .nullable(.id)),
    .required("labels", .array(.text)), .required("due", .nullable(.day)),
    .required("created_at", .time), .required("updated_at", .time),
    .required("entered_at", .time), .required("version", .count), .required("workflow_id", .id),
    .optional("warning", .described(.text, "What rules that only warn had to say.")),
  ]

  static let detail: [Schema.Member] =
    reply + [
      .required("comments", .array(.reference("Comment"))), .required("fields", .map(.text)),
      .required("gates", .array(.map(.any))),
      .required("available", .array(AlloySchemas.statusReply)),
    ]

  private static let person: [Schema.Member] = [
    .optional("assignee_id", .nullable(.id)),
    .optional("assignee", .described(.nullable(.text), "A handle.")),
    .optional("reporter_id", .nullable(.id)),
    .optional("reporter", .described(.nullable(.text), "A handle.")),
  ]

  private static let common: [Schema.Member] = [
    .optional("description", .text),
    .optional(
      "priority",
      .described(.text, "\(Priority.allCases.map(\.name).joined(separator: ", ")), in any case.")),
    .optional("status", .text), .optional("labels", .array(.text, maximum: 1_000)),
    .optional("due", .nullable(.day)),
    .optional("execution_target", .oneOf(ExecutionTarget.allCases.map(\.rawValue))),
  ]

  static let draft: [Schema.Member] =
    [.required("title", .text)] + common + person + [
      .optional("kind", .oneOf(TicketKind.allCases.map(\.rawValue))),
      .optional("parent", .described(.text, "The key or the id of a sub-task's task.")),
      .optional("workflow_id", .described(.text, "Binds the ticket to a workflow as it is now.")),
    ]

  static let edit: [Schema.Member] =
    [.optional("title", .text)] + common + person + [
      .optional(
        "fields", .described(.map(.any), "Values by the keys of fields; null removes one.")),
      .optional("expected_status", .text), .optional("expected_version", .count),
    ]
}
