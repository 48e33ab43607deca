internal import SQLite
internal import SluiceCore

/// Writes a filter as a condition on a row `t` of the tickets.
///
/// It has to say of every ticket what `Filter.verdict(on:_:)` says, and so is never NULL.
struct FilterCompiler {
  let now: Timestamp
  /// Every place in which a ticket of the project can stand.
  let places: [Place]
  let tokenizer: Tokenizer
  let key: ProjectKey
  let project: ProjectRow
  /// How it is learnt what the searches of the filter find.
  let matches: WordMatches
  /// Of how many words the texts of a ticket are looked at.
  private(set) var looks = 0

  /// A status of the project's workflow, or of a definition that tickets are bound to.
  struct Place {
    let status: Status.ID
    /// `nil` for the project's own.
    let guest: WorkflowKey?
    let standing: FilterSubject.Place

    init?(_ status: Status.ID, in workflow: Workflow, guest: WorkflowKey?) {
      guard let standing = FilterSubject.Place(status, in: workflow, met: 0) else { return nil }
      self.status = status
      self.guest = guest
      self.standing = standing
    }
  }

  init(
    now: Timestamp, places: [Place], tokenizer: Tokenizer, key: ProjectKey, project: ProjectRow,
    matches: WordMatches
  ) {
    self.now = now
    self.places = places
    self.tokenizer = tokenizer
    self.key = key
    self.project = project
    self.matches = matches
  }

  mutating func condition(_ filter: Filter) -> SQLCondition {
    switch filter {
    case .term(let term): return condition(term)
    case .not(let inner): return condition(inner).negated
    case .all(let parts): return .all(conditions(parts))
    case .any(let parts): return .any(conditions(parts))
    }
  }

  /// What asks for words comes last, for it takes longest.
  private mutating func conditions(_ parts: [Filter]) -> [SQLCondition] {
    let quick = parts.filter { !$0.hasWord }
    let slow = parts.filter(\.hasWord)
    var conditions: [SQLCondition] = []
    for part in quick + slow { conditions.append(condition(part)) }
    return conditions
  }

  private mutating func condition(_ term: FilterTerm) -> SQLCondition {
    switch term {
    case .word(let text): return word(text)
    case .assignee(.named(let name)): return .assignee(name)
    case .assignee(.nobody): return .assignee(nil)
    case .label(let label): return .label(label)
    case .priority(let sign, let priority):
      return SQLCondition("t.priority \(sign.sql) ?", [.int(priority.rawValue)])
    case .age(let sign, let span): return elapsed(since: "t.created_at", sign, span)
    case .stale(let sign, let span): return elapsed(since: "t.updated_at", sign, span)
    case .due(let sign, let day): return due(sign, day.day(from: now.day))
    case .dueNever: return SQLCondition("t.due IS NULL")
    case .trait(.claimed): return SQLCondition("t.agent IS NOT NULL")
    case .status, .stage, .gate, .trait(.open), .trait(.closed): return place(term)
    case .trait(.overdue): return .all([place(.trait(.open)), due(.less, now.day)])
    // A plan is made only of what is resolved.
    case .assignee(.me), .trait(.mine), .view: return .constant(false)
    }
  }

  private func due(_ sign: FilterTerm.Comparison, _ day: CalendarDay) -> SQLCondition {
    SQLCondition("(t.due IS NOT NULL AND t.due \(sign.sql) ?)", [.int(day.daysSinceEpoch)])
  }

  /// The more time has gone by, the smaller is the moment.
  private func elapsed(
    since column: String, _ sign: FilterTerm.Comparison, _ span: FilterSpan
  ) -> SQLCondition {
    let start = Value.integer(now.milliseconds - span.milliseconds)
    switch sign {
    case .less: return SQLCondition("\(column) > ?", [start])
    case .atMost: return SQLCondition("\(column) >= ?", [start])
    case .atLeast: return SQLCondition("\(column) <= ?", [start])
    case .greater: return SQLCondition("\(column) < ?", [start])
    case .equal:
      return SQLCondition(
        "(\(column) <= ? AND \(column) > ?)", [start, .integer(now.milliseconds - span.end)])
    }
  }

  private mutating func word(_ text: String) -> SQLCondition {
    var ways: [SQLCondition] = []
    if let row = named(text) { ways.append(SQLCondition("t.id = ?", [.ticket(row)])) }
    if let search = SearchExpression([text], tokenizer) { ways.append(found(by: search)) }
    return .any(ways)
  }

  private mutating func found(by search: SearchExpression) -> SQLCondition {
    let found: SQLCondition
    switch matches[search] {
    case .rows([]): return .constant(false)
    case .rows(let rows): found = SQLCondition("is_among(t.id, ?)", [.rows(rows)])
    case .within(let rows):
      found = SQLCondition(
        "t.id IN (SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?)",
        [.text(search.text), .integer(rows.lowerBound), .integer(rows.upperBound)])
    case .many:
      looks += search.words.count
      return .all(search.words.map(looked))
    }
    return .all([found] + search.unfinished.map(written))
  }

  /// Whether a word stands in the texts of a ticket.
  private func written(_ word: String) -> SQLCondition {
    let end = Value.integer(.max)
    return SQLCondition(
      "(begins_word(t.title, ?, ?) OR begins_word(\(Self.body), ?, ?))",
      [.text(word), end, .text(word), end])
  }

  /// The same for most tickets of a board, of which a long text is first sought in the index.
  private func looked(_ word: String) -> SQLCondition {
    let end = Value.integer(.max)
    return SQLCondition(
      """
      (begins_word(t.title, ?, ?) OR coalesce(begins_word(\(Self.body), ?, ?),
        EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid = t.id)
          AND begins_word(\(Self.body), ?, ?)))
      """,
      [
        .text(word), end, .text(word), .int(Self.shortText),
        .text(SearchExpression.query(word)), .text(word), end,
      ])
  }

  private static let body = "(SELECT text FROM ticket_body WHERE ticket = t.id)"
  /// How many bytes of a text are gone through faster than the index is asked.
  private static let shortText = 4_096

  /// The ticket whose key or number a word is.
  private func named(_ text: String) -> TicketRow? {
    if let number = text.plainNumber {
      return TicketRow(project: project, number: number, ordinal: 0)
    }
    guard let key = TicketKey(text), key.project == self.key else { return nil }
    return TicketRow(project: project, number: key.number, ordinal: key.ordinal)
  }
}

extension SQLCondition {
  /// Whose ticket a row is; `nil` for nobody's.
  static func assignee(_ name: String?) -> SQLCondition {
    SQLCondition("t.assignee IS ?", [.optional(name)])
  }

  /// A label that a ticket has; its labels are lines, so that none has a line break.
  static func label(_ label: String) -> SQLCondition {
    guard !label.isEmpty, !label.utf8.contains(0x0A) else { return .constant(false) }
    return SQLCondition("instr(char(10) || t.labels || char(10), ?) > 0", [.text("\n\(label)\n")])
  }
}

extension Filter {
  fileprivate var hasWord: Bool { !words.isEmpty }
}

extension FilterTerm.Comparison {
  fileprivate var sql: String {
    self == .equal ? "=" : rawValue
  }
}
