import SluiceCore
import Testing

/// What an engine finds by a filter against what the filter says of each ticket.
@Suite struct FilterLanguageContractTests {
  @Test(arguments: EngineKind.all, [UInt64(1), 2, 3])
  func `An engine finds what the filter says of each ticket`(
    kind: EngineKind, seed: UInt64
  ) throws {
    let made = try FilterWorld(kind, seed: seed)
    let subjects = try made.subjects()
    var maker = RandomFilter(seed: seed &* 7)
    let context = FilterContext(me: "ann", now: made.world.clock.now)
    var found = 0
    for _ in 0..<150 {
      let text = maker.filter()
      let filter = try Filter(text).resolved(me: "ann", today: context.today)
      let expected = subjects.filter { filter.matches($0, context) }.map(\.key.number)
      let query = BoardFilter(filter)
      let listed = try made.world.engine.tickets(
        TicketQuery(project: made.project, filter: query), PageRequest())
      #expect(listed.items.map(\.key.number) == expected.sorted(by: >), "\(text)")
      let board = try made.world.engine.board(BoardQuery(project: made.project, filter: query))
      let cards = board.columns.flatMap { $0.window.cards.map(\.key.number) }
      #expect(cards.sorted() == expected.sorted(), "\(text)")
      let counted = try made.counts(query)
      #expect(
        board.columns.map(\.count) == board.columns.map { .exactly(counted[$0.status] ?? 0) },
        "\(text)")
      found += expected.count
    }
    #expect(found > 500)
  }

  @Test(arguments: EngineKind.all)
  func `A set of tickets is named by a filter`(kind: EngineKind) throws {
    let made = try FilterWorld(kind, seed: 4)
    let filter = BoardFilter(parsing: "(label:bug or label:ui) -is:closed age>1d", me: "ann")
    let subjects = try made.subjects()
    let context = FilterContext(me: "ann", now: made.world.clock.now.advanced(bySeconds: 1))
    let receipt = try made.world.apply(
      .changeTickets(
        .query(TicketQuery(project: made.project, filter: filter)),
        .edit(TicketEdit(addedLabels: ["swept"]))))
    guard case .tickets(let results) = receipt.subject else {
      Issue.record("Expected tickets.")
      return
    }
    #expect(
      results.map(\.key.number).sorted()
        == subjects.filter { filter.whole.matches($0, context) }.map(\.key.number).sorted())
  }

  @Test(arguments: EngineKind.all)
  func `A cursor of counting that is none is refused`(kind: EngineKind) throws {
    let made = try World(kind)
    let ops = try made.project("OPS")
    let error = try #require(throws: EngineError.self) {
      try made.engine.count(CountQuery(project: ops, filter: .everything, cursor: "1.2"))
    }
    #expect(error.code == .invalid)
  }

  /// More tickets than one look takes, of which few pass.
  @Test(arguments: EngineKind.all)
  func `What is not counted and found at once comes slice by slice`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let long = world.clock.now
    world.clock.advance(seconds: 10 * 86_400)
    let items = (1...26_000).map { number in
      ImportedTicket(
        source: "\(100_000 + number)",
        draft: TicketDraft(
          title: number % 6_000 == 0 ? "rare" : "x", assignee: number % 6_000 == 0 ? nil : "bo",
          labels: number % 3 == 0 ? ["odd"] : []),
        createdAt: long, updatedAt: number % 6_000 == 0 ? world.clock.now : long, enteredAt: long)
    }
    for start in stride(from: 0, to: items.count, by: 4_000) {
      try world.apply(.importTickets(ops, Array(items[start...].prefix(4_000))))
    }
    for text in ["stale<1d", "rare or nothing", "rare -x", "label:odd -assignee:bo"] {
      try expectSlices(of: BoardFilter(parsing: text, me: ""), in: ops, world)
    }
  }

  private func expectSlices(
    of filter: BoardFilter, in ops: ProjectReference, _ world: World
  ) throws {
    let column = try world.engine.board(BoardQuery(project: ops, filter: filter)).columns[0]
    if filter.words.isEmpty { #expect(column.count != .exactly(4)) }

    var keys = column.window.cards.map(\.key.number)
    var seen = column.window.seen
    var looks = 0
    while let place = seen {
      let window = try world.engine.column(
        ColumnQuery(project: ops, status: Status.ID(1), filter: filter, anchor: .below(place)))
      keys += window.cards.map(\.key.number)
      seen = window.seen
      looks += 1
    }
    #expect(keys == [24_000, 18_000, 12_000, 6_000])
    if filter.words.isEmpty { #expect(looks > 0) }

    var count = 0
    var cursor: String?
    repeat {
      let slice = try world.engine.count(
        CountQuery(project: ops, filter: filter, cursor: cursor))
      count += slice.counts[Status.ID(1)] ?? 0
      cursor = slice.cursor
    } while cursor != nil
    #expect(count == 4)
  }
}

extension FilterWorld {
  /// Everything that passes, counted to the end.
  func counts(_ filter: BoardFilter) throws -> [Status.ID: Int] {
    var counts: [Status.ID: Int] = [:]
    var cursor: String?
    repeat {
      let slice = try world.engine.count(
        CountQuery(project: project, filter: filter, cursor: cursor))
      counts.merge(slice.counts, uniquingKeysWith: +)
      cursor = slice.cursor
    } while cursor != nil
    return counts
  }
}
