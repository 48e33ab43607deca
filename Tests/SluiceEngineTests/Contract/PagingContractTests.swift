import SluiceCore
import Testing

/// Windows of a column against the same column sorted in memory.
@Suite struct PagingContractTests {
  private struct Column {
    let world: World
    let project: ProjectReference
    let filter: BoardFilter
    /// In the order of the board.
    var cards: [Card] = []

    func window(_ anchor: ColumnQuery.Anchor, limit: Int) throws -> CardWindow {
      try world.engine.column(
        ColumnQuery(
          project: project, status: Status.ID(1), filter: filter, anchor: anchor, limit: limit))
    }
  }

  private static let filters = [
    "", "label:even", "assignee:ann", "prio>=high", "label:even assignee:none", "word",
    "word prio>=high",
  ]

  private func column(_ kind: EngineKind, _ filter: String, seed: UInt64) throws -> Column {
    var random = SeededGenerator(seed: seed)
    let world = try World(kind)
    let ops = try world.project("OPS")
    for number in 1...60 {
      if Bool.random(using: &random) { world.clock.advance() }
      try world.ticket(
        ops,
        TicketDraft(
          title: number % 3 == 0 ? "Word \(number)" : "Other \(number)",
          status: Int.random(in: 0..<5, using: &random) == 0 ? "Todo" : nil,
          priority: Priority.allCases.randomElement(using: &random) ?? .low,
          assignee: Bool.random(using: &random) ? "ann" : nil,
          labels: number % 2 == 0 ? ["even"] : []))
    }
    let parsed = BoardFilter(parsing: filter, me: "")
    var column = Column(world: world, project: ops, filter: parsed)
    let all = try column.window(.top, limit: 100).cards
    #expect(all.count > 3)
    column.cards = all
    return column
  }

  @Test(arguments: EngineKind.all, filters)
  func `The whole column is in order and complete`(kind: EngineKind, filter: String) throws {
    let column = try column(kind, filter, seed: 1)
    let byNumber = column.cards.sorted { $0.key.number > $1.key.number }
    let byPlace = column.cards.sorted { $0.position < $1.position }
    #expect(column.cards == (column.filter.words.isEmpty ? byPlace : byNumber))
    let listed = try column.world.engine.tickets(
      TicketQuery(project: column.project, status: "Backlog", filter: column.filter),
      PageRequest(limit: 100))
    #expect(Set(listed.items.map(\.key)) == Set(column.cards.map(\.key)))
  }

  @Test(arguments: EngineKind.all, filters)
  func `Walking down and up visits every card once`(kind: EngineKind, filter: String) throws {
    let column = try column(kind, filter, seed: 2)
    var down = try column.window(.top, limit: 7)
    var seen = down.cards
    while down.hasLater, let last = down.cards.last {
      down = try column.window(.below(last.position), limit: 7)
      seen += down.cards
    }
    #expect(seen == column.cards)
    var up = try column.window(.bottom, limit: 4)
    seen = up.cards
    while up.hasEarlier, let first = up.cards.first {
      up = try column.window(.above(first.position), limit: 4)
      seen = up.cards + seen
    }
    #expect(seen == column.cards)
  }

  @Test(arguments: EngineKind.all, filters)
  func `Every window agrees with the column sorted in memory`(
    kind: EngineKind, filter: String
  ) throws {
    let column = try column(kind, filter, seed: 3)
    let all = column.cards
    for (index, card) in all.enumerated() {
      let below = try column.window(.below(card.position), limit: 3)
      #expect(below.cards == Array(all[(index + 1)...].prefix(3)))
      #expect(below.hasEarlier)
      #expect(below.hasLater == (index + 4 < all.count))
      let at = try column.window(.at(card.position), limit: 3)
      #expect(at.cards == Array(all[index...].prefix(3)))
      #expect(at.hasEarlier == (index > 0))
      #expect(at.hasLater == (index + 3 < all.count))
      let above = try column.window(.above(card.position), limit: 3)
      #expect(above.cards == Array(all[..<index].suffix(3)))
      #expect(above.hasEarlier == (index > 3))
      #expect(above.hasLater)
    }
  }

  @Test(arguments: EngineKind.all)
  func `A card that has gone still marks its place`(kind: EngineKind) throws {
    var column = try column(kind, "", seed: 4)
    let gone = column.cards.remove(at: 5)
    try column.world.change("\(gone.key)", .move(to: "Done"))
    #expect(try column.window(.at(gone.position), limit: 2).cards == Array(column.cards[5...6]))
    #expect(try column.window(.above(gone.position), limit: 2).cards == Array(column.cards[3...4]))
  }

  @Test(arguments: EngineKind.all)
  func `History comes page by page`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "busy"))
    for number in 1...4 { try world.change("OPS-1", .comment("\(number)")) }
    let reference = try world.reference("OPS-1")
    let first = try world.engine.history(of: reference, PageRequest(limit: 3))
    #expect(first.items.map(\.body.to) == ["4", "3", "2"])
    let rest = try world.engine.history(
      of: reference, PageRequest(limit: 3, cursor: first.nextCursor))
    #expect(rest.items.map(\.body.to) == ["1", "Backlog"])
    #expect(rest.nextCursor == nil)
    #expect(rest.items.last?.sequence == 2)
  }
}
