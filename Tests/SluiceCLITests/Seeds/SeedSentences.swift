/// The sentences of both specifications that speak of rules or of the command line.
///
/// Each is served by a test that has the sentence in its name.
enum SeedSentences {
  /// Alloy's guide “Workflows & Statuses”.
  static let alloy = [
    "Each organization gets a Default workflow automatically",
    "This workflow has six statuses and allows any-to-any transitions (enforcement mode none).",
    "Backlog backlog, Todo todo, InProgress in_progress, InReview in_review, Done done, Cancelled",
    "With enforcement: none, tickets can move freely between any statuses.",
    "strict enforcement so that only defined transitions are permitted",
    "none: Allowed silently",
    "warn: Allowed with warning in response",
    "strict: Rejected",
    "alloy workflow get WORKFLOW_ID",
    "alloy workflow update WORKFLOW_ID --name Bug Triage v2",
    "Only include the fields you want to change",
    "You can also update statuses, transitions, and enforcement in a single PATCH call.",
    "Updating statuses replaces the full list",
    "Projects without a workflow use the organization’s Default workflow.",
    "alloy project update PROJECT_ID --workflow-id WORKFLOW_ID",
    "Once assigned, all ticket transitions within that project are validated",
    "With the Default workflow, any transition is allowed",
    "Check which transitions are available from the current status",
    "With enforcement: none, all statuses appear as available transitions.",
    "With stricter enforcement, only explicitly defined transitions appear.",
    "alloy ticket transition TICKET_ID --to-status InProgress",
    "transitions that are not explicitly defined are rejected",
    "going directly from New to Closed is not allowed",
    "The ticket stays in its current status.",
    "The caller must follow the defined transition path.",
    "invalid transitions succeed but the response includes a warning field",
    "If projects reference the workflow, the API returns a 409 Conflict error",
    "first reassign or remove the workflow from all projects that reference it",
    "alloy workflow delete WORKFLOW_ID",
  ]

  /// OpenIndex's page “What a workflow is”.
  static let openIndex = [
    "It specifies the statuses, transitions, stages, stage gates and custom fields",
    "workflowId is immutable.",
    "invalid moves are rejected before they reach storage",
    "The set of valid statuses and the transitions between them are defined by the workflow.",
    "The server validates every status transition.",
    "allowedTransitions, terminalStatuses, and availableStageGates",
    "Stages are logical groupings of statuses for progression tracking.",
    "Before work can move from one stage to the next, the gate’s requirements must be satisfied.",
    "The caller must explicitly accept a requirement description",
    "The caller must confirm each item in a list is complete",
    "These custom fields can be required when progressing through specific stage gates",
    "Custom field values are stored per work item and keyed to the workflow",
    "oi work-item agent-context: the response includes requiredFields for the current transition",
    "oi work-item transitions: the current status, allowed transitions, terminal statuses, gates",
    "If the next stage gate has custom field requirements, populate them",
    "oi work-item claim: move to an in-progress status and set yourself as the active agent",
    "Advance through stage gates as you complete each stage gate.",
    "Workflow definitions use an immutable workflowId after they are assigned to a work item.",
    "Updating the definition does not retroactively change work items that already reference it.",
    "Stages can be marked as requiring agent execution.",
    "an assistant provider must be configured for that stage to be completable",
  ]
}
