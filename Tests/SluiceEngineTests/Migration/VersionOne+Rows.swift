extension VersionOne {
  /// One organization with two workflows, two projects and five tickets, among them one before a gate.
  ///
  /// The row of a ticket is project << 40 | number << 10 | ordinal.
  static let rows = definitions + projects + tickets + history

  private static let definitions = """
    INSERT INTO organization VALUES (1, x'000000000000400080000000000000A1', 'Local', NULL, 1000);
    INSERT INTO workflow VALUES (1, x'000000000000400080000000000000B1', 1, 'Default', 1, 1000),
      (2, x'000000000000400080000000000000B2', 1, 'Ship it', 1, 2000);
    UPDATE organization SET default_workflow = 1;
    INSERT INTO workflow_revision VALUES (1, 1, 'Default', 'none', 1000),
      (2, 1, 'Ship it', 'strict', 2000);
    INSERT INTO status VALUES (1, 1, 0, 1, 'Backlog', 'backlog', NULL, 0),
      (1, 1, 1, 2, 'Todo', 'todo', NULL, 1), (1, 1, 2, 3, 'InProgress', 'in_progress', NULL, 2),
      (1, 1, 3, 4, 'InReview', 'in_review', NULL, 3), (1, 1, 4, 5, 'Done', 'done', NULL, 4),
      (1, 1, 5, 6, 'Cancelled', 'cancelled', NULL, 5), (2, 1, 0, 1, 'New', 'backlog', NULL, 0),
      (2, 1, 1, 2, 'Doing', 'in_progress', 3, 1), (2, 1, 2, 3, 'Checked', 'in_review', NULL, 2),
      (2, 1, 3, 4, 'Shipped', 'done', NULL, 2);
    INSERT INTO transition VALUES (2, 1, 0, 1, 2), (2, 1, 1, 2, 3), (2, 1, 2, 3, 4),
      (2, 1, 3, 2, 1);
    INSERT INTO stage VALUES (1, 1, 0, 'backlog', 'Backlog', 0), (1, 1, 1, 'todo', 'Todo', 0),
      (1, 1, 2, 'in_progress', 'In progress', 0), (1, 1, 3, 'in_review', 'In review', 0),
      (1, 1, 4, 'done', 'Done', 0), (1, 1, 5, 'cancelled', 'Cancelled', 0),
      (2, 1, 0, 'plan', 'Plan', 0), (2, 1, 1, 'build', 'Build', 0), (2, 1, 2, 'check', 'Check', 0);
    INSERT INTO gate VALUES (2, 1, 0, 'ready', 'Ready to check', 'build', 'check', 'I ran it.');
    INSERT INTO gate_item VALUES (2, 1, 0, 0, 'tests', 'Tests pass'), (2, 1, 0, 1, 'docs', 'Documented');
    INSERT INTO gate_field VALUES (2, 1, 0, 0, 'cause');
    INSERT INTO field VALUES (2, 1, 0, 'cause', 'Cause', 'text'), (2, 1, 1, 'size', 'Size', 'number'),
      (2, 1, 2, 'risk', 'Risk', 'select'), (2, 1, 3, 'until', 'Until', 'date');
    INSERT INTO field_option VALUES (2, 1, 2, 0, 'low'), (2, 1, 2, 1, 'high');

    """

  private static let projects = """
    INSERT INTO project VALUES
      (1, x'000000000000400080000000000000C1', 1, 'OPS', 'Operations', '', NULL, 2, 3000, 3000),
      (2, x'000000000000400080000000000000C2', 1, 'REL', 'Releases', 'Monthly', 2, 2, 4000, 4000);
    INSERT INTO counter VALUES (1, 1, 1), (1, 5, 1), (2, 1, 2), (2, 2, 1), (1, 2, 0);

    """

  private static let tickets = """
    INSERT INTO ticket VALUES
      (1099511628800, x'000000000000400080000000000000D1', 1, 'task', 5, 4, 6000, 'Pager is silent',
        'bob', 'night' || char(10) || 'pager', 20521, 0, 2, 'ann', 5000, 6000),
      (1099511629824, x'000000000000400080000000000000D2', 1, 'task', 1, 2, 7000,
        'Logs fill the disk', NULL, '', NULL, 0, 1, 'eve', 7000, 7000),
      (2199023256576, x'000000000000400080000000000000D3', 2, 'task', 2, 3, 9000, 'CSV export',
        NULL, '', NULL, 3, 9, 'ann', 8000, 15000),
      (2199023257600, x'000000000000400080000000000000D4', 2, 'task', 1, 2, 16000, 'Welcome tour',
        NULL, '', NULL, 0, 1, 'ann', 16000, 16000),
      (2199023257601, x'000000000000400080000000000000D5', 2, 'sub_task', 1, 2, 17000, 'Texts',
        NULL, '', NULL, 0, 1, 'ann', 17000, 17000);
    INSERT INTO ticket_body VALUES (1099511628800, 'Since *Monday*');
    INSERT INTO label VALUES (1, 'night', 5, 4, 6000, 1099511628800),
      (1, 'pager', 5, 4, 6000, 1099511628800);
    INSERT INTO comment VALUES (1, 2199023256576, 14000, 'bob', 'Found it'),
      (2, 2199023256576, 15000, 'ann', 'Thanks');
    INSERT INTO gate_mark VALUES (2199023256576, 'ready', '', 'ann', 11000),
      (2199023256576, 'ready', 'tests', 'bob', 10000);
    INSERT INTO field_value VALUES (2199023256576, 'cause', 'text', 'a race', 'ann', 12000),
      (2199023256576, 'risk', 'select', 'low', 'ann', 13000),
      (2199023256576, 'size', 'number', '2.5', 'ann', 13000),
      (2199023256576, 'until', 'date', '2026-05-01', 'bob', 13500);
    INSERT INTO import_source VALUES
      (1, 'https://example.org/7', 1099511629824, 'Logs fill the disk', -3750763034362895579,
        'Backlog', 2, NULL, '');
    INSERT INTO search (rowid, title, description) VALUES
      (1099511628800, 'Pager is silent', 'Since *Monday*'),
      (1099511629824, 'Logs fill the disk', ''), (2199023256576, 'CSV export', ''),
      (2199023257600, 'Welcome tour', ''), (2199023257601, 'Texts', '');

    """

  private static let history = """
    INSERT INTO event VALUES
      (1, 2000, 'ann', NULL, NULL, 'workflow.created', 'Ship it', NULL, NULL, NULL),
      (2, 3000, 'ann', 1, NULL, 'project.created', 'OPS', NULL, 'Operations', NULL),
      (3, 4000, 'ann', 2, NULL, 'project.created', 'REL', NULL, 'Releases', NULL),
      (4, 5000, 'ann', 1, 1099511628800, 'ticket.created', 'Pager is silent', NULL, 'Backlog', NULL),
      (5, 6000, 'bob', 1, 1099511628800, 'ticket.moved', NULL, 'Backlog', 'Done', NULL),
      (6, 7000, 'ann', 1, 1099511629824, 'ticket.created', 'Logs fill the disk', NULL, 'Backlog', NULL),
      (7, 8000, 'ann', 2, 2199023256576, 'ticket.created', 'CSV export', NULL, 'New', NULL),
      (8, 9000, 'ann', 2, 2199023256576, 'ticket.moved', NULL, 'New', 'Doing', NULL),
      (9, 10000, 'bob', 2, 2199023256576, 'gate.ticked', 'ready/tests', NULL, NULL, NULL),
      (10, 11000, 'ann', 2, 2199023256576, 'gate.acknowledged', 'ready', NULL, NULL, NULL),
      (11, 12000, 'ann', 2, 2199023256576, 'field.set', 'cause', NULL, 'a race', NULL),
      (12, 13000, 'ann', 2, 2199023256576, 'field.set', 'risk', NULL, 'low', NULL),
      (13, 13000, 'ann', 2, 2199023256576, 'field.set', 'size', NULL, '2.5', NULL),
      (14, 13500, 'bob', 2, 2199023256576, 'field.set', 'until', NULL, '2026-05-01', NULL),
      (15, 14000, 'bob', 2, 2199023256576, 'comment.added', NULL, NULL, 'Found it', NULL),
      (16, 15000, 'ann', 2, 2199023256576, 'comment.added', NULL, NULL, 'Thanks', NULL),
      (17, 16000, 'ann', 2, 2199023257600, 'ticket.created', 'Welcome tour', NULL, 'New', NULL),
      (18, 17000, 'ann', 2, 2199023257601, 'ticket.created', 'Texts', NULL, 'New', NULL);

    """
}
