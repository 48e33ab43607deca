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

  @Test(arguments: EngineKind.all, ["is:mine", "assignee:me", "view:gone"])
  func `What only a person's own program knows is refused, negated above all`(
    kind: EngineKind, text: String
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "one"))
    for filter in [try Filter("login or \(text)"), try Filter("-\(text)")] {
      let query = TicketQuery(project: ops, filter: BoardFilter(condition: filter))
      let listing = try world.failure { _ = try world.engine.tickets(query, PageRequest()) }
      #expect(listing.code == .invalid)
      let deleting = try world.failure { try world.apply(.changeTickets(.query(query), .delete)) }
      #expect(deleting.code == .invalid)
    }
    #expect(try world.engine.tickets(TicketQuery(project: ops), PageRequest()).items.count == 1)
  }

  @Test(arguments: EngineKind.all)
  func `A label with a line break is no two labels`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.ticket(ops, TicketDraft(title: "one", labels: ["a", "b"]))
    let filter = BoardFilter(condition: .any([.term(.label("a\nb")), .term(.trait(.claimed))]))
    let query = TicketQuery(project: ops, filter: filter)
    #expect(try world.engine.tickets(query, PageRequest()).items == [])
  }

  @Test(arguments: EngineKind.all)
  func `Letters that cannot be taken apart are others`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let titles = ["Øre", "Ore", "İstanbul", "Łódź", "été", "ǽon"]
    for title in titles { try world.ticket(ops, TicketDraft(title: title)) }
    let context = FilterContext(me: "ann", now: world.clock.now)
    for text in ["ore", "øre", "istanbul", "lodz", "łodz", "ete", "aeon", "ǽon"] {
      let filter = Filter.any([.term(.word(text)), .term(.word("none"))])
      let query = TicketQuery(project: ops, filter: BoardFilter(condition: filter))
      let tickets = try world.engine.tickets(query, PageRequest()).items
      var expected: [String] = []
      for number in titles.indices.reversed() {
        let detail = try world.detail("OPS-\(number + 1)")
        let subject = FilterSubject(detail.state, in: detail.workflow)
        if filter.matches(subject, context) { expected.append(detail.state.ticket.title) }
      }
      #expect(tickets.map(\.title) == expected, "\(text)")
    }
  }

  @Test(arguments: EngineKind.all)
  func `A workflow with many revisions is asked for those that tickets are bound to`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS", .delivery)
    try world.apply(.createWorkflow(.bugTriage))
    for number in 0..<12 {
      if number % 4 == 0 {
        try world.ticket(ops, TicketDraft(title: "bound", workflow: .name("Bug Triage")))
      }
      let edit = WorkflowEdit(enforcement: number % 2 == 0 ? "none" : "strict")
      try world.apply(.editWorkflow(.name("Bug Triage"), edit))
    }
    try world.ticket(ops, TicketDraft(title: "follows"))
    let found = { (text: String) in
      let filter = BoardFilter(parsing: text, me: "")
      return try world.engine.tickets(TicketQuery(project: ops, filter: filter), PageRequest())
        .items.map(\.key.number)
    }
    #expect(try found("is:open") == [4, 3, 2, 1])
    #expect(try found("status:new") == [3, 2, 1])
    #expect(try found("is:closed or status:idea") == [4])
  }

  @Test(arguments: EngineKind.all)
  func `Counting goes on behind a column that has become empty`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS", .delivery)
    for _ in 1...3 { try world.ticket(ops, TicketDraft(title: "x")) }
    let statuses = try world.engine.board(BoardQuery(project: ops)).columns.map(\.status)
    let filter = BoardFilter(parsing: "age>=0d", me: "")
    let counted = { (cursor: String) in
      try world.engine.count(CountQuery(project: ops, filter: filter, cursor: cursor)).counts
    }
    #expect(try counted("\(statuses[0].number).-1.0.0").values.allSatisfy { $0 == 0 })
    #expect(try counted("\(statuses[1].number).9.9.9").values.allSatisfy { $0 == 0 })
    for cursor in ["999.9.9.9", "12"] {
      #expect(try world.failure { _ = try counted(cursor) }.code == .invalid)
    }
  }

  /// More tickets than one look takes, of which few pass.
  @Test(arguments: EngineKind.ends)
  func `What is not counted and found at once comes slice by slice`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let long = world.clock.now
    world.clock.advance(seconds: 10 * 86_400)
    let text = String(repeating: "long ", count: 900) + "rarities"
    let items = (1...6_500).map { number in
      ImportedTicket(
        source: "\(100_000 + number)",
        draft: TicketDraft(
          title: number % 1_500 == 0 ? "rare raritim" : "x raritim",
          description: number % 1_500 == 0 ? text : "",
          assignee: number % 1_500 == 0 ? nil : "bo", labels: number % 3 == 0 ? ["odd"] : []),
        createdAt: long, updatedAt: number % 1_500 == 0 ? world.clock.now : long, enteredAt: long)
    }
    for start in stride(from: 0, to: items.count, by: 4_000) {
      try world.apply(.importTickets(ops, Array(items[start...].prefix(4_000))))
    }
    let texts = [
      "stale<1d", "rare or nothing", "rare -x", "label:odd -assignee:bo", "stale<1d or (x -x)",
      "rarities or nothing", "(x or rarities) -x", "(raritim or nothing) rare assignee:none",
    ]
    for text in texts { try expectSlices(of: BoardFilter(parsing: text, me: ""), in: ops, world) }
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
    #expect(keys == [6_000, 4_500, 3_000, 1_500])
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

extension EngineKind {
  /// The nearest and the farthest, for what takes long.
  fileprivate static var ends: [EngineKind] { [all.first, all.last].compactMap(\.self) }
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
