import SluiceCore
import Testing

/// Tickets and projects that go, and the organization's name.
@Suite struct RemovingContractTests {
  @Test(arguments: EngineKind.all)
  func `A deleted ticket is nowhere but in history`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "gone", assignee: "bob", labels: ["a"]))
    try world.ticket(ops, TicketDraft(title: "left"))
    try world.change("OPS-1", .claim(agent: "bot"))
    let receipt = try world.change("OPS-1", .delete)
    #expect(receipt.ticket?.agent == nil)
    #expect(try world.board(ops) == ["Backlog 1: OPS-2"])
    for filter in ["gone", "label:a", "assignee:bob", "OPS-1"] {
      #expect(try world.board(ops, filter) == [], "\(filter)")
    }
    #expect(try world.engine.tickets(TicketQuery(project: ops), PageRequest()).items.count == 1)
    #expect(
      try world.engine.suggestions(.label, in: ops, prefix: "", limit: 5) == [])
    #expect(try world.failure { try world.detail("OPS-1") }.code == .notFound)
    #expect(try world.refusal("OPS-1", .move(to: "Todo")).code == .notFound)
    #expect(
      try world.lines("OPS-1").suffix(2) == [
        "ann agent.released: bot → –", "ann ticket.deleted: InProgress → –",
      ])
    // Its number is not given again.
    #expect(try world.ticket(ops, TicketDraft(title: "next")).key.description == "OPS-3")
  }

  @Test(arguments: EngineKind.all)
  func `A task with sub-tasks is not deleted before them`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "task"))
    let task = try world.reference("OPS-1")
    try world.ticket(ops, TicketDraft(title: "part", kind: .subTask, parent: task))
    let error = try world.refusal("OPS-1", .delete)
    #expect(error.code == .conflict)
    #expect(error.message == "OPS-1 has 1 sub-task.")
    #expect(error.nextStep == "Delete it first.")
    try world.change("OPS-1.1", .delete)
    try world.change("OPS-1", .delete)
    #expect(try world.board(ops) == [])
  }

  @Test(arguments: EngineKind.all)
  func `A project goes once it has no tickets`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS", .bugTriage)
    try world.ticket(ops, TicketDraft(title: "x"))
    let error = try world.refusal(.deleteProject(ops))
    #expect(error.code == .conflict)
    #expect(error.message == "Project OPS has 1 ticket.")
    try world.change("OPS-1", .delete)
    #expect(try world.apply(.deleteProject(ops)).subject == .deleted("project OPS"))
    #expect(try world.engine.projects(PageRequest()).items == [])
    #expect(try world.failure { try world.engine.project(ops) }.code == .notFound)
    #expect(try world.refusal(.createTicket(ops, TicketDraft(title: "x"))).code == .notFound)
    #expect(try world.events().last?.line == "ann project.deleted OPS: Project OPS → –")
    // Nothing uses its workflow any more.
    try world.apply(.deleteWorkflow(.name("Bug Triage")))
  }

  @Test(arguments: EngineKind.all)
  func `The organization has another name from now on`(kind: EngineKind) throws {
    let world = try World(kind)
    let before = try world.engine.organization()
    let standard = try world.engine.workflow(.name("Default"))
    #expect(before.defaultWorkflow == standard.id)
    let receipt = try world.apply(.renameOrganization("Acme"))
    #expect(try world.engine.organization().name == "Acme")
    #expect(receipt.subject == .organization(try world.engine.organization()))
    #expect(
      try world.events().map(\.line) == ["ann organization.renamed: \(before.name) → Acme"])
    #expect(try world.refusal(.renameOrganization(" ")).code == .refused)
  }
}
