public import SluiceCore

/// What happened in a made-up project: everything that leads to the board as it is now.
public struct DemoStory: Sendable {
  /// One thing that someone did.
  public struct Step: Sendable {
    /// When.
    public let at: Timestamp
    /// Who.
    public let actor: Actor
    /// What.
    public let change: Change
  }

  /// The workflow, to be added unless the organization has it.
  public let workflow: WorkflowDraft
  /// The project.
  public let project: ProjectDraft
  /// What happened, in the order of time.
  public let steps: [Step]

  /// How far back the stories begin, in seconds.
  public static let spanSeconds: Int64 = 76 * 86_400

  /// The three stories of the demo, which end at `now`; about two hundred tickets.
  public static func all(until now: Timestamp) -> [DemoStory] {
    [
      story(
        of: ProjectDraft(
          key: "WEB", name: "Web shop", description: "The shop and everything behind it."),
        by: .standard, tickets: 84, seed: 1, until: now),
      story(
        of: ProjectDraft(
          key: "WF", name: "Workflow Demo", description: "Bugs, triaged strictly.",
          workflow: .name(WorkflowDraft.bugTriage.name)),
        by: .bugTriage, tickets: 72, seed: 2, until: now),
      story(
        of: ProjectDraft(
          key: "REL", name: "Releases", description: "From the idea to the release, through gates.",
          workflow: .name(WorkflowDraft.delivery.name)),
        by: .delivery, tickets: 52, seed: 3, agent: "scout", until: now
      ).withHotfix(at: now),
    ]
  }

  private static func story(
    of project: ProjectDraft, by draft: WorkflowDraft, tickets: Int, seed: UInt64,
    agent: String? = nil, until now: Timestamp
  ) -> DemoStory {
    var steps: [Step] = []
    if let workflow = try? draft.validated(id: .make(), at: now),
      let key = ProjectKey(project.key)
    {
      var teller = StoryTeller(key, workflow, tickets: tickets, seed: seed, until: now)
      steps = teller.tell(handingOverTo: agent)
    }
    return DemoStory(workflow: draft, project: project, steps: steps)
  }
}
