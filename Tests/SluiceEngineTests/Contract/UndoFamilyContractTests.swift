import SluiceCore
import Testing

/// No taking back parts a sub-task from its task.
@Suite struct UndoFamilyContractTests {
  private let task = TicketKey("OPS-1")
  private let part = TicketKey("OPS-1.1")

  /// OPS-1 with its sub-task OPS-1.1, and the changes that made them.
  private func family(_ kind: EngineKind) throws -> (World, task: Int64, part: Int64) {
    let world = try World(kind, titles: [])
    let task = try world.apply(.createTicket(world.ops, TicketDraft(title: "task")))
    let draft = TicketDraft(
      title: "part", kind: .subTask, parent: try world.reference("OPS-1"))
    let part = try world.apply(.createTicket(world.ops, draft))
    return (world, try #require(task.change), try #require(part.change))
  }

  @Test(arguments: EngineKind.all)
  func `The making of a task is not taken back while it has a sub-task`(kind: EngineKind) throws {
    let (world, making, _) = try family(kind)
    let error = try world.refusal(.undo(.change(making)))
    #expect(error.code == .conflict)
    #expect(error.message == "OPS-1 cannot go while its sub-task OPS-1.1 stays.")
    #expect(error.nextStep == "Delete OPS-1.1 first.")
    #expect(try world.board(world.ops) == ["Backlog 2: OPS-1.1 OPS-1"])
    #expect(try world.takeBack() == "OPS-1.1 deleted")
    #expect(try world.takeBack() == "OPS-1 deleted")
    let lost = try world.refusal(.redo(.ticket(try world.reference("OPS-1.1"))))
    #expect(lost.message == "OPS-1.1 is a sub-task of OPS-1, which is deleted.")
    #expect(try world.makeAgain() == "OPS-1 Backlog")
    #expect(try world.makeAgain() == "OPS-1.1 Backlog")
  }

  @Test(arguments: EngineKind.all)
  func `The deletion of a task is not made again over a sub-task`(kind: EngineKind) throws {
    let (world, _, making) = try family(kind)
    try world.change("OPS-1.1", .delete)
    let deletion = try #require(try world.change("OPS-1", .delete).change)
    try world.apply(.undo(.change(deletion)))
    let back = try world.apply(.undo(.ticket(try world.reference("OPS-1.1"))))
    #expect(try world.place(back) == "OPS-1.1 Backlog")
    let error = try world.refusal(.redo(.change(deletion)))
    #expect(error.rejection == .subTaskLeft(task: try #require(task), subTask: try #require(part)))
    #expect(try world.place(world.apply(.undo(.change(making)))) == "OPS-1.1 deleted")
    #expect(try world.place(world.apply(.redo(.change(deletion)))) == "OPS-1 deleted")
  }

  @Test(arguments: EngineKind.all)
  func `The deletion of a sub-task is not taken back without its task`(kind: EngineKind) throws {
    let (world, _, _) = try family(kind)
    let deletion = try #require(try world.change("OPS-1.1", .delete).change)
    try world.change("OPS-1", .delete)
    let error = try world.refusal(.undo(.change(deletion)))
    #expect(error.code == .conflict)
    #expect(error.message == "OPS-1.1 is a sub-task of OPS-1, which is deleted.")
    #expect(error.nextStep == "Bring OPS-1 back first.")
    #expect(
      error.rejection == .taskDeleted(subTask: try #require(part), task: try #require(task)))
    #expect(try world.board(world.ops) == [])
    #expect(try world.takeBack() == "OPS-1 Backlog")
    #expect(try world.takeBack() == "OPS-1.1 Backlog")
  }

  @Test(arguments: EngineKind.all)
  func `A task and its sub-task go and come back in one step`(kind: EngineKind) throws {
    let (world, _, _) = try family(kind)
    let both = try ["OPS-1.1", "OPS-1"].map(world.reference)
    try world.apply(.changeTickets(.list(both), .delete))
    #expect(try world.takeBack() == "OPS-1.1 Backlog, OPS-1 Backlog")
    #expect(try world.makeAgain() == "OPS-1.1 deleted, OPS-1 deleted")
  }

  @Test(arguments: EngineKind.all)
  func `Other changes of a task do not ask for its sub-tasks`(kind: EngineKind) throws {
    let (world, _, _) = try family(kind)
    try world.change("OPS-1", .move(to: "Done"))
    #expect(try world.takeBack() == "OPS-1 Backlog")
    #expect(try world.makeAgain() == "OPS-1 Done")
  }
}
