extension Schema {
  /// What a bulk load drops and makes anew.
  static let indexNames = [
    "ticket_board", "ticket_agent", "ticket_bound", "ticket_assignee", "ticket_uuid",
    "comment_ticket", "event_ticket",
  ]

  /// The newest form of all that a bulk load drops.
  static let indexes =
    boardIndex + claimIndexes + """
      CREATE INDEX ticket_assignee ON ticket (
        project, assignee, status, priority, entered_at, id);
      CREATE UNIQUE INDEX ticket_uuid ON ticket (uuid);
      CREATE INDEX comment_ticket ON comment (ticket, at);
      CREATE INDEX event_ticket ON event (ticket);

      """

  /// The board's index has what cards show and what filters ask for, so that neither has to look up a ticket.
  static let boardIndex = """
    CREATE INDEX ticket_board ON ticket (
      project, status, priority, entered_at, id, title, assignee, labels, due, met, version, target,
      agent, bound_workflow, bound_revision, bound_status, created_at, updated_at);

    """

  static let claimIndexes = """
    CREATE INDEX ticket_agent ON ticket (agent, project) WHERE agent IS NOT NULL;
    CREATE INDEX ticket_bound ON ticket (bound_workflow, project) WHERE bound_workflow IS NOT NULL;

    """
}
