/// Asks for the board that a person begins with who names none.
public struct OpeningQuery: Hashable, Sendable {
  /// The project that was used last; `nil` if that is not known.
  public var preferred: ProjectKey?
  /// How many cards of each status at most.
  public var limit: Int

  /// A query with its parts.
  public init(preferred: ProjectKey? = nil, limit: Int = 50) {
    self.preferred = preferred
    self.limit = limit
  }
}

extension ProjectKey {
  /// Whether it is `ME`, with which an organization begins that was made for one person.
  public var isPersonal: Bool { text == "ME" }
}

extension Board {
  /// Whether something on it is still to be done.
  public var hasOpenWork: Bool {
    columns.contains { column in
      column.count.value > 0
        && workflow.status(column.status)?.category.isTerminal == false
    }
  }
}

extension Engine {
  /// The board that a person begins with, found by looking at one after the other; whoever keeps counts does
  /// better.
  public func opening(_ query: OpeningQuery) throws(EngineError) -> Board? {
    if let preferred = query.preferred,
      let board = try boardIfAny(.key(preferred), limit: query.limit)
    {
      return board
    }
    var fallback: Board?
    for project in try projects(PageRequest(limit: PageRequest.maximumLimit)).items {
      guard let board = try boardIfAny(.key(project.key), limit: query.limit) else { continue }
      if board.hasOpenWork { return board }
      if fallback.map({ $0.project.key.isPersonal && !project.key.isPersonal }) ?? true {
        fallback = board
      }
    }
    return fallback
  }

  /// The board of a project; `nil` if there is no such project.
  public func boardIfAny(
    _ project: ProjectReference, limit: Int
  ) throws(EngineError) -> Board? {
    do {
      return try board(BoardQuery(project: project, limit: limit))
    } catch  where error.code == .notFound && error.missing == "project" {
      return nil
    }
  }
}
