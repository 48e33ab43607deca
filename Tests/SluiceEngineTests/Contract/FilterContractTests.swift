import SluiceCore
import Testing

/// A filter as typed, and the board it shows.
struct FilterExample: CustomTestStringConvertible {
  let filter: String
  let board: [String]

  init(_ filter: String, _ board: [String]) {
    self.filter = filter
    self.board = board
  }

  var testDescription: String { filter }
}

@Suite struct FilterContractTests {
  private func world(_ kind: EngineKind) throws -> (World, ProjectReference) {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let drafts = [
      TicketDraft(
        title: "Login fails on Safari", priority: .high, assignee: "ann", labels: ["bug", "web"]),
      TicketDraft(title: "Logging is slow", description: "See café handshakes", labels: ["bug"]),
      TicketDraft(title: "Fix login page", status: "Done", priority: .low, assignee: "bob"),
      TicketDraft(title: "Über-handshake: C++ \"quoted\" AND NOT", priority: .urgent),
    ]
    for draft in drafts { try world.ticket(ops, draft) }
    return (world, ops)
  }

  @Test(
    arguments: EngineKind.all,
    [
      FilterExample("", ["Backlog 3: OPS-4 OPS-1 OPS-2", "Done 1: OPS-3"]),
      FilterExample("log", ["Backlog 2: OPS-2 OPS-1", "Done 1: OPS-3"]),
      FilterExample("login", ["Backlog 1: OPS-1", "Done 1: OPS-3"]),
      FilterExample("LOGIN saf", ["Backlog 1: OPS-1"]),
      FilterExample("cafe", ["Backlog 1: OPS-2"]),
      FilterExample("uber", ["Backlog 1: OPS-4"]),
      FilterExample("Über-hand", ["Backlog 1: OPS-4"]),
      FilterExample("handshake", ["Backlog 2: OPS-4 OPS-2"]),
      FilterExample("handshakes", ["Backlog 1: OPS-2"]),
      FilterExample("handshaker", []),
      FilterExample("c++", ["Backlog 2: OPS-4 OPS-2"]),
      FilterExample("\"quoted\"", ["Backlog 1: OPS-4"]),
      FilterExample("\"AND\"", ["Backlog 1: OPS-4"]),
      FilterExample("title:login", []),
      FilterExample("*", []),
      FilterExample("OPS-2", ["Backlog 1: OPS-2"]),
      FilterExample("ops-3", ["Done 1: OPS-3"]),
      FilterExample("2", ["Backlog 1: OPS-2"]),
      FilterExample("DEV-2", []),
      FilterExample("label:bug", ["Backlog 2: OPS-1 OPS-2"]),
      FilterExample("label:bug label:web", ["Backlog 1: OPS-1"]),
      FilterExample("label:BUG", []),
      FilterExample("assignee:me", ["Backlog 1: OPS-1"]),
      FilterExample("assignee:bob", ["Done 1: OPS-3"]),
      FilterExample("assignee:none", ["Backlog 2: OPS-4 OPS-2"]),
      FilterExample("prio>=high", ["Backlog 2: OPS-4 OPS-1"]),
      FilterExample("prio>=high label:bug", ["Backlog 1: OPS-1"]),
      FilterExample("assignee:none prio>=high", ["Backlog 1: OPS-4"]),
      FilterExample("log label:bug assignee:none", ["Backlog 1: OPS-2"]),
      FilterExample("log prio>=high", ["Backlog 1: OPS-1"]),
      FilterExample("OPS-2 label:web", []),
    ])
  func `A filter shows what it names`(
    kind: EngineKind, example: FilterExample
  ) throws {
    let (world, ops) = try world(kind)
    #expect(try world.board(ops, example.filter) == example.board)
    let listed = try world.engine.tickets(
      TicketQuery(project: ops, filter: BoardFilter(parsing: example.filter, me: "ann")),
      PageRequest())
    let keys = example.board.flatMap { $0.split(separator: " ").dropFirst(2) }.sorted(by: >)
    #expect(listed.items.map { "\($0.key)" } == keys.map(String.init))
  }

  @Test(arguments: EngineKind.all)
  func `A list of one status, page by page`(kind: EngineKind) throws {
    let (world, ops) = try world(kind)
    let query = TicketQuery(project: ops, status: "backlog")
    let first = try world.engine.tickets(query, PageRequest(limit: 2))
    #expect(first.items.map { "\($0.key)" } == ["OPS-4", "OPS-2"])
    let second = try world.engine.tickets(query, PageRequest(limit: 2, cursor: first.nextCursor))
    #expect(second.items.map { "\($0.key)" } == ["OPS-1"])
    #expect(second.nextCursor == nil)
  }

  @Test(arguments: EngineKind.all)
  func `A cursor that is none is refused`(kind: EngineKind) throws {
    let (world, ops) = try world(kind)
    let error = try #require(throws: EngineError.self) {
      try world.engine.tickets(TicketQuery(project: ops), PageRequest(cursor: "x"))
    }
    #expect(error.code == .invalid)
  }

  @Test(arguments: EngineKind.all)
  func `Counting under a filter ends at a thousand`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let items = (1...1_005).map { number in
      ImportedTicket(
        source: "\(number)", draft: TicketDraft(title: "x", labels: ["many"]),
        createdAt: world.clock.now, updatedAt: world.clock.now, enteredAt: world.clock.now)
    }
    try world.apply(.importTickets(ops, items))
    let filter = BoardFilter(labels: ["many"])
    let column = try world.engine.board(BoardQuery(project: ops, filter: filter)).columns[0]
    #expect(column.count == .atLeast(1_000))
    #expect(column.total == 1_005)
  }
}
