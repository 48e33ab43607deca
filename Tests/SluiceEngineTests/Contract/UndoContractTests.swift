import SluiceCore
import Testing

/// Taking back what one did last, and making it again.
@Suite struct UndoContractTests {
  private static let ann = Actor(name: "ann")
  private static let bob = Actor(name: "bob")

  @Test(arguments: EngineKind.all)
  func `My last changes are taken back one by one, whichever tickets they were on`(
    kind: EngineKind
  ) throws {
    let world = try World(kind, titles: ["one", "two"])
    try world.change("OPS-1", .move(to: "Todo"))
    try world.change("OPS-2", .move(to: "Done"))
    try world.change("OPS-1", .move(to: "InReview"))
    #expect(try world.takeBack() == "OPS-1 Todo")
    #expect(try world.takeBack() == "OPS-2 Backlog")
    #expect(try world.takeBack() == "OPS-1 Backlog")
    #expect(try world.takeBack() == "OPS-2 deleted")
    #expect(try world.takeBack() == "OPS-1 deleted")
  }

  @Test(arguments: EngineKind.all)
  func `What others did is passed over on the way to my last change`(kind: EngineKind) throws {
    var world = try World(kind, titles: ["one", "two"])
    try world.change("OPS-1", .move(to: "Todo"))
    world.actor = Self.bob
    try world.change("OPS-2", .move(to: "Done"))
    world.actor = Self.ann
    #expect(try world.takeBack() == "OPS-1 Backlog")
    #expect(try world.detail("OPS-2").state.ticket.status == Status.ID(5))
  }

  @Test(arguments: EngineKind.all)
  func `Taking back stops where someone else has touched the ticket since`(
    kind: EngineKind
  ) throws {
    var world = try World(kind, titles: ["one", "two"])
    try world.change("OPS-1", .move(to: "Todo"))
    world.actor = Self.bob
    try world.change("OPS-1", .move(to: "Done"))
    world.actor = Self.ann
    try world.change("OPS-2", .move(to: "Todo"))
    #expect(try world.takeBack() == "OPS-2 Backlog")
    let error = try world.refusal(.undo(.mine))
    #expect(error.code == .conflict)
    #expect(error.message == "Something else has happened to OPS-1 since.")
    #expect(error.nextStep == "Look at the history of OPS-1, and change it as you want it to be.")
  }

  @Test(arguments: EngineKind.all)
  func `Nothing of others is taken back once nothing of mine is left`(kind: EngineKind) throws {
    var world = try World(kind, titles: ["one"])
    world.actor = Self.bob
    try world.change("OPS-1", .move(to: "Todo"))
    try world.change("OPS-1", .move(to: "Done"))
    #expect(try world.takeBack() == "OPS-1 Todo")
    #expect(try world.takeBack() == "OPS-1 Backlog")
    let error = try world.refusal(.undo(.mine))
    #expect(error.rejection == .nothingToUndo(isRedo: false))
    #expect(error.message == "There is nothing to take back.")
    let named = try world.refusal(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(named.rejection == .notYours(ticket: TicketKey("OPS-1"), author: "ann"))
  }

  @Test(arguments: EngineKind.all)
  func `What was made again is my last change once more`(kind: EngineKind) throws {
    let world = try World(kind, titles: ["one", "two"])
    try world.change("OPS-1", .move(to: "Todo"))
    try world.change("OPS-2", .move(to: "Done"))
    try world.apply(.undo(.ticket(try world.reference("OPS-1"))))
    try world.apply(.redo(.ticket(try world.reference("OPS-1"))))
    #expect(try world.takeBack() == "OPS-1 Backlog")
    #expect(try world.takeBack() == "OPS-2 Backlog")
  }

  @Test(arguments: EngineKind.all)
  func `A change of a workflow is not stepped over`(kind: EngineKind) throws {
    let world = try World(kind, titles: ["one"])
    try world.change("OPS-1", .move(to: "Todo"))
    try world.apply(.createWorkflow(.bugTriage))
    let error = try world.refusal(.undo(.mine))
    #expect(error.message == "A change of a project or a workflow cannot be taken back.")
  }

  @Test(arguments: EngineKind.all)
  func `A taking back is no change to be taken back, but to be made again`(
    kind: EngineKind
  ) throws {
    let world = try World(kind, titles: ["one"])
    try world.change("OPS-1", .move(to: "Todo"))
    let number = try #require(try world.apply(.undo(.mine)).change)
    let error = try world.refusal(.undo(.change(number)))
    #expect(error.message == "A taking back cannot be taken back.")
    #expect(error.nextStep == "Make again what was taken back: sluice redo.")
  }

  @Test(arguments: EngineKind.all)
  func `A change in a project that is no more stays`(kind: EngineKind) throws {
    let world = try World(kind, titles: ["old"])
    try world.change("OPS-1", .move(to: "Todo"))
    let change = try #require(try world.change("OPS-1", .delete).change)
    try world.apply(.deleteProject(.key(try #require(ProjectKey("OPS")))))
    try world.ticket(try world.project("OPS"), TicketDraft(title: "new"))
    let error = try world.refusal(.undo(.change(change)))
    #expect(error.message == "A change in project OPS, which is deleted, cannot be taken back.")
    #expect(try world.detail("OPS-1").state.ticket.title == "new")
  }
}

extension World {
  /// A world with project OPS and its tickets.
  init(_ kind: EngineKind, titles: [String]) throws {
    try self.init(kind)
    let ops = try project("OPS")
    for title in titles { try ticket(ops, TicketDraft(title: title)) }
  }

  /// Takes back the actor's last change; answers the ticket and where it is now.
  func takeBack() throws -> String {
    try place(apply(.undo(.mine)))
  }

  /// Makes again what the actor took back last; answers the ticket and where it is now.
  func makeAgain() throws -> String {
    try place(apply(.redo(.mine)))
  }

  /// The tickets of a receipt, each with the name of its status.
  func place(_ receipt: Receipt) throws -> String {
    switch receipt.subject {
    case .ticket(let ticket):
      guard ticket.status != .nowhere else { return "\(ticket.key) deleted" }
      let workflow = try engine.ticket(.id(ticket.id)).workflow
      return "\(ticket.key) \(workflow.statusName(ticket.status))"
    case .tickets(let results):
      return results.map { "\($0.key) \($0.status.isEmpty ? "deleted" : $0.status)" }
        .joined(separator: ", ")
    default: return "\(receipt.subject)"
    }
  }
}
