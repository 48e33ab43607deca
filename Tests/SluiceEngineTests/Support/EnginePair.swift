import SluiceCore
import SluiceEngine
import Testing

/// The engines of two organizations of one file, with a person who belongs to both.
struct EnginePair {
  let folder: TemporaryFolder
  let clock = TestClock()
  let ann: Account
  let ours: LocalEngine
  let theirs: LocalEngine

  var directory: Directory { ours.directory }
  var actor: Actor { Actor(name: ann.handle) }

  init() throws {
    folder = try TemporaryFolder()
    let clock = clock
    let file = try LocalEngine(
      path: folder("board.db"), now: { clock.now }, probe: EngineKind.probe)
    let ann = try file.directory.create(AccountDraft(handle: "ann"), passwordHash: nil)
    let organizations = try ["Ours", "Theirs"].map {
      try file.directory.createOrganization(name: $0, owner: ann.id).id
    }
    self.ann = ann
    ours = try file.scoped(to: organizations[0])
    theirs = try file.scoped(to: organizations[1])
  }

  @discardableResult
  func apply(_ change: Change, to engine: LocalEngine) throws(EngineError) -> Receipt {
    clock.advance()
    return try engine.apply(change, by: actor)
  }

  /// A project with one workflow of its own, tickets of every kind, and all that may be on them.
  func furnish(_ engine: LocalEngine) throws {
    let ops = ProjectReference.key(try #require(ProjectKey("OPS")))
    try apply(.createWorkflow(.bugTriage), to: engine)
    try apply(.createProject(ProjectDraft(key: "OPS", name: "Ops")), to: engine)
    try apply(
      .createTicket(ops, TicketDraft(title: "Pager is silent", labels: ["night"])), to: engine)
    try apply(
      .createTicket(ops, TicketDraft(title: "Bound", workflow: .name("Bug Triage"))), to: engine)
    try apply(.createTicket(ops, TicketDraft(title: "Free", assignee: "bob")), to: engine)
    let first = TicketReference.key(try #require(TicketKey("OPS-1")))
    try apply(.changeTicket(first, .comment("Seen")), to: engine)
    try apply(.changeTicket(first, .claim(agent: "bot")), to: engine)
  }

  /// All that can be read of an engine, without the count of events, which the file's organizations share.
  func everything(of engine: LocalEngine) throws -> Everything {
    var world = try World(folder: folder, engine: engine).everything()
    for index in world.boards.indices { world.boards[index].sequence = 0 }
    return world
  }
}
