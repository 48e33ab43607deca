import SluiceAPI
import SluiceCore
import SluiceEngine
import Testing

@testable import SluiceServer

@Suite struct EngineEndpointTests {
  /// A server with ann's organization and its project OPS, and with others who may be let in.
  private struct Stage {
    let server: TestServer
    let organization: Organization.ID
    let people: [String: Person]
    let ops: ProjectReference

    init() throws {
      server = try TestServer()
      var people: [String: Person] = [:]
      for name in ["ann", "bob", "cid"] { people[name] = try server.person(name) }
      self.people = people
      organization = people["ann"]?.organization ?? .make()
      ops = .key(try #require(ProjectKey("OPS")))
      let draft = ProjectDraft(key: "OPS", name: "Operations")
      #expect(try call(.apply(.createProject(draft)), "ann") == 200)
    }

    /// The status of someone's call of ann's engine.
    func call(_ call: EngineCall, _ name: String) throws -> Int {
      try self.call(call, token: people[name]?.token)
    }

    func call(_ call: EngineCall, token: String?) throws -> Int {
      try server.call(call, of: organization.description, token: token).status
    }

    /// Gives someone a role in ann's organization.
    func admit(_ name: String, as role: Role) throws {
      try server.server.parts.directory.setRole(
        role, of: try id(name), in: organization)
    }

    /// Makes someone a member of the project alone.
    func admitToProject(_ name: String, as role: Role) throws {
      let engine = try server.server.parts.engines.engine(of: organization)
      try server.server.parts.directory.setProjectRole(
        role, of: try id(name), in: try engine.project(ops).id)
    }

    func id(_ name: String) throws -> Account.ID {
      try #require(people[name]?.id)
    }
  }

  private func create(_ stage: Stage, status: String? = nil) -> EngineCall {
    .apply(.createTicket(stage.ops, TicketDraft(title: "Fix login", status: status)))
  }

  @Test func `What one applies another reads`() throws {
    let stage = try Stage()
    try stage.admit("bob", as: .viewer)
    #expect(try stage.call(create(stage), "ann") == 200)
    let (status, answer) = try stage.server.call(
      .tickets(TicketQuery(project: stage.ops), PageRequest()), of: "\(stage.organization)",
      token: stage.people["bob"]?.token)
    #expect(status == 200)
    let tickets = try answer.tickets().items
    #expect(tickets.map(\.key.description) == ["OPS-1"])
    #expect(tickets.map(\.reporter) == ["ann"])
    let board = try stage.server.call(
      .board(BoardQuery(project: stage.ops)), of: "\(stage.organization)",
      token: stage.people["bob"]?.token)
    #expect(try board.answer.board().columns.first?.count == .exactly(1))
  }

  @Test func `Each role may do what is its own, and sees what is its own`() throws {
    let stage = try Stage()
    let read = EngineCall.board(BoardQuery(project: stage.ops))
    #expect(try stage.call(read, "bob") == 404)
    #expect(try stage.call(read, "nobody") == 401)
    try stage.admit("bob", as: .viewer)
    #expect(try stage.call(read, "bob") == 200)
    #expect(try stage.call(create(stage), "bob") == 403)
    try stage.admit("bob", as: .reporter)
    // Who only reports does so in projects that are theirs.
    #expect(try stage.call(create(stage), "bob") == 403)
    try stage.admitToProject("bob", as: .reporter)
    #expect(try stage.call(create(stage), "bob") == 200)
    #expect(try stage.call(create(stage, status: "Done"), "bob") == 403)
    try stage.admit("bob", as: .member)
    #expect(try stage.call(create(stage, status: "Done"), "bob") == 200)
    #expect(try stage.call(.apply(.createWorkflow(.standard)), "bob") == 403)
    #expect(try stage.call(.apply(.renameOrganization("Bob's")), "bob") == 403)
    #expect(try stage.call(.providers(PageRequest()), "ann") == 403)
    #expect(try stage.call(.apply(.renameOrganization("Acme")), "ann") == 200)
  }

