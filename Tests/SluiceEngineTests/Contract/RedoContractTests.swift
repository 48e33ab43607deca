import SluiceCore
import Testing

/// Several steps back and forth again.
@Suite struct RedoContractTests {
  @Test(arguments: EngineKind.all)
  func `What was taken back in several steps comes back in order`(kind: EngineKind) throws {
    let world = try World(kind, titles: ["one", "two"])
    try world.change("OPS-1", .move(to: "Todo"))
    try world.change("OPS-2", .edit(TicketEdit(title: "second")))
    try world.change("OPS-1", .move(to: "Done"))
    let last = try world.detail("OPS-1").state.ticket
    for _ in 1...3 { try world.apply(.undo(.mine)) }
    #expect(try world.board(world.ops) == ["Backlog 2: OPS-2 OPS-1"])
    #expect(try world.makeAgain() == "OPS-1 Todo")
    #expect(try world.makeAgain() == "OPS-2 Backlog")
    #expect(try world.detail("OPS-2").state.ticket.title == "second")
    #expect(try world.makeAgain() == "OPS-1 Done")
    #expect(try world.detail("OPS-1").state.ticket.enteredAt == last.enteredAt)
    #expect(try world.refusal(.redo(.mine)).rejection == .nothingToUndo(isRedo: true))
  }

  @Test(arguments: EngineKind.all)
  func `Going back and forth may be mixed`(kind: EngineKind) throws {
    let world = try World(kind, titles: ["one"])
    for status in ["Todo", "InProgress", "InReview", "Done"] {
      try world.change("OPS-1", .move(to: status))
    }
    #expect(try world.takeBack() == "OPS-1 InReview")
    #expect(try world.takeBack() == "OPS-1 InProgress")
    #expect(try world.makeAgain() == "OPS-1 InReview")
    #expect(try world.takeBack() == "OPS-1 InProgress")
    #expect(try world.takeBack() == "OPS-1 Todo")
    for place in ["InProgress", "InReview", "Done"] {
      #expect(try world.makeAgain() == "OPS-1 \(place)")
    }
    #expect(try world.takeBack() == "OPS-1 InReview")
  }

  @Test(arguments: EngineKind.all)
  func `Something new ends what could be made again`(kind: EngineKind) throws {
    let world = try World(kind, titles: ["one", "two"])
    for status in ["Todo", "Done"] { try world.change("OPS-1", .move(to: status)) }
    for _ in 1...2 { try world.apply(.undo(.mine)) }
    try world.change("OPS-2", .move(to: "Todo"))
    #expect(try world.refusal(.redo(.mine)).rejection == .nothingToUndo(isRedo: true))
    let first = UndoSubject.ticket(try world.reference("OPS-1"))
    #expect(try world.place(world.apply(.redo(first))) == "OPS-1 Todo")
    try world.change("OPS-1", .comment("Let me think"))
    #expect(try world.refusal(.redo(first)).rejection == .nothingToUndo(isRedo: true))
    #expect(try world.refusal(.redo(.mine)).rejection == .nothingToUndo(isRedo: true))
  }

  @Test(arguments: EngineKind.all)
  func `What someone else did to the ticket ends it too`(kind: EngineKind) throws {
    var world = try World(kind, titles: ["one"])
    try world.change("OPS-1", .move(to: "Todo"))
    let taken = try #require(try world.change("OPS-1", .move(to: "Done")).change)
    try world.apply(.undo(.mine))
    world.actor = Actor(name: "bob")
    try world.change("OPS-1", .comment("Wait"))
    #expect(try world.refusal(.redo(.mine)).rejection == .nothingToUndo(isRedo: true))
    world.actor = Actor(name: "ann")
    let error = try world.refusal(.redo(.mine))
    #expect(error.rejection == .touchedSince(ticket: try #require(TicketKey("OPS-1"))))
    #expect(
      try world.refusal(.redo(.change(taken))).rejection
        == .touchedSince(ticket: try #require(TicketKey("OPS-1"))))
  }

  @Test(arguments: EngineKind.all)
  func `A bulk change is one step among others`(kind: EngineKind) throws {
    let world = try World(kind, titles: ["one", "two", "three"])
    let keys = try ["OPS-1", "OPS-2", "OPS-3"].map(world.reference)
    try world.change("OPS-2", .move(to: "Todo"))
    try world.apply(.changeTickets(.list(keys), .move(to: "InReview")))
    try world.change("OPS-3", .move(to: "Done"))
    try world.apply(.changeTickets(.list([keys[2], keys[0]]), .delete))
    #expect(try world.takeBack() == "OPS-3 Done, OPS-1 InReview")
    #expect(try world.takeBack() == "OPS-3 InReview")
    #expect(try world.takeBack() == "OPS-1 Backlog, OPS-2 Todo, OPS-3 Backlog")
    #expect(try world.takeBack() == "OPS-2 Backlog")
    #expect(try world.makeAgain() == "OPS-2 Todo")
    #expect(try world.makeAgain() == "OPS-1 InReview, OPS-2 InReview, OPS-3 InReview")
    #expect(try world.makeAgain() == "OPS-3 Done")
    #expect(try world.makeAgain() == "OPS-3 deleted, OPS-1 deleted")
    #expect(try world.refusal(.redo(.mine)).rejection == .nothingToUndo(isRedo: true))
    #expect(try world.board(world.ops) == ["InReview 1: OPS-2"])
  }

  @Test(arguments: EngineKind.all)
  func `A bulk change is not made again where one of its tickets has changed`(
    kind: EngineKind
  ) throws {
    let world = try World(kind, titles: ["one", "two"])
    let keys = try ["OPS-1", "OPS-2"].map(world.reference)
    let bulk = try world.apply(.changeTickets(.list(keys), .move(to: "Done"))).change
    try world.apply(.undo(.mine))
    try world.change("OPS-1", .move(to: "Todo"))
    let error = try world.refusal(.redo(.change(try #require(bulk))))
    #expect(error.rejection == .touchedSince(ticket: try #require(TicketKey("OPS-1"))))
    #expect(try world.board(world.ops) == ["Backlog 1: OPS-2", "Todo 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A ticket that is named twice is changed once, and taken back once`(
    kind: EngineKind
  ) throws {
    let world = try World(kind, titles: ["one"])
    let id = try world.detail("OPS-1").state.ticket.id
    let both: [TicketReference] = [try world.reference("OPS-1"), .id(id)]
    try world.apply(.changeTickets(.list(both), .comment("Hello")))
    #expect(try world.detail("OPS-1").comments.map(\.text) == ["Hello"])
    #expect(try world.detail("OPS-1").state.ticket.version == 2)
    try world.apply(.undo(.mine))
    #expect(try world.detail("OPS-1").comments == [])
  }
}

extension World {
  /// Project OPS.
  var ops: ProjectReference {
    get throws { .key(try #require(ProjectKey("OPS"))) }
  }
}
