extension EngineCall.Kind {
  /// One name that the query may hold.
  public struct QueryName: Hashable, Sendable {
    /// The name on the wire.
    public let name: String
    /// What it is for, as a sentence.
    public let summary: String
    /// Whether it may stand there several times.
    public let isRepeated: Bool

    init(_ name: String, _ summary: String, isRepeated: Bool = false) {
      self.name = name
      self.summary = summary
      self.isRepeated = isRepeated
    }
  }

  /// `GET`, or `POST` for what changes something or calls someone.
  public var method: String {
    switch self {
    case .apply, .preview, .testProvider: "POST"
    default: "GET"
    }
  }

  /// The path below that of the organization's engine, with its parameters in braces.
  public var path: String {
    switch self {
    case .organization: "organization"
    case .projects: "projects"
    case .project: "projects/{project}"
    case .workflows: "workflows"
    case .workflow: "workflow"
    case .board: "projects/{project}/board"
    case .column: "projects/{project}/columns/{status}"
    case .tickets: "projects/{project}/tickets"
    case .ticket: "tickets/{ticket}"
    case .history: "tickets/{ticket}/history"
    case .events: "events"
    case .available: "queue/available"
    case .claimed: "queue/claimed"
    case .providers: "providers"
    case .provider: "provider"
    case .testProvider: "provider/test"
    case .suggestions: "projects/{project}/suggestions"
    case .apply: "changes"
    case .preview: "previews"
    }
  }

  /// What the query may hold; nothing else may.
  public var query: [QueryName] {
    switch self {
    case .organization, .project, .ticket, .apply, .preview: []
    case .projects, .workflows, .history, .providers: Self.page
    case .workflow, .provider, .testProvider: Self.reference
    case .board: Self.filter + Self.limit
    case .column: Self.filter + Self.anchor + Self.limit
    case .tickets:
      [QueryName("status", "Only those in the status of that name.")] + Self.filter + Self.page
    case .events: Self.part + Self.page
    case .available: Self.queue + Self.page
    case .claimed: [QueryName("agent", "Which agent has claimed them.")] + Self.queue + Self.page
    case .suggestions:
      [
        QueryName("kind", "What is typed: assignee or label."),
        QueryName("prefix", "How it begins."),
      ] + Self.limit
    }
  }

  /// What it does, as a sentence.
  public var summary: String {
    switch self {
    case .organization: "The organization."
    case .projects: "The projects, by key."
    case .project: "One project."
    case .workflows: "The workflows of the organization, by name."
    case .workflow: "One workflow, by id or by name."
    case .board: "A project's board: of each status the count and the first cards."
    case .column: "A window of one column."
    case .tickets: "Tickets of a project, newest first."
    case .ticket: "One ticket with its gates, remarks and workflow."
    case .history: "The history of one ticket, newest first."
    case .events: "What has happened, in the order asked for."
    case .available: "The unfinished tickets that an agent may claim, the most urgent first."
    case .claimed: "The unfinished tickets that an agent has claimed, by key."
    case .providers: "The assistant providers, by name, without their secrets."
    case .provider: "One assistant provider, by id or by name."
    case .testProvider: "Calls a provider's endpoint and tells what came of it."
    case .suggestions: "People and labels of a project that begin as typed."
    case .apply: "Applies one change as a whole, or changes nothing."
    case .preview: "Tells what a change would come to, without making it."
    }
  }
}

extension EngineCall.Kind {
  private static let limit = [QueryName("limit", "How many at most.")]

  private static let page =
    limit + [QueryName("cursor", "The next_cursor of the page before.")]

  private static let reference = [
    QueryName("id", "Its id."), QueryName("name", "Its name, in place of the id."),
  ]

  private static let filter = [
    QueryName("word", "A word that must begin one of the ticket's.", isRepeated: true),
    QueryName("assignee", "Whose tickets."),
    QueryName("unassigned", "Whether only those of nobody: true or false."),
    QueryName("label", "A label that must be there.", isRepeated: true),
    QueryName("min_priority", "The least priority: low, medium, high or urgent."),
  ]

  private static let anchor = [
    QueryName("anchor", "Where the window lies: top, bottom, or below, above or at a card."),
    QueryName("priority", "The priority of that card."),
    QueryName("entered_at", "When that card entered the status."),
    QueryName("number", "The number of that card in the project."),
    QueryName("ordinal", "The place of that card among sub-tasks; 0 for none."),
  ]

  private static let queue = [QueryName("project", "Only in that project.")]

  private static let part = [
    QueryName("order", "newest, which is the default, or oldest first."),
    QueryName("after", "With oldest: from behind that place in history."),
    QueryName("project", "Only those of a project."),
    QueryName("ticket", "Only those of a ticket."),
    QueryName("actor", "Only those by a person."),
    QueryName("type", "Only those of that kind.", isRepeated: true),
    QueryName("since", "Only those from that moment on."),
    QueryName("until", "Only those before that moment."),
  ]
}
