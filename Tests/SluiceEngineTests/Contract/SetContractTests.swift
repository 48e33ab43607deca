import SluiceCore
import Testing

/// What a set of tickets may be made of.
@Suite struct SetContractTests {
  private func world(_ kind: EngineKind) throws -> World {
    let world = try World(kind)
    let ops = try world.project("OPS")
    for title in ["One", "Two"] { try world.ticket(ops, TicketDraft(title: title)) }
    return world
  }

  private func results(_ receipt: Receipt) -> [String] {
    guard case .tickets(let results) = receipt.subject else { return [] }
    return results.map { "\($0.key) \($0.status)" }
  }

  @Test(arguments: EngineKind.all)
  func `A ticket named by its key and by its id is changed once`(kind: EngineKind) throws {
    let world = try world(kind)
    let id = try world.detail("OPS-1").state.ticket.id
    let receipt = try world.apply(
      .changeTickets(
        .list([try world.reference("OPS-1"), .id(id), try world.reference("OPS-2")]),
        .comment("Seen")))
    #expect(results(receipt) == ["OPS-1 Backlog", "OPS-2 Backlog"])
    #expect(try world.detail("OPS-1").comments.count == 1)
  }

  @Test(arguments: EngineKind.all)
  func `A key that no ticket has keeps a set from being changed, or is passed over`(
    kind: EngineKind
  ) throws {
    let world = try world(kind)
    let set = TicketSet.list([try world.reference("OPS-1"), try world.reference("OPS-9")])
    let refusal = try world.refusal(.changeTickets(set, .move(to: "Todo")))
    #expect(refusal.code == .notFound)
    #expect(
      refusal.message
        == "1 of 2 tickets cannot be changed, so none was. OPS-9: There is no ticket “OPS-9”.")
    #expect(try world.detail("OPS-1").state.ticket.version == 1)
    let receipt = try world.apply(.changeTickets(set, .move(to: "Todo"), isAtomic: false))
    #expect(results(receipt) == ["OPS-1 Todo", "OPS-9 "])
  }
}
