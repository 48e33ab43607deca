internal import SluiceAPI
internal import SluiceCore

/// What Alloy's routes take and give, by name.
enum AlloySchemas {
  static let all: [String: Schema] =
    places.merging(definitions) { first, _ in first }.merging(work) { first, _ in first }

  private static let places: [String: Schema] = [
    "Organization": .open(
      .required("id", .id), .required("name", .text), .required("slug", .text),
      .required("default_workflow_id", .id), .required("created_at", .time),
      .required("role", .nullable(.oneOf(Role.allCases.map(\.name))))),
    "Project": .open(
      .required("id", .id), .required("org_id", .id), .required("key", .text),
      .required("name", .text), .required("description", .text),
      .required("workflow_id", .nullable(.id)), .required("ticket_counter", .count),
      .required("created_at", .time), .required("updated_at", .time)),
    "Member": .open(
      .required("account_id", .id), .required("handle", .text), .required("display_name", .text),
      .required("role", .oneOf(Role.allCases.map(\.name)))),
    "MemberDraft": .object(
      Schema.ObjectRule(
        [
          .optional("account_id", .id), .optional("handle", .text), .optional("email", .text),
          .required("role", .role),
        ], choice: .exactlyOne(["account_id", "handle", "email"]))),
    "Invite": .open(
      .required("id", .id), .required("org_id", .id),
      .required("role", .oneOf(Role.allCases.map(\.name))), .required("email", .nullable(.text)),
      .required("expires_at", .time), .required("created_by", .id),
      .optional("code", .described(.text, "The secret; shown once."))),
  ]

  private static let work: [String: Schema] = [
    "Ticket": .open(TicketSchemas.reply), "TicketDetail": .open(TicketSchemas.detail),
    "TicketDraft": .object(Schema.ObjectRule(TicketSchemas.draft)),
    "TicketEdit": .object(Schema.ObjectRule(TicketSchemas.edit)),
    "Transitions": .open(
      .required("current_status", .text), .required("available", .array(statusReply)),
      .required("blocked", .array(blockedReply)), .required("enforcement", .text)),
    "Comment": .open(
      .required("author", .text), .required("author_id", .nullable(.id)),
      .required("created_at", .time), .required("text", .text)),
    "Activity": .open(
      .required("sequence", .count), .required("change", .count), .required("at", .time),
      .required("actor", .text), .required("actor_id", .nullable(.id)),
      .required("agent", .nullable(.text)), .required("ticket", .nullable(.text)),
      .required("type", .oneOf(Event.Kind.allCases.map(\.rawValue))),
      .required("subject", .nullable(.text)), .required("from", .nullable(.text)),
      .required("to", .nullable(.text)), .required("warning", .nullable(.text))),
  ]

  static let statusReply = Schema.open(
    .required("name", .text), .required("category", .oneOf(Category.allCases.map(\.rawValue))))

  private static let blockedReply = Schema.open(
    .required("name", .text), .required("category", .text), .required("rule", .text),
    .required("reason", .text), .required("next_step", .text),
    .required("details", .map(.any)))

  private static let definitions: [String: Schema] = [
    "Workflow": .open(
      .required("id", .id), .required("org_id", .id), .required("name", .text),
      .required("enforcement", .oneOf(Enforcement.allCases.map(\.rawValue))),
      .required("statuses", .array(statusReply)),
      .required("transitions", .array(WorkflowSchemas.transition)),
      .required("stages", .array(WorkflowSchemas.stage)),
      .required("gates", .array(WorkflowSchemas.gate)),
      .required("fields", .array(WorkflowSchemas.field)), .required("revision", .count),
      .required("created_at", .time), .required("updated_at", .time)),
    "WorkflowDefinition": .object(Schema.ObjectRule(WorkflowSchemas.definition)),
    "WorkflowEdit": .object(Schema.ObjectRule(WorkflowSchemas.edit)),
    "StatusMapping": .described(
      .map(.text), "Where tickets go whose statuses are no more: former name to new one."),
  ]
}

extension Schema {
  /// A role, in any case.
  static let role = Schema.oneOf(
    Role.allCases.reversed().map(\.name) + Role.allCases.reversed().map(\.rawValue))

  /// An object with these members, and perhaps others.
  static func open(_ members: [Member]) -> Schema {
    .object(ObjectRule(members, others: .any))
  }
}
