import SQLite
import SluiceCore
import SluiceEngine
import Testing

/// What a page of history costs does not grow with history.
@Suite struct EventCostTests {
  private let folder: TemporaryFolder
  private let engine: LocalEngine

  /// A quiet project and a busy one.
  init() throws {
    folder = try TemporaryFolder()
    engine = try LocalEngine(path: folder("a.db"))
    for key in ["QUIET", "BUSY"] {
      let project = ProjectDraft(key: key, name: key)
      _ = try engine.apply(.createProject(project), by: Actor(name: "ann"))
    }
  }

  /// Lets much happen in the busy project.
  private func happen(_ count: Int) throws {
    try Database(path: folder("a.db")).run(
      """
      WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < $1)
      INSERT INTO event (at, actor, project, kind) SELECT at, 'bob', project, kind
      FROM n, (SELECT * FROM event WHERE sequence = 2)
      """, [.int(count)])
  }

  private func places(_ query: EventQuery) throws -> (places: [Int64], costs: [Int]) {
    var (places, costs): ([Int64], [Int]) = ([], [])
    var cursor: String?
    repeat {
      costs.append(
        try engine.cost {
          let page = try engine.events(query, PageRequest(limit: 20, cursor: cursor))
          places += page.items.map(\.sequence)
          cursor = page.nextCursor
        })
    } while cursor != nil
    return (places, costs)
  }

  @Test(arguments: [EventQuery.Order.newestFirst, .oldestFirst(after: 0)])
  func `A page of a quiet project looks at so much of a busy history and no more`(
    order: EventQuery.Order
  ) throws {
    let quiet = EventQuery(order, project: ProjectReference("QUIET"))
    try happen(50_000)
    let short = try places(quiet)
    #expect(short.places == [1])
    #expect(short.costs.count == 3)
    try happen(50_000)
    let long = try places(quiet)
    #expect(long.places == [1])
    #expect(long.costs.count == 6)
    #expect(long.costs.max() == short.costs.max())
  }

  @Test func `A cursor far outside of history leads to nothing`() throws {
    for (order, cursor) in [
      (EventQuery.Order.newestFirst, Int64.min), (.oldestFirst(after: 0), .max),
    ] {
      let page = try engine.events(EventQuery(order), PageRequest(cursor: "\(cursor)"))
      #expect(page.items.isEmpty)
      #expect(page.nextCursor == nil)
    }
  }
}
