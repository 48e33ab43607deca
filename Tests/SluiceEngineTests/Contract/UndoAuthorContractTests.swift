import SluiceCore
import Testing

/// Who may take back what.
@Suite struct UndoAuthorContractTests {
  private static let bot = Actor(name: "ann", agent: "bot")
  private static let ant = Actor(name: "ann", agent: "ant")

  @Test(arguments: EngineKind.all)
  func `An agent does not take back what another agent did`(kind: EngineKind) throws {
    var world = try World(kind, titles: ["one"])
    world.actor = Self.bot
    let claim = try #require(try world.change("OPS-1", .claim(agent: "bot")).change)
    world.actor = Self.ant
    for subject in [.ticket(try world.reference("OPS-1")), .change(claim)] as [UndoSubject] {
      let error = try world.refusal(.undo(subject))
      #expect(error.code == .conflict)
      #expect(error.rejection == .notYours(ticket: TicketKey("OPS-1"), author: "bot"))
      #expect(
        error.message
          == "The last change of OPS-1 was made by bot; who made a change takes it back.")
    }
    #expect(try world.refusal(.undo(.mine)).rejection == .nothingToUndo(isRedo: false))
    #expect(try world.detail("OPS-1").state.ticket.agent == "bot")
    world.actor = Self.bot
    #expect(try world.takeBack() == "OPS-1 Backlog")
    #expect(try world.detail("OPS-1").state.ticket.agent == nil)
  }

  @Test(arguments: EngineKind.all)
  func `An agent does not take back what its person did`(kind: EngineKind) throws {
    var world = try World(kind, titles: ["one"])
    try world.change("OPS-1", .move(to: "Todo"))
    world.actor = Self.bot
    let error = try world.refusal(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(error.rejection == .notYours(ticket: TicketKey("OPS-1"), author: "ann"))
    #expect(try world.refusal(.undo(.mine)).rejection == .nothingToUndo(isRedo: false))
  }

  @Test(arguments: EngineKind.all)
  func `A person takes back what an agent did in that name, if it is named`(
    kind: EngineKind
  ) throws {
    var world = try World(kind, titles: ["one", "two"])
    try world.change("OPS-2", .move(to: "Todo"))
    world.actor = Self.bot
    try world.change("OPS-1", .claim(agent: "bot"))
    world.actor = Actor(name: "bob")
    let strange = try world.refusal(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(strange.rejection == .notYours(ticket: TicketKey("OPS-1"), author: "bot"))
    world.actor = Actor(name: "ann")
    #expect(try world.takeBack() == "OPS-2 Backlog")
    let receipt = try world.apply(.undo(.ticket(try world.reference("OPS-1"))))
    #expect(try world.place(receipt) == "OPS-1 Backlog")
  }

  @Test(arguments: EngineKind.all)
  func `What a person took back, only that person makes again`(kind: EngineKind) throws {
    var world = try World(kind, titles: ["one"])
    let ticket = UndoSubject.ticket(try world.reference("OPS-1"))
    world.actor = Self.bot
    try world.change("OPS-1", .claim(agent: "bot"))
    world.actor = Actor(name: "ann")
    try world.apply(.undo(ticket))
    world.actor = Self.bot
    let error = try world.refusal(.redo(ticket))
    #expect(error.rejection == .notYours(ticket: TicketKey("OPS-1"), author: "ann"))
    #expect(try world.refusal(.undo(.mine)).rejection == .nothingToUndo(isRedo: false))
    world.actor = Actor(name: "ann")
    #expect(try world.makeAgain() == "OPS-1 InProgress")
    #expect(try world.detail("OPS-1").state.ticket.agent == "bot")
  }
}
