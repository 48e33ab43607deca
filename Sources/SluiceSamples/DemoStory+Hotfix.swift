import SluiceCore

extension DemoStory {
  /// The story with a bug at its end that goes its own way: it is bound to the workflow of bugs, whatever
  /// the project's is.
  func withHotfix(at now: Timestamp) -> DemoStory {
    guard let project = ProjectKey(project.key) else { return self }
    let creations = steps.filter {
      if case .createTicket = $0.change { return true }
      return false
    }
    let draft = TicketDraft(
      title: "Hotfix: invoices of the last release round twice",
      description: "Fixed the way bugs are, without waiting for the next release.",
      priority: .urgent, assignee: "ben", labels: ["billing", "bug"],
      workflow: .name(WorkflowDraft.bugTriage.name))
    let key = TicketKey(project: project, number: creations.count + 1)
    let changes: [(String, Change)] = [
      ("ana", .createTicket(.key(project), draft)),
      ("ana", .changeTicket(.key(key), .move(to: "Triaged"))),
      ("ben", .changeTicket(.key(key), .move(to: "Fixing"))),
      ("ben", .changeTicket(.key(key), .comment("The test now fails without the change."))),
    ]
    // The engine numbers tickets as they are made, so this one must be the last.
    let start = max(creations.last?.at ?? now, now.advanced(bySeconds: -5 * 3_600))
    let pause = now.seconds(since: start) / Int64(changes.count)
    let added = changes.enumerated().map { index, change in
      Step(
        at: start.advanced(bySeconds: pause * Int64(index)), actor: Actor(name: change.0),
        change: change.1)
    }
    let all = (steps + added).enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    return DemoStory(workflow: workflow, project: self.project, steps: all.map(\.element))
  }
}
