extension WorkflowDraft {
  /// The workflow that every organization starts with: any move between six statuses.
  ///
  /// Source: Alloy's workflow guide, §2.
  public static let standard = WorkflowDraft(
    name: "Default", enforcement: "none",
    statuses: [
      StatusDraft("Backlog", "backlog"), StatusDraft("Todo", "todo"),
      StatusDraft("InProgress", "in_progress"), StatusDraft("InReview", "in_review"),
      StatusDraft("Done", "done"), StatusDraft("Cancelled", "cancelled"),
    ])

  /// The strict workflow that Alloy's guide makes.
  ///
  /// Source: Alloy's workflow guide, §3.
  public static let bugTriage = WorkflowDraft(
    name: "Bug Triage", enforcement: "strict",
    statuses: [
      StatusDraft("New", "backlog"), StatusDraft("Triaged", "todo"),
      StatusDraft("Fixing", "in_progress"), StatusDraft("Verifying", "in_review"),
      StatusDraft("Closed", "done"), StatusDraft("WontFix", "cancelled"),
    ],
    transitions: [
      TransitionDraft("New", "Triaged"), TransitionDraft("New", "WontFix"),
      TransitionDraft("Triaged", "Fixing"), TransitionDraft("Triaged", "WontFix"),
      TransitionDraft("Fixing", "Verifying"), TransitionDraft("Fixing", "Triaged"),
      TransitionDraft("Verifying", "Closed"), TransitionDraft("Verifying", "Fixing"),
    ])

  /// Five stages from idea to release, with gates of every kind, WIP limits and fields.
  public static let delivery = WorkflowDraft(
    name: "Delivery", enforcement: "strict",
    statuses: [
      StatusDraft("Idea", "backlog"), StatusDraft("Ready", "todo"),
      StatusDraft("Building", "in_progress", wipLimit: 5),
      StatusDraft("Blocked", "in_progress", wipLimit: 4),
      StatusDraft("Reviewing", "in_review", wipLimit: 4), StatusDraft("Staging", "in_review"),
      StatusDraft("Released", "done"), StatusDraft("Dropped", "cancelled"),
    ],
    transitions: [
      TransitionDraft("Idea", "Ready"), TransitionDraft("Idea", "Dropped"),
      TransitionDraft("Ready", "Building"), TransitionDraft("Ready", "Idea"),
      TransitionDraft("Ready", "Dropped"), TransitionDraft("Building", "Blocked"),
      TransitionDraft("Building", "Reviewing"), TransitionDraft("Building", "Ready"),
      TransitionDraft("Blocked", "Building"), TransitionDraft("Blocked", "Dropped"),
      TransitionDraft("Reviewing", "Staging"), TransitionDraft("Reviewing", "Building"),
      TransitionDraft("Staging", "Released"), TransitionDraft("Staging", "Building"),
    ],
    stages: [
      StageDraft("shape", "Shape", ["Idea", "Ready"]),
      StageDraft("build", "Build", ["Building", "Blocked"]),
      StageDraft("check", "Check", ["Reviewing", "Staging"]),
      StageDraft("live", "Live", ["Released"]), StageDraft("dropped", "Dropped", ["Dropped"]),
    ],
    gates: [
      Gate(
        key: "shaped", name: "Ready to build", from: "shape", to: "build",
        checklist: [
          Gate.Item(key: "goal", text: "The goal is written down"),
          Gate.Item(key: "small", text: "It fits into a week"),
        ], requiredFields: ["size"]),
      Gate(
        key: "ready", name: "Ready to check", from: "build", to: "check",
        acknowledgment: "I ran it on staging.",
        checklist: [
          Gate.Item(key: "tests", text: "Tests cover the change"),
          Gate.Item(key: "changelog", text: "Changelog entry written"),
        ], requiredFields: ["root_cause"]),
      Gate(
        key: "release", name: "Release", from: "check", to: "live",
        acknowledgment: "I watched the dashboards for an hour.",
        checklist: [Gate.Item(key: "second", text: "Reviewed by a second person")],
        requiredFields: ["risk", "release_date"]),
    ],
    fields: [
      FieldDraft("size", "Size in days", "number"),
      FieldDraft("root_cause", "Root cause", "text"),
      FieldDraft("risk", "Risk", "select", options: ["low", "medium", "high"]),
      FieldDraft("release_date", "Release date", "date"),
    ])

  /// The templates offered for a new project, by name.
  public static let templates: [WorkflowDraft] = [.standard, .bugTriage, .delivery]
}
