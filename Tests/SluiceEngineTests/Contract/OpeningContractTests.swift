import SluiceCore
import Testing

/// Which board a person begins with who names no project.
@Suite struct OpeningContractTests {
  private func opened(_ world: World, preferring key: String? = nil) throws -> String? {
    let preferred = try key.map { try #require(ProjectKey($0)) }
    return try world.engine.opening(OpeningQuery(preferred: preferred, limit: 1))?
      .project.key.text
  }

  private func add(_ title: String, to key: String, _ world: World, status: String? = nil) throws {
    let project = ProjectReference.key(try #require(ProjectKey(key)))
    try world.apply(.createTicket(project, TicketDraft(title: title, status: status)))
  }

  @Test(arguments: EngineKind.all)
  func `Without a project there is none`(kind: EngineKind) throws {
    #expect(try opened(try World(kind)) == nil)
  }

  @Test(arguments: EngineKind.all)
  func `The first by key with open work is before an empty ME`(kind: EngineKind) throws {
    let world = try World(kind)
    for key in ["ME", "AAA", "OPS", "WEB"] { try world.project(key) }
    #expect(try opened(world) == "AAA")
    try add("Shipped", to: "AAA", world, status: "Done")
    try add("Fix it", to: "WEB", world)
    #expect(try opened(world) == "WEB")
    try add("Fix it", to: "OPS", world)
    #expect(try opened(world) == "OPS")
    try add("Buy milk", to: "ME", world)
    #expect(try opened(world) == "ME")
  }

  @Test(arguments: EngineKind.all)
  func `An empty ME is opened where there is nothing else`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.project("ME")
    #expect(try opened(world) == "ME")
    try world.project("OPS")
    #expect(try opened(world) == "OPS")
  }

  @Test(arguments: EngineKind.all)
  func `The one used last is preferred while it is there`(kind: EngineKind) throws {
    let world = try World(kind)
    for key in ["OPS", "WEB"] { try world.project(key) }
    try add("Fix it", to: "OPS", world)
    #expect(try opened(world, preferring: "WEB") == "WEB")
    #expect(try opened(world, preferring: "GONE") == "OPS")
  }

  @Test(arguments: EngineKind.all)
  func `It is the same board as one asks for by name`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    for title in ["One", "Two", "Three"] { try add(title, to: "OPS", world) }
    let board = try world.engine.opening(OpeningQuery(limit: 2))
    #expect(board == (try world.engine.board(BoardQuery(project: ops, limit: 2))))
    #expect(board?.columns.first?.count == .exactly(3))
    #expect(board?.columns.first?.window.cards.count == 2)
  }
}
