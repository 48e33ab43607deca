internal import SluiceCore

extension EngineCall.Kind {
  /// One name that the query may hold.
  public struct QueryName: Hashable, Sendable {
    /// The name on the wire.
    public let name: String
    /// What its value may be.
    public let schema: Schema
    /// What it is for, as a sentence.
    public let summary: String
    /// Whether it may stand there several times.
    public let isRepeated: Bool
    /// Whether a call without it is refused.
    public let isRequired: Bool

    init(
      _ name: String, _ schema: Schema, _ summary: String, isRepeated: Bool = false,
      isRequired: Bool = false
    ) {
      self.schema = schema
      self.isRequired = isRequired
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
    case .opening: "opening"
    case .count: "projects/{project}/count"
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
    case .opening:
      [QueryName("preferred", .projectKey, "The key of the project used last.")] + Self.limit
    case .count: Self.filter + [QueryName("cursor", .text, "The cursor of the slice before.")]
    case .column: Self.filter + Self.anchor + Self.limit
    case .tickets:
      [
        QueryName("status", .text, "Only those in the status of that name."),
        QueryName("column", .count, "Only those in the column of the status of that number."),
      ] + Self.filter
        + Self.page
    case .events: Self.part + Self.page
    case .available: Self.queue + Self.page
    case .claimed:
      [QueryName("agent", .text, "Which agent has claimed them.", isRequired: true)] + Self.queue
        + Self.page
    case .suggestions:
      [
        QueryName(
          "kind", .oneOf(["assignee", "label"]), "What is typed.", isRequired: true),
        QueryName("prefix", .text, "How it begins."),
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
    case .opening: "The board to begin with where no project is named; none if there is no project."
    case .count: "Counts on what passes a filter, for a few milliseconds."
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
  private static let priority = Schema.oneOf(Priority.allCases.map { $0.name.lowercased() })

  private static let limit = [QueryName("limit", .wholeNumber, "How many at most.")]

  private static let page =
    limit + [QueryName("cursor", .text, "The next_cursor of the page before.")]

  private static let reference = [
    QueryName("id", .id, "Its id."), QueryName("name", .text, "Its name, in place of the id."),
  ]

  private static let filter = [
    QueryName("word", .text, "A word that must begin one of the ticket's.", isRepeated: true),
    QueryName("assignee", .text, "Whose tickets."),
    QueryName("unassigned", .boolean, "Whether only those of nobody: true or false."),
    QueryName("label", .text, "A label that must be there.", isRepeated: true),
    QueryName("min_priority", priority, "The least priority."),
    QueryName("where", .filter, "What else must hold, in the language of filters."),
  ]

  private static let anchor = [
    QueryName(
      "anchor", .oneOf(["top", "bottom", "below", "above", "at"]),
      "Where the window lies; of a card that it lies below, above or at, all of the following."),
    QueryName("priority", priority, "The priority of that card."),
    QueryName("entered_at", .time, "When that card entered the status."),
    QueryName("number", .count, "The number of that card in the project."),
    QueryName("ordinal", .count, "The place of that card among sub-tasks; 0 for none."),
  ]

  private static let queue = [QueryName("project", .projectName, "Only in that project.")]

  private static let part = [
    QueryName(
      "order", .oneOf(["newest", "oldest"]), "Which come first; the newest by default."),
    QueryName("after", .wholeNumber, "With oldest: from behind that place in history."),
    QueryName("project", .projectName, "Only those of a project."),
    QueryName("ticket", .ticketName, "Only those of a ticket."),
    QueryName("actor", .text, "Only those by a person."),
    QueryName(
      "type", .oneOf(Event.Kind.allCases.map(\.rawValue)), "Only those of that kind.",
      isRepeated: true),
    QueryName("since", .time, "Only those from that moment on."),
    QueryName("until", .time, "Only those before that moment."),
  ]
}