  @Test func `A member of one project sees that, and works in it`() throws {
    let stage = try Stage()
    let other = ProjectReference.key(try #require(ProjectKey("OTHER")))
    let draft = ProjectDraft(key: "OTHER", name: "Other")
    #expect(try stage.call(.apply(.createProject(draft)), "ann") == 200)
    try stage.admitToProject("cid", as: .member)
    #expect(try stage.call(.board(BoardQuery(project: stage.ops)), "cid") == 200)
    #expect(try stage.call(create(stage), "cid") == 200)
    #expect(try stage.call(.board(BoardQuery(project: other)), "cid") == 404)
    #expect(try stage.call(.projects(PageRequest()), "cid") == 403)
    #expect(try stage.call(.organization, "cid") == 200)
    #expect(try stage.call(.apply(.undo(.mine)), "cid") == 403)
    let missing = try stage.server.call(
      .board(BoardQuery(project: .key(try #require(ProjectKey("NONE"))))),
      of: "\(stage.organization)", token: stage.people["cid"]?.token)
    #expect(missing.answer.failure?.nextStep == nil)
  }

  @Test func `A refusal arrives as the engine threw it`() throws {
    let stage = try Stage()
    #expect(try stage.call(create(stage), "ann") == 200)
    let ticket = TicketReference.key(try #require(TicketKey("OPS-1")))
    let change = Change.changeTicket(
      ticket, .move(to: "Doen"), expecting: Expectation(version: 1))
    let (status, answer) = try stage.server.call(
      .apply(change), of: "\(stage.organization)", token: stage.people["ann"]?.token)
    #expect(status == 422)
    let engine = try stage.server.server.parts.engines.engine(of: stage.organization)
    let thrown = #expect(throws: EngineError.self) {
      try engine.apply(change, by: Actor(name: "ann"))
    }
    #expect(answer.failure == thrown)
    #expect(answer.failure?.rejection?.code == "UNKNOWN_STATUS")
  }

  @Test func `Who runs the server has its providers in the engine of each of their organizations`()
    throws
  {
    let stage = try Stage()
    let provider = ProviderReference.name("claude")
    let draft = ProviderDraft(
      name: "claude", type: "anthropic", config: ["endpoint": "https://api.example.org"])
    let reads: [EngineCall] = [
      .providers(PageRequest()), .provider(provider), .testProvider(provider),
    ]
    #expect(try stage.call(.apply(.createProvider(draft)), "ann") == 403)
    try stage.server.makeAdministrator("ann")
    #expect(try stage.call(.apply(.createProvider(draft)), "ann") == 200)
    for read in reads { #expect(try stage.call(read, "ann") == 200) }

    try stage.server.makeAdministrator("bob")
    for read in reads {
      // Bob is no member, and what is not theirs is not there for anybody.
      #expect(try stage.call(read, "bob") == 404)
      let nowhere = try stage.server.call(
        read, of: "nowhere", token: stage.people["ann"]?.token)
      #expect(nowhere.status == 404)
    }
    #expect(try stage.call(.apply(.createProvider(draft)), "bob") == 404)
  }

  @Test func `The token of an agent's run is one of that agent`() throws {
    let stage = try Stage()
    #expect(try stage.call(create(stage), "ann") == 200)
    let token = try stage.server.token(
      of: try stage.id("ann"), .agentRun, agent: "claude-1")
    let ticket = TicketReference.key(try #require(TicketKey("OPS-1")))
    #expect(
      try stage.call(.apply(.changeTicket(ticket, .claim(agent: "other"))), token: token)
        == 403)
    let remark = Change.changeTicket(ticket, .comment("Hello"))
    #expect(try stage.call(.apply(remark, agent: "other"), token: token) == 403)
    #expect(
      try stage.call(.apply(.changeTicket(ticket, .claim(agent: "claude-1"))), token: token)
        == 200)
    #expect(
      try stage.call(.apply(.createWorkflow(.standard)), token: token)
        == 403)
    let engine = try stage.server.server.parts.engines.engine(of: stage.organization)
    let events = try engine.history(of: ticket, PageRequest(limit: 1)).items
    #expect(events.map(\.actor) == ["ann"])
    #expect(events.map(\.agent) == ["claude-1"])
  }
}
