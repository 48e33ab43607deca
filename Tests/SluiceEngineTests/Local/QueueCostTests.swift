import SQLite
import SluiceCore
import SluiceEngine
import Testing

/// What a page of the queue costs does not grow with what no agent may claim, nor does any project go missing.
@Suite struct QueueCostTests {
  private let folder: TemporaryFolder
  private let engine: LocalEngine
  private let actor = Actor(name: "ann")

  init() throws {
    folder = try TemporaryFolder()
    engine = try LocalEngine(path: folder("a.db"))
  }

  private func project(_ key: String) throws -> ProjectReference {
    _ = try engine.apply(.createProject(ProjectDraft(key: key, name: key)), by: actor)
    return .key(try #require(ProjectKey(key)))
  }

  private func add(_ project: ProjectReference, _ target: ExecutionTarget) throws {
    _ = try engine.apply(
      .createTicket(project, TicketDraft(title: "x", target: target)), by: actor)
  }

  /// Lets so many tickets like the first one have waited for longer than any.
  private func copy(_ count: Int) throws {
    try Database(path: folder("a.db")).run(
      """
      WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < $1)
      INSERT INTO ticket (id, uuid, project, kind, status, priority, entered_at, title, labels, met,
        version, created_at, updated_at, target)
      SELECT (SELECT max(id) FROM ticket) + 1024 * n, randomblob(16), project, kind, status, priority,
        entered_at - 1000, title, labels, met, version, created_at, updated_at, target
      FROM n, (SELECT * FROM ticket ORDER BY id LIMIT 1)
      """, [.int(count)])
  }

  private func queue(_ query: QueueQuery, limit: Int = 2) throws -> (keys: [String], costs: [Int]) {
    var (keys, costs): ([String], [Int]) = ([], [])
    var cursor: String?
    repeat {
      costs.append(
        try engine.cost {
          let page = try engine.available(query, PageRequest(limit: limit, cursor: cursor))
          keys += page.items.map { "\($0.key)" }
          cursor = page.nextCursor
        })
    } while cursor != nil
    return (keys, costs)
  }

  @Test func `A page looks at so much work of people and no more`() throws {
    let ops = try project("OPS")
    for target in [.human, .agent, .either, .agent] as [ExecutionTarget] { try add(ops, target) }
    try copy(40_000)
    let few = try queue(QueueQuery(project: ops))
    try copy(40_000)
    let many = try queue(QueueQuery(project: ops))
    #expect(few.keys == ["OPS-2", "OPS-3", "OPS-4"])
    #expect(many.keys == few.keys)
    #expect(many.costs.max() == few.costs.max())
  }

  @Test func `What waits in one column does not overtake what is behind people's work in another`()
    throws
  {
    let (ops, web) = (try project("OPS"), try project("WEB"))
    try add(ops, .human)
    try add(ops, .agent)
    try add(web, .either)
    try copy(30_000)
    #expect(try queue(QueueQuery()).keys == ["OPS-2", "WEB-1"])
  }

  @Test func `Every project is in it, however many there are`() throws {
    let keys = (0..<505).map { "P\(1_000 + $0)" }
    for key in keys { try add(try project(key), .agent) }
    #expect(try queue(QueueQuery(), limit: 500).keys.sorted() == keys.map { "\($0)-1" })
  }
}
