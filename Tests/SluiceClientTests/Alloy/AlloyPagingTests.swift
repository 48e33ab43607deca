import AlloyGuideServer
import SluiceCore
import Testing
import WebCall

@testable import SluiceClient

/// How an engine on Alloy's guide reads no more than is looked at, and finds what others do.
@Suite struct `A board read page by page` {
  private let server: AlloyGuideServer
  private let engine: AlloyEngine
  private let wf: ProjectReference

  init() throws {
    server = try AlloyGuideServer()
    let location = try #require(ServerLocation(server.address))
    let connection = try ServerConnection(
      to: location, tokens: SignInTokens(access: "guide-token"))
    engine = AlloyEngine(
      connection, organization: server.organization, account: try connection.account(),
      now: { Timestamp(milliseconds: 1_700_000_000_000) })
    wf = .key(try #require(ProjectKey("WF")))
  }

  private func addTickets(_ count: Int) {
    server.add((1...count).map { ("Task \($0)", $0 % 2 == 0 ? "Backlog" : "Todo") })
    server.forgetRequests()
  }

  private func query(_ anchor: ColumnQuery.Anchor, limit: Int = 30) -> ColumnQuery {
    ColumnQuery(project: wf, status: Status.ID(1), anchor: anchor, limit: limit)
  }

  @Test func `opens with one page, and counts say that there may be more`() throws {
    addTickets(130)
    let board = try engine.board(BoardQuery(project: wf))
    #expect(
      server.requests == [
        "GET /api/v1/projects", "GET /api/v1/orgs/\(server.organization)/workflows",
        "GET /api/v1/projects/0000000c-0000-4000-8000-000000000001/tickets",
      ])
    #expect(board.columns.prefix(3).map(\.count) == [.atLeast(25), .atLeast(25), .atLeast(0)])
    #expect(board.columns[0].window.hasLater)
  }

  @Test func `reads on as one goes down, and what it brings shows in other columns too`() throws {
    addTickets(130)
    let board = try engine.board(BoardQuery(project: wf))
    let last = try #require(board.columns[0].window.cards.last)
    server.forgetRequests()
    let window = try engine.column(query(.below(last.position)))
    #expect(server.requests.count == 2)
    #expect(window.cards.count == 30)
    #expect(engine.takeForeignChange())

    server.forgetRequests()
    let whole = try engine.board(BoardQuery(project: wf))
    #expect(server.requests == [])
    #expect(whole.columns.prefix(3).map(\.count) == [.exactly(65), .exactly(65), .exactly(0)])
  }

  @Test func `never reads more than two pages for one window`() throws {
    addTickets(1_000)
    _ = try engine.board(BoardQuery(project: wf))
    server.forgetRequests()
    let window = try engine.column(
      ColumnQuery(project: wf, status: Status.ID(5), anchor: .bottom, limit: 30))
    #expect(window.cards == [])
    #expect(window.hasLater)
    #expect(server.requests.count == 2)
  }

  @Test func `finds what others do by looking again`() throws {
    addTickets(3)
    _ = try engine.board(BoardQuery(project: wf))
    #expect(engine.reader.lookAgain())
    #expect(!engine.takeForeignChange())

    server.move(1, to: "Done")
    #expect(engine.reader.lookAgain())
    #expect(engine.takeForeignChange())
    server.forgetRequests()
    let board = try engine.board(BoardQuery(project: wf))
    #expect(server.requests == [])
    #expect(board.columns.map { $0.count.value } == [1, 1, 0, 0, 1, 0])
  }

  @Test func `is read anew when that is asked for`() throws {
    addTickets(1)
    _ = try engine.board(BoardQuery(project: wf))
    server.add([("Another", "Todo")])
    #expect(try engine.board(BoardQuery(project: wf)).columns[1].count == .exactly(2))
  }

  @Test func `is filtered here, by what was read`() throws {
    addTickets(4)
    let filter = BoardFilter(try Filter("task 3"))
    let board = try engine.board(BoardQuery(project: wf, filter: filter))
    #expect(board.columns.map { $0.window.cards.map(\.key.number) }.prefix(2) == [[], [3]])
  }

  @Test func `waits for a busy server that says for how long`() throws {
    addTickets(1)
    server.fail(2, with: 503, retryAfter: "0")
    #expect(try engine.board(BoardQuery(project: wf)).columns[1].count == .exactly(1))
    server.fail(1, with: 503)
    let error = try #require(throws: EngineError.self) {
      _ = try engine.board(BoardQuery(project: wf))
    }
    #expect(error.code == .unavailable)
  }
}
