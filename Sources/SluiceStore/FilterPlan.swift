internal import SQLite
public import SluiceCore

/// A filter as the statements of one project at one moment ask for it.
public struct FilterPlan {
  /// What is asked for.
  let filter: BoardFilter
  /// What of it no index knows, about a row `t` of the tickets; `nil` for nothing.
  let condition: SQLCondition?
  /// How many rows of an index the condition takes as long for as one row takes without it, roughly.
  let weight: Int

  /// A filter of which indexes know everything.
  init(_ filter: BoardFilter) {
    self.filter = filter
    condition = nil
    weight = 1
  }

  fileprivate init(_ filter: BoardFilter, _ condition: SQLCondition, weight: Int) {
    self.filter = filter
    self.condition = condition
    self.weight = weight
  }

  /// The condition with all that indexes know of the filter besides; words are left out.
  var wholeCondition: SQLCondition {
    var parts: [SQLCondition] = []
    switch filter.assignee {
    case .named(let name): parts.append(.assignee(name))
    case .nobody: parts.append(.assignee(nil))
    case nil: break
    }
    parts += filter.labels.map(SQLCondition.label)
    return .all(parts + (condition.map { [$0] } ?? []))
  }

  /// Whether a row is one of the filter's as far as the condition goes; it stands behind a row's columns.
  func passes(_ row: CardRow) -> Bool {
    condition == nil || row.row.int(CardSource.columnCount) != 0
  }

  /// The columns of a row with the condition behind them, whose placeholders begin at `$first`.
  func columns(first: Int) -> String {
    guard let condition else { return CardSource.columns }
    // A plain column would have every part of the condition computed, whatever the parts before it say.
    return CardSource.columns + ", CASE WHEN \(condition.sql(first: first)) THEN 1 ELSE 0 END"
  }

  /// What the condition binds.
  var values: [Value] { condition?.values ?? [] }

  /// Whether the text of a statement is composed from what a person asked for.
  var isPassing: Bool { condition != nil }
}

extension Store {
  /// What a filter means in a project at a moment.
  ///
  /// - Throws: `invalid` for a filter that is not resolved.
  public func plan(
    _ filter: BoardFilter, in project: StoredProject, at now: Timestamp
  ) throws(EngineError) -> FilterPlan {
    try plan(filter, in: project, at: now) { (searches) throws(EngineError) in
      try WordMatches(of: searches, in: project.row, self)
    }
  }

  /// The same for a statement that goes through a range of rows only.
  func plan(
    _ filter: BoardFilter, in project: StoredProject, at now: Timestamp,
    within rows: ClosedRange<Int64>
  ) throws(EngineError) -> FilterPlan {
    try plan(filter, in: project, at: now) { WordMatches(of: $0, within: rows) }
  }

  private func plan(
    _ filter: BoardFilter, in project: StoredProject, at now: Timestamp,
    matches: ([SearchExpression]) throws(EngineError) -> WordMatches
  ) throws(EngineError) -> FilterPlan {
    guard !filter.condition.isEverything else { return FilterPlan(filter) }
    if let term = filter.condition.unresolvedTerm { throw .unresolved(term) }
    let tokenizer = try translating { () throws(SQLiteError) in try connection.tokenizer }
    let searches = filter.condition.words.compactMap { SearchExpression([$0], tokenizer) }
    var compiler = FilterCompiler(
      now: now, places: try filter.condition.asksForPlaces ? places(in: project) : [],
      tokenizer: tokenizer, key: project.project.key, project: project.row,
      matches: try matches(searches))
    let condition = compiler.condition(filter.condition)
    return FilterPlan(filter, condition, weight: 1 + compiler.looks * FilterPlan.lookWeight)
  }

  /// Every place in which a ticket of a project can stand: the statuses of its workflow, and of each revision
  /// of others that its tickets are bound to.
  private func places(in project: StoredProject) throws(EngineError) -> [FilterCompiler.Place] {
    let own = try workflow(project.workflow)
    var places = own.statuses.compactMap { FilterCompiler.Place($0.id, in: own, guest: nil) }
    for row in try counts(in: project.row).boundWorkflows.sorted() {
      for key in try boundRevisions(of: row, in: project.row) {
        guard let guest = try? workflow(key) else { continue }
        places += guest.statuses.compactMap { FilterCompiler.Place($0.id, in: guest, guest: key) }
      }
    }
    return places
  }

  /// The revisions of a workflow that tickets of a project may be bound to: all while they are few, else those
  /// that tickets really are bound to, for which each of them has to be looked at.
  private func boundRevisions(
    of row: Int64, in project: ProjectRow
  ) throws(EngineError) -> [WorkflowKey] {
    let newest =
      try first("SELECT revision FROM workflow WHERE id = $1", [.integer(row)]) { $0.int(0) } ?? 1
    guard newest > Self.fewRevisions else {
      return (1...max(1, newest)).map { WorkflowKey(row: row, revision: $0) }
    }
    return try query(
      """
      SELECT DISTINCT bound_revision FROM ticket INDEXED BY ticket_bound
      WHERE bound_workflow = $1 AND project = $2
      """, [.integer(row), .project(project)]
    ) { WorkflowKey(row: row, revision: $0.int(0)) }
  }

  /// How many revisions of a workflow are few enough to take all of them into account.
  private static let fewRevisions = 8
}

extension EngineError {
  fileprivate static func unresolved(_ term: FilterTerm) -> EngineError {
    EngineError(
      .invalid, "“\(term)” cannot be asked of an engine, which does not know whose it is.",
      nextStep: "Name the person, or say what the view stands for.")
  }
}

extension FilterPlan {
  /// How many rows could be looked at in the time that it takes to go through the texts of one.
  fileprivate static let lookWeight = 15
}

extension Filter {
  /// The words that it asks for.
  var words: [String] {
    terms.compactMap { if case .word(let text) = $0 { text } else { nil } }
  }

  /// Whether a condition of it is about where a ticket stands.
  fileprivate var asksForPlaces: Bool {
    terms.contains { term in
      switch term {
      case .status, .stage, .gate, .trait(.open), .trait(.closed), .trait(.overdue): true
      default: false
      }
    }
  }
}
