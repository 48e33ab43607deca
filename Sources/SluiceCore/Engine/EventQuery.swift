/// Asks for a part of history.
public struct EventQuery: Hashable, Sendable {
  /// In which order, and from where.
  public enum Order: Hashable, Sendable {
    /// From the newest back.
    case newestFirst
    /// On from the event after that place in history; to follow what happens.
    case oldestFirst(after: Int64)
  }

  /// In which order, and from where.
  public var order: Order
  /// Only those of a project; `nil` for any.
  public var project: ProjectReference?
  /// Only those of a ticket; `nil` for any.
  public var ticket: TicketReference?
  /// Only those by a person; `nil` for anyone.
  public var actor: String?
  /// Only those of these kinds; empty for any.
  public var kinds: Set<Event.Kind>
  /// Only those from that moment on.
  public var since: Timestamp?
  /// Only those before that moment.
  public var until: Timestamp?

  /// A query with its parts; by default everything, newest first.
  public init(
    _ order: Order = .newestFirst, project: ProjectReference? = nil,
    ticket: TicketReference? = nil, actor: String? = nil, kinds: Set<Event.Kind> = [],
    since: Timestamp? = nil, until: Timestamp? = nil
  ) {
    self.order = order
    self.project = project
    self.ticket = ticket
    self.actor = actor
    self.kinds = kinds
    self.since = since
    self.until = until
  }
}

/// Asks for unfinished work for agents.
///
/// Source: OpenIndex, “Queue”.
public struct QueueQuery: Hashable, Sendable {
  /// Only in a project; `nil` for all.
  public var project: ProjectReference?

  /// A query with its parts.
  public init(project: ProjectReference? = nil) {
    self.project = project
  }
}
