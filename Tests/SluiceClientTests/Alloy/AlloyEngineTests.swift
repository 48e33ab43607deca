import AlloyGuideServer
import SluiceCore
import Testing
import WebCall

@testable import SluiceClient

/// What the remote engine makes of a server that speaks Alloy's guide and no more.
@Suite struct `An engine on Alloy's guide` {
  private let server: AlloyGuideServer
  private let connection: ServerConnection
  private let ana: Actor
  private let wf: ProjectReference

  init() throws {
    server = try AlloyGuideServer()
    let location = try #require(ServerLocation(server.address))
    connection = try ServerConnection(
      to: location, tokens: SignInTokens(access: "guide-token"))
    ana = Actor(name: "ana")
    wf = .key(try #require(ProjectKey("WF")))
  }

  private func engine() throws -> AlloyEngine {
    AlloyEngine(
      connection, organization: server.organization, account: try connection.account(),
      now: { Timestamp(milliseconds: 1_700_000_000_000) })
  }

  private func ticket(_ number: Int) throws -> TicketReference {
    .key(try #require(TicketKey("WF-\(number)")))
  }

  private func failure(_ change: Change, _ engine: AlloyEngine) throws -> EngineError {
    try #require(throws: EngineError.self) { _ = try engine.apply(change, by: ana) }
  }

  @Test func `is found out by what the server says of the account`() throws {
    let account = try connection.account()
    #expect(try !connection.isSluice(account))
    #expect(account.handle == "guide-wf")
    let choice = try connection.choice(named: nil, of: account)
    #expect(
      choice
        == .found(
          ServerOrganization(
            id: server.organization, slug: "guide-wf-org", name: "Workflow Guide Org")))
  }

  @Test func `shows stages by category and no gates`() throws {
    server.useBugTriage()
    server.add([("Fix login timeout", "New"), ("Retry webhooks", "Fixing")])
    let board = try #require(try engine().opening(OpeningQuery()))
    #expect(board.project.key.text == "WF")
    #expect(
      board.workflow.stages.map(\.name) == [
        "Backlog", "Todo", "In progress", "In review", "Done", "Cancelled",
      ])
    #expect(board.workflow.gates == [])
    #expect(board.workflow.fields == [])
    #expect(board.workflow.enforcement == .strict)
    #expect(board.columns.map(\.count) == [1, 0, 1, 0, 0, 0].map(Count.exactly))
    #expect(board.columns[0].window.cards.map(\.title) == ["Fix login timeout"])
  }

  @Test func `moves, and hands on the server's refusal and its warning`() throws {
    server.useBugTriage()
    server.add([("Fix login timeout", "New")])
    let engine = try engine()
    let receipt = try engine.apply(
      .changeTicket(try ticket(1), .move(to: "triaged"), expecting: Expectation(status: "New")),
      by: ana)
    guard case .ticket(let moved) = receipt.subject else { return #expect(Bool(false)) }
    #expect(moved.key.description == "WF-1")
    #expect(moved.version == 2)
    #expect(server.status(of: 1) == "Triaged")

    let refused = try failure(.changeTicket(try ticket(1), .move(to: "Closed")), engine)
    #expect(refused.code == .refused)
    #expect(refused.message == "Transition from Triaged to Closed is not allowed")
    #expect(server.status(of: 1) == "Triaged")

    server.useBugTriage(enforcement: "warn")
    let warned = try self.engine().apply(
      .changeTicket(try ticket(1), .move(to: "Closed")), by: ana)
    #expect(warned.warnings == ["Triaged to Closed is not a transition"])
  }

  @Test func `holds what it read last against what is expected`() throws {
    server.add([("Fix login timeout", "Backlog")])
    let engine = try engine()
    let error = try failure(
      .changeTicket(
        try ticket(1), .move(to: "Done"), expecting: Expectation(status: "Todo")), engine)
    #expect(error.code == .conflict)
    #expect(error.message == "WF-1 has changed meanwhile; it is in Backlog now.")
    #expect(server.status(of: 1) == "Backlog")
  }

  @Test func `makes and edits tickets as far as the guide goes`() throws {
    let engine = try engine()
    let made = try engine.apply(
      .createTicket(wf, TicketDraft(title: "Fix login timeout", priority: .high)), by: ana)
    guard case .ticket(let ticket) = made.subject else { return #expect(Bool(false)) }
    #expect(ticket.reporter == "guide-wf")
    _ = try engine.apply(
      .changeTicket(.key(ticket.key), .edit(TicketEdit(description: "Slow.", priority: .low))),
      by: ana)
    let detail = try engine.ticket(.key(ticket.key))
    #expect(detail.state.ticket.description == "Slow.")
    #expect(detail.state.ticket.priority == .low)
    #expect(detail.comments == [])
    #expect(try engine.history(of: .key(ticket.key), PageRequest()).items == [])
  }

  @Test func `refuses in a sentence what the guide does not know`() throws {
    server.add([("Fix login timeout", "Backlog")])
    let engine = try engine()
    let requests: [(Change, String)] = [
      (.changeTicket(try ticket(1), .comment("Seen.")), "comments"),
      (.changeTicket(try ticket(1), .delete), "way to delete a ticket"),
      (.changeTicket(try ticket(1), .claim(agent: "x")), "claims"),
      (.changeTicket(try ticket(1), .tick(gate: "a", item: "b", isOn: true)), "gates"),
      (.changeTicket(try ticket(1), .edit(TicketEdit(assignee: .init("ben")))), "assignees"),
      (.changeTicket(try ticket(1), .edit(TicketEdit(addedLabels: ["api"]))), "labels"),
      (.undo(.mine), "way to take a change back"),
    ]
    for (change, what) in requests {
      let error = try failure(change, engine)
      #expect(error.code == .refused)
      #expect(error.message == "This server speaks only Alloy's guide, which knows no \(what).")
    }
    let able = EngineFeature.allCases.filter { engine.refusal(of: $0) == nil }
    #expect(able == [.changes])
    let error = try #require(throws: EngineError.self) {
      _ = try engine.events(EventQuery(), PageRequest())
    }
    #expect(error.message == "This server speaks only Alloy's guide, which knows no events.")
  }

  @Test func `gives statuses that only tickets know a column`() throws {
    server.add([("From before", "Backlog")])
    server.useBugTriage()
    let board = try #require(try engine().opening(OpeningQuery()))
    #expect(
      board.workflow.statuses.map(\.name) == [
        "New", "Triaged", "Fixing", "Verifying", "Closed", "WontFix", "Backlog",
      ])
    #expect(board.columns.last?.window.cards.map(\.title) == ["From before"])
  }
}
