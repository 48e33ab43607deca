internal import SluiceAPI
internal import SluiceCore

/// What OpenIndex's routes say of work items, by the names under which it is described.
///
/// Source: OpenIndex, “How transitions work”; where its pages leave a shape open, design, faces: HTTP.
enum WorkItemSchemas {
  static let all: [String: Schema] = [
    "WorkItem": workItem, "WorkItemTransitions": transitions, "StageGate": gate,
    "StageGateRequirement": requirement, "StageGateProgress": progress,
    "CustomFieldValues": values, "AgentContext": context, "WorkItemComment": comment,
    "WorkItemQueue": queue,
  ]

  static let kind = Schema.oneOf(TicketKind.allCases.map(\.rawValue))
  static let priority = Schema.oneOf(Priority.allCases.map { $0.name.lowercased() })
  /// As a request may say it; `critical` is OpenIndex's word for urgent.
  static let givenPriority = Schema.oneOf(
    Priority.allCases.map { $0.name.lowercased() } + ["critical"])
  static let target = Schema.oneOf(ExecutionTarget.allCases.map(\.rawValue))
  static let title = Schema.string(.init(minimum: 1, maximum: Ticket.maximumTitleLength))
  static let description = Schema.text(upTo: Ticket.maximumTextLength)
  static let agent = Schema.text(upTo: Ticket.maximumWordLength)
  /// A text or a number, as the field asks for; `null` takes the value away.
  static let valuesByField = Schema.map(
    .described(.any, "A text, a number, or null, which takes the value away."))

  private static let workItem = Schema.open(
    .required("id", .id), .required("key", .text), .required("kind", kind),
    .required("parentKey", .nullable(.text)), .required("title", .text),
    .required("description", .text), .required("domainId", .id), .required("workflowId", .id),
    .required("workflowRevision", .count),
    .required(
      "workflowBound",
      .described(.boolean, "Whether it keeps this revision, whatever becomes of the workflow.")),
    .required("status", .text), .required("stage", .nullable(.text)),
    .required("resolution", .oneOf(["unresolved", "resolved", "cancelled"])),
    .required("priority", priority), .required("executionTarget", target),
    .required("activeAgentId", .nullable(.text)), .required("assignee", .nullable(.text)),
    .required("reporter", .nullable(.text)), .required("labels", .array(.text)),
    .required("dueDate", .nullable(.day)), .required("customFields", .map(.any)),
    .required("version", .count), .required("createdAt", .time), .required("updatedAt", .time),
    .optional("warnings", .array(.text)))

  private static let transitions = Schema.open(
    .required("key", .text), .required("currentStatus", .text),
    .required("currentStage", .nullable(.text)), .required("allowedTransitions", .array(.text)),
    .required("availableTransitions", .array(.text)),
    .required("terminalStatuses", .array(.text)),
    .required("availableStageGates", .array(.reference("StageGate"))))

  private static let gate = Schema.open(
    .required("key", .text), .required("name", .text), .required("fromStage", .text),
    .required("toStage", .text), .required("acknowledgment", .nullable(.text)),
    .required("acknowledged", .boolean),
    .required(
      "checklist",
      .array(
        .open(.required("key", .text), .required("text", .text), .required("done", .boolean)))),
    .required("requiredFields", .array(.text)),
    .required("missing", .array(.reference("StageGateRequirement"))),
    .required("satisfied", .boolean))

  private static let requirement = Schema.open(
    .required("type", .oneOf(["acknowledgment", "checklist", "field"])), .optional("key", .text),
    .required("text", .text))

  private static let progress = Schema.open(
    .required("workItem", .reference("WorkItem")),
    .required(
      "passed", .described(.boolean, "Whether the item has moved through the gate.")),
    .required("missing", .array(.reference("StageGateRequirement"))),
    .required("warnings", .array(.text)))

  private static let values = Schema.open(
    .required("key", .text), .required("workflowId", .id), .required("values", .map(.any)),
    .required("fields", .array(.reference("WorkflowField"))))

  private static let exit: [Schema.Member] = [
    .required("status", .text), .required("category", .text),
    .required("stage", .nullable(.text)),
  ]

  private static let context = Schema.open(
    .required("key", .text), .required("title", .text), .required("status", .text),
    .required("activeAgentId", .nullable(.text)), .required("executionTarget", target),
    .required("currentGoal", .text),
    .required(
      "allowedExits",
      .array(
        .object(
          .init(
            exit + [
              .required("stageGates", .array(.text)), .required("warnings", .array(.text)),
            ], others: .any)))),
    .required(
      "blockedExits",
      .array(
        .object(
          .init(
            exit + [
              .required("code", .text), .required("reason", .text), .required("nextStep", .text),
              .required("details", .map(.any)),
            ], others: .any)))),
    .required(
      "requiredFields",
      .array(
        .open(
          .required("key", .text), .required("name", .text), .required("type", .text),
          .required("options", .array(.text)), .required("required", .boolean),
          .required("stageGates", .array(.text)), .required("value", .any),
          .required("satisfied", .boolean)))))

  private static let comment = Schema.open(
    .required("author", .text), .required("body", .text), .required("visibility", .text),
    .required("createdAt", .time))

  private static let queue = Schema.open(
    .required("available", .array(.reference("WorkItem"))),
    .required("mine", .array(.reference("WorkItem"))), .required("nextCursor", .nullable(.text)),
    .required("hasMore", .boolean))
}

extension Schema {
  /// A page of a long list, as OpenIndex's routes write it.
  static func camelPage(_ item: Schema) -> Schema {
    .open(
      .required("items", .array(item)), .required("nextCursor", .nullable(.text)),
      .required("hasMore", .boolean))
  }
}
