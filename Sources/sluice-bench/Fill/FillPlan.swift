import SluiceCore

/// Which projects a filled database holds, and how many tickets each.
///
/// Nine in ten tickets stand in one project, two thirds of them in one status, as in a shop that has
/// worked for years. The others are there for their workflows: one strict, one with gates and limits.
struct FillPlan {
  /// One project of the plan.
  struct Part {
    let project: ProjectDraft
    let workflow: WorkflowDraft
    let tickets: Int
    /// In a hundred: how many more tickets are done than the rest would have it.
    let donePercent: Int
  }

  let parts: [Part]

  /// The key of the project with nearly all tickets.
  static let mainKey = "OPS"

  init(tickets: Int) {
    let bugs = tickets * 6 / 100
    let releases = tickets * 4 / 100
    parts = [
      Part(
        project: ProjectDraft(key: Self.mainKey, name: "Operations"), workflow: .standard,
        tickets: tickets - bugs - releases, donePercent: 28),
      Part(
        project: ProjectDraft(
          key: "BUG", name: "Bugs", workflow: .name(WorkflowDraft.bugTriage.name)),
        workflow: .bugTriage, tickets: bugs, donePercent: 0),
      Part(
        project: ProjectDraft(
          key: "REL", name: "Releases", workflow: .name(WorkflowDraft.delivery.name)),
        workflow: .delivery, tickets: releases, donePercent: 0),
    ]
  }
}
